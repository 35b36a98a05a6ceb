import { describe, expect, it } from 'vitest';
import { breaks } from '../../src/answers/joining/fees.ts';
import { standings, type Game } from '../../src/answers/joining/game.ts';
import { solve } from '../../src/answers/joining/outcome.ts';
import { restOf, pathFrom } from '../../src/answers/joining/paths.ts';
import { membersOf, moved, playersOf, coalitionSize } from '../../src/answers/joining/players.ts';
import { coalitionName, joiningSentences } from '../../src/answers/words/joining-words.ts';

/** Profits by hand: what player p earns under coalition c in replicate r. */
function game(
  players: number,
  profit: (coalition: number, player: number, replicate: number) => number,
  replicates = 8,
): Game {
  return {
    players,
    profits: Array.from({ length: 1 << players }, (_, c) =>
      Array.from({ length: players }, (__, p) =>
        Array.from({ length: replicates }, (___, r) => profit(c, p, r)),
      ),
    ),
  };
}

/** Luck of a replicate that all coalitions share, and a little that they do not. */
const shared = (r: number) => 10 * Math.sin(3 * r);
const own = (c: number, p: number, r: number) => 0.01 * Math.sin(7 * c + 3 * p + r);

describe('a coalition', () => {
  it('holds where everybody loses by moving, however large the luck that all share', () => {
    // Whoever is in earns more the more are in; alone it pays a price.
    const club = game(3, (c, p, r) => {
      const isIn = ((c >>> p) & 1) === 1;
      return shared(r) + own(c, p, r) + (isIn ? coalitionSize(c) - 2.5 : 0);
    });
    const all = standings(club, 'x');
    expect(all.map(({ verdict }) => verdict)).toEqual(
      all.map(({ coalition }) => ([0, 7].includes(coalition) ? 'holds' : 'fails')),
    );
    expect([all[0], all[7]].map(({ inResamples }) => inResamples)).toEqual([1, 1]);
    expect(all[3].inResamples).toBe(0);
    expect(all[0].moves[1]).toMatchObject({ player: 1, joins: true });
    expect(all[0].moves[1].gain.mean).toBeCloseTo(-1.5, 1);
  });

  it('cannot be told where a gain is small beside its luck, and fails where one player gains for certain', () => {
    const unclear = standings(
      game(2, (c, p, r) => (((c >>> p) & 1) === 1 ? Math.sin(5 * r + p) : 0)),
      'x',
    );
    expect(unclear[0].verdict).toBe('untold');
    expect(unclear[0].inResamples).toBeGreaterThan(0);
    expect(unclear[0].inResamples).toBeLessThan(1);
    const one = standings(
      game(2, (c, p, r) =>
        ((c >>> p) & 1) === 1 ? (p === 0 ? 1 : Math.sin(5 * r)) + own(c, p, r) : 0,
      ),
      'x',
    );
    expect(one[0].verdict).toBe('fails');
  });

  it('is told by Holm over the players: one gain in five that is just told alone is not told among them', () => {
    // t of 2.2 with 7 degrees: one-sided p of .032.
    const z = [1, -1, 1, -1, 1, -1, 1, -1].map((x) => x * Math.sqrt(7 / 8));
    const faint = (players: number) =>
      game(players, (c, p, r) => {
        const isIn = ((c >>> p) & 1) === 1;
        if (!isIn) return 0;
        return p === 0 ? 2.2 / Math.sqrt(8) + z[r] : -1 + z[r] / 10;
      });
    expect(standings(faint(1), 'x')[0].verdict).toBe('fails');
    expect(standings(faint(5), 'x')[0].verdict).toBe('untold');
  });

  it('keeps who is indifferent to the bit where it is, and names it', () => {
    // Who joins alone finds nobody: nothing changes. Two gain.
    const club = standings(
      game(2, (c, p, r) => shared(r) + (c === 3 ? 1 + own(c, p, r) : 0)),
      'x',
    );
    expect(club[0].moves.map(({ isTie }) => isTie)).toEqual([true, true]);
    expect(club[0]).toMatchObject({ verdict: 'holds', byMeans: true, inResamples: 1 });
    expect(club[1].moves.map(({ isTie }) => isTie)).toEqual([true, false]);
    expect(club[1].verdict).toBe('fails');
    expect(club[3].verdict).toBe('holds');
  });

  it('tells nothing from one replicate but what is equal to the bit', () => {
    const [nobody] = standings(
      game(1, (c) => c, 1),
      'x',
    );
    expect(nobody.verdict).toBe('untold');
    const [same] = standings(
      game(1, () => 1, 1),
      'x',
    );
    expect(same.verdict).toBe('holds');
  });
});

describe('best responses', () => {
  it('go from nobody and from everybody to where nobody gains', () => {
    // Player 0 gains most, then 1; player 2 loses by being in.
    const value = [3, 2, -1];
    const all = standings(
      game(3, (c, p) => (((c >>> p) & 1) === 1 ? value[p] : 0)),
      'x',
    );
    const up = pathFrom(0, all);
    expect(up).toEqual({ coalitions: [0, 1, 3], movers: [0, 1] });
    const down = pathFrom(7, all);
    expect(down).toEqual({ coalitions: [7, 3], movers: [2] });
    expect([restOf(up), restOf(down)]).toEqual([3, 3]);
  });

  it('show the cycle where there is no equilibrium', () => {
    // Player 0 wants to be where 1 is, 1 wants to be where 0 is not.
    const all = standings(
      game(2, (c, p) => {
        const together = ((c >>> 0) & 1) === ((c >>> 1) & 1);
        return together === (p === 0) ? 1 : 0;
      }),
      'x',
    );
    expect(all.some(({ byMeans }) => byMeans)).toBe(false);
    const round = pathFrom(0, all);
    expect(round.cycle).toHaveLength(4);
    expect(restOf(round)).toBeUndefined();
    for (const [k, mover] of round.movers.slice(0, -1).entries()) {
      expect(moved(round.coalitions[k], mover)).toBe(round.coalitions[k + 1]);
    }
  });
});

