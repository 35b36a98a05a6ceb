import { describe, expect, it } from 'vitest';
import { rowsFor, said, wobble } from './five-replicates.ts';

describe('a verdict', () => {
  const world = 'between-worlds';
  const parts = (institution: string, selection: number, hazard: number) => [
    ...rowsFor(institution, selection, { world, measure: 'safe-types-left-out' }),
    ...rowsFor(institution, hazard, { world, measure: 'contracting-hidden' }),
    ...rowsFor(institution, hazard / 2, { world, measure: 'contracting-visible' }),
  ];
  const clear = [...parts('a', 0.5, 0.5), ...parts('b', 0.4, 0.6), ...parts('c', 0.45, 0.3)];

  it('names the institution with least of each problem, by its label, with an interval', () => {
    expect(said(clear)).toMatch(
      /more applications of safe borrowers would end in a loan: 40\.8% of applications \(95%: 3\d\.\d+ to 4\d\.\d+\) under Beland; 45\.8% .* under Celand/,
    );
    expect(said(clear)).toMatch(
      /Celand leaves the least moral hazard, at its upper end: .* 30\.8% of a mean loan per application/,
    );
    expect(said(clear)).toContain(
      'Moral hazard from its lower to its upper end, in % of a mean loan per application: Celand 15.8 to 30.8; ' +
        'Aland 25.8 to 50.8; Beland 30.8 to 60.8.',
    );
  });

  it('claims a lead only beyond chance', () => {
    expect(said(clear)).toContain(
      'All others are behind by more than chance; the nearest is Aland',
    );
    const close = [
      ...rowsFor('a', 0.1),
      ...rowsFor('b', 0.2, { own: 1 }),
      ...rowsFor('c', 0.2001, { own: -1 }),
    ];
    expect(said(close)).toMatch(
      /Celand has the highest welfare: .*; but it cannot be told apart from Beland\./,
    );
    expect(said(close)).toContain('The nearest that can be told apart is Aland');
    const same = [...rowsFor('a', 0.1, { own: 1 }), ...rowsFor('b', 0.1001, { own: -1 })];
    expect(said(same)).toMatch(
      /This cannot be told\. The best estimate is that of Beland: .* No other institution can be told apart from it\./,
    );
    expect(said(same)).not.toContain('has the highest welfare');
    expect(said(same)).toContain('No other can be told apart from Aland, be it in welfare.');
  });

  it('says how its order and the figure of welfare are both right, where they tell different amounts', () => {
    // A noisy best, which no pair of all tells apart; the others are paired closely with the reference.
    const rows = [
      ...rowsFor('a', 0.1),
      ...rowsFor('b', 0.2, { own: 1 }),
      ...rowsFor('c', 0.21, { own: 60 }),
    ];
    expect(said(rows)).toContain(
      'That is what all 3 pairs tell, tested together. The figure of welfare asks a smaller question: ' +
        'it holds the 2 others against Aland alone, and welfare is higher under all of them.',
    );
    const worse = [
      ...rows.slice(0, 5),
      ...rowsFor('b', 0.05, { own: 1 }),
      ...rowsFor('c', 0.1, { own: -1 }),
    ];
    expect(said(worse)).toContain('against Aland alone, and welfare is lower under 1 of them.');
    const two = [...rowsFor('a', 0.1, { own: 1 }), ...rowsFor('b', 0.1001, { own: -1 })];
    const apart = [
      ...rowsFor('a', 0.1),
      ...rowsFor('b', 0.2, { own: 1 }),
      ...rowsFor('c', 0.3, { own: 2 }),
    ];
    const tied = [...rowsFor('a', 0.1), ...rowsFor('b', 0.1), ...rowsFor('c', 0.1)];
    for (const nothingToSay of [two, apart, tied]) {
      expect(said(nothingToSay)).not.toContain('The figure of welfare');
    }
  });

  it('calls a tie a tie, and asks no loser what it costs', () => {
    const tied = [...parts('a', 0.1, 0.2), ...parts('b', 0.1, 0.2)];
    expect(said(tied)).toMatch(
      /^All institutions are the same in this: 20\.8% of a mean loan per application/m,
    );
    expect(said(tied)).not.toContain('fees');
  });

  it('says what it could not measure instead of inventing it', () => {
    expect(said(rowsFor('a', 1))).toContain(
      'Leave worlds and sanctions out of the scenario and of the command.',
    );
    const noLoans = rowsFor('a', NaN, { measure: 'will-not-pay-rate' });
    expect(said(noLoans)).toContain(
      'Not defined: it is counted among loans taken, and there were none.',
    );
    expect(said(noLoans)).not.toContain('NaN');
  });

  it('tells in what the others differ from the reference, those alike in one breath', () => {
    const text = said([
      ...['a', 'b', 'c'].flatMap((id) => rowsFor(id, 0.1, { own: id === 'a' ? 0 : 1 })),
      ...[...parts('a', 0.5, 0.5), ...parts('b', 0.4, 0.6), ...parts('c', 0.4, 0.6)],
      ...rowsFor('a', 0.2, { measure: 'default-rate' }),
      ...rowsFor('b', NaN, { measure: 'default-rate' }),
      ...rowsFor('c', 0.3, { measure: 'default-rate' }),
    ]);
    expect(text).toContain(
      'Held against Aland in welfare, default, safe types left out, the lower end of moral hazard and the upper end of moral hazard, these cannot be told apart: ' +
        'Beland in welfare and default; Celand in welfare. The others differ by more than chance.',
    );
    expect(said(clear)).toContain(
      'All others differ from Aland by more than chance in safe types left out, the lower end of moral hazard and the upper end of moral hazard.',
    );
  });

  it('says where nobody is lent to, before all else', () => {
    const none = (id: string) =>
      rowsFor(id, 0, { measure: 'approval-rate' }).map((row) => ({ ...row, value: 0 }));
    const text = said([
      ...clear,
      ...rowsFor('a', 0.5, { measure: 'approval-rate' }),
      ...rowsFor('a', 0.1, { measure: 'default-rate' }),
      ...none('c'),
      ...rowsFor('c', NaN, { measure: 'default-rate' }),
    ]);
    const toLearn = said([...clear, ...none('b'), ...rowsFor('b', 1, { measure: 'default-rate' })]);
    expect(toLearn).toMatch(/^Nobody is approved under Beland: the few loans there/);
    expect(text).toMatch(
      /^Nobody is lent to under Celand: what is counted over loans has no value/,
    );
    expect(said(clear)).not.toContain('Nobody');
  });

  it('tells what showing types changes from the least to the most, and that it is no adverse selection', () => {
    const change = (id: string, level: number, sanctions: string) =>
      rowsFor(id, level, { world, measure: `showing-types-${sanctions}` });
    const text = said([...clear, ...change('a', -0.1, 'held'), ...change('b', 0.2, 'held')]);
    expect(text).toMatch(
      /Welfare would change by between −9\.2% of a mean loan .* under Aland and 20\.8% .* under Beland, with sanctions held as they are\./,
    );
    expect(text).toContain('It is no measure of adverse selection');
    expect(said([...clear, ...change('a', -0.1, 'relearned')])).toMatch(
      /Under Aland welfare would change by −9\.2% .*, with sanctions learnt anew\./,
    );
  });

  it('puts a lead in proportion where little is lent', () => {
    const lent = (id: string, approved: number, taken: number) => [
      ...rowsFor(id, approved, { measure: 'approval-rate' }),
      ...rowsFor(id, taken, { measure: 'take-up-rate' }),
    ];
    const much = [...lent('a', 0.9, 0.7), ...lent('b', 0.8, 0.7)];
    expect(said([...clear, ...much, ...lent('c', 0.2, 0.5)])).toMatch(
      /Little is lent under Celand: loans come of 10\.\d% of applications .*, against 64(\.\d)?% of applications .* under Aland\./,
    );
    expect(said([...clear, ...much, ...lent('c', 0.9, 0.6)])).not.toContain('Little is lent');
    expect(said(clear)).not.toContain('Little is lent');
  });

  it('says where showing types brings in fewer of the safe, and where it may change nothing', () => {
    const text = said([
      ...parts('a', -0.3, 0.5),
      ...parts('b', 0.01, 0.6),
      ...parts('c', 0.4, 0.4),
    ]);
    expect(text).toMatch(/would end in a loan: 40\.8% of applications \(.*\) under Celand\./);
    expect(text).toMatch(/fewer applications of safe borrowers .*: 29\.2% .* under Aland\./);
    expect(text).toContain(
      'Showing types would bring in no more safe borrowers under Beland, as far as can be told.',
    );
    expect(said([...parts('a', -0.01, 0.5), ...parts('b', 0.01, 0.6)])).toContain(
      'no more safe borrowers under any institution here',
    );
  });

  it('owns that a problem may not be there at all', () => {
    expect(said(clear)).not.toContain('none at all');
    expect(said([...parts('a', 0.3, 0.01), ...parts('b', 0.4, 0.6)])).toContain(
      'The interval reaches zero: it may be none at all.',
    );
  });

  it('warns of a market that still moves within the counted quarters, and of no small movement', () => {
    const moving = (id: string, change: number) =>
      rowsFor(id, change, { measure: 'approval-drift', own: 1 }).map((row, i) => ({
        ...row,
        value: change + wobble[i],
      }));
    const text = said([
      ...clear,
      ...moving('a', -0.05),
      ...moving('b', 0.09),
      ...moving('c', 0.01),
    ]);
    expect(text).toMatch(
      /approval rises by 9\.0+ percentage points \(95%: .*\) under Beland; it moves by less under Aland\./,
    );
    expect(said([...clear, ...moving('a', 0.01)])).not.toContain('settling');
    expect(said(clear)).not.toContain('settling');
  });

  it('from one replicate claims nothing', () => {
    const one = ['a', 'b'].flatMap((id) => rowsFor(id, id === 'a' ? 1 : 2, { replicates: 1 }));
    expect(said(one)).toContain('One replicate: this order may be nothing but chance.');
    expect(said(one)).toContain('Run with --replicates 20.');
    expect(said(one)).not.toContain('NaN');
  });

  it('counts the cost of what leads: fees, the safe left out, thin files', () => {
    const cost = (measure: string, levels: readonly number[]) =>
      ['a', 'b', 'c'].flatMap((id, i) =>
        rowsFor(id, 0, { measure }).map((row) => ({ ...row, value: levels[i] + row.value / 100 })),
      );
    const text = said([
      ...clear,
      ...cost('institution-revenue', [0, 0.001, 0.002]),
      ...cost('institution-cost', [0, 0, 0]).map((row) => ({ ...row, value: 0 })),
      ...cost('safe-type-exclusion', [0.5, 0.4, 0.3]),
      ...cost('thin-file-approval', [0.7, 0.6, 0.6]),
      ...cost('brier-true-pd-applicants', [0.01, 0.01, 0.01]),
    ]);
    expect(text).toMatch(
      /Celand: fees of 0\.20\d?% of a mean loan per application .*; no running costs\./,
    );
    expect(text).toMatch(
      /without a loan: 30\.\d+% of applications .* percentage points .* below Aland\./,
    );
    // Other people have thin files under another institution, so the two are not held against each other.
    expect(text).toMatch(/thin files: 60\.\d+% of applications \(95%: [\d.]+ to [\d.]+\)\./);
    expect(text).toMatch(/squared, on average: 0\.0\d+ .*; cannot be told apart from Aland\./);
  });
});