describe('an equilibrium', () => {
  it('breaks at the fee that eats the gain, on a line between the fees tried', () => {
    const at = (fee: number) => ({
      fee,
      standings: standings(
        game(1, (c) => (c === 1 ? 1 - 100 * fee : 0)),
        'x',
      ),
    });
    const [nobody, joined] = breaks([0, 0.004, 0.008, 0.012, 0.016].map(at));
    expect(joined).toMatchObject({ coalition: 1, from: 0, last: 0.008, broken: 0.012, mover: 0 });
    expect(joined.between).toBeCloseTo(0.01, 12);
    expect(nobody).toEqual({ coalition: 0, from: 0.012, last: 0.016 });
  });
});

describe('players', () => {
  it('are lenders up to eight, and classes of one kind and like size beyond', () => {
    const few = playersOf([{ id: 'a', kind: 'bank', share: 1 }]);
    expect(few).toEqual([{ name: 'a', lenders: ['a'] }]);
    const many = playersOf(
      Array.from({ length: 12 }, (_, k) => ({
        id: `l${String(k).padStart(2, '0')}`,
        kind: k < 8 ? 'bank' : 'internet',
        share: (12 - k) / 78,
      })),
    );
    expect(many).toHaveLength(8);
    expect(many.flatMap(({ lenders }) => lenders)).toHaveLength(12);
    expect(
      many.every(({ lenders }) => new Set(lenders.map((id) => Number(id.slice(1)) < 8)).size === 1),
    ).toBe(true);
    expect(many[0].lenders[0]).toBe('l00');
    expect(membersOf(3, many)).toEqual([...many[0].lenders, ...many[1].lenders].toSorted());
  });
});

it('says who chooses as one, where lenders are too many for a coalition of each', () => {
  const players = [
    { name: 'b-1', lenders: ['b-1'] },
    { name: 'i-1-and-1-more', lenders: ['i-1', 'i-2'] },
  ];
  const about = { institution: 'm', label: 'M', players, compelled: [], ownFee: 0 };
  const played = { fee: 0, game: game(2, (c) => c), welfare: [0, 1, 2, 3].map((c) => [c, c]) };
  const classes = joiningSentences(solve(about, [played], 'x'));
  expect(classes).toContain(
    '3 lenders may join, too many for a coalition of each: lenders of one kind and of like size choose as one, 2 players in all. As one choose i-1 and 1 more (i-1, i-2).',
  );
  const alone = players.map((one) => ({ ...one, lenders: [one.name] }));
  const each = joiningSentences(solve({ ...about, players: alone }, [played], 'x'));
  expect(each.join(' ')).not.toContain('as one');
});

describe('a game told in words', () => {
  // Being in pays 1 less a hundred times the fee, to each: at .002 everybody joins, at .02 nobody does.
  const players = ['bank-1', 'internet-1'].map((name) => ({ name, lenders: [name] }));
  const about = {
    ...{ institution: 'm', label: 'M', players, compelled: ['consumer-finance'] },
    ownFee: 0.002,
  };
  const fees = [0, 0.002, 0.02].map((fee) => ({
    fee,
    game: game(2, (c, p, r) => ((c >>> p) & 1) * (1 - 100 * fee) + own(c, p, r)),
    welfare: [0, 1, 2, 3].map((c) => [0, 1].map((r) => c / 1000 + r)),
  }));
  const solved = solve(about, fees, 'x');

  it('says which fee is the institution’s own, and where best responses end at each', () => {
    const said = joiningSentences(solved);
    expect(said[0]).toBe(
      'M at a fee of 0.20% of a mean loan: everybody holds; of 4 coalitions 1 holds, 3 fail and 0 cannot be told with these replicates.',
    );
    expect(said).toContain(
      'Fees tried, in % of a mean loan for each loan: 0.00%, 0.20% (its own), 2.00%.',
    );
    expect(said).toContain(
      'At a fee of 0.20% (its own) best responses from nobody and from everybody end at everybody; 1 holds for certain.',
    );
    expect(said).toContain(
      'At a fee of 2.00% best responses from nobody and from everybody end at nobody; 1 holds for certain.',
    );
  });

  it('says the same in Chinese, sentence by sentence, with lenders’ Chinese names', () => {
    const [english, chinese] = [joiningSentences(solved), joiningSentences(solved, 'zh')];
    expect(chinese).toHaveLength(english.length);
    for (const [k, sentence] of chinese.entries()) {
      expect(sentence).toMatch(/\p{Script=Han}.*。$/u);
      expect(sentence.replaceAll(/\bM\b|Holm/g, '')).not.toMatch(/[A-Za-z]/);
      const numbers = (text: string) => (text.match(/\d+(?:\.\d+)?%/g) ?? []).toSorted();
      expect(numbers(sentence)).toEqual(numbers(english[k]));
    }
    expect(chinese.join('')).toContain('银行 1 加入，互联网机构 1 加入；止于全体加入');
    expect(coalitionName(2, players, 'zh')).toBe('{互联网机构 1}');
  });
});
