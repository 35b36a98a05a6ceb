import { describe, expect, it, test } from 'vitest';
import { files, imports, parsed } from '../../source-imports.ts';

/**
 * What a room must not know, through whatever its files import, types included: who may name the type of a thing may be
 * handed it. Some files offer more than one thing; of these the names count.
 */
const secrets: Readonly<Record<string, readonly string[]>> = {
  lenders: [
    ...['engine/columns/hidden.ts', 'engine/columns/outcome.ts', 'engine/columns/loan-sums.ts'],
    ...['engine/people/', 'engine/stake/', 'engine/worlds/', 'engine/files/records.ts'],
  ],
  files: [
    ...['engine/columns/hidden.ts', 'engine/columns/outcome.ts', 'engine/columns/loan-sums.ts'],
    ...['engine/columns/terms.ts', 'engine/people/', 'engine/stake/', 'engine/worlds/'],
  ],
};

/** Names that a room must not take from a file that it may import. */
const names: Readonly<Record<string, readonly string[]>> = {
  'engine/loans/book.ts': ['Motives', 'LoanQuarter'],
  // Only `uniformOf`, for its own lots: who is explored.
  'engine/draws.ts': ['Draws', 'createDraws', 'drawNormals', 'drawUniforms'],
};

interface Line {
  readonly from: string;
  readonly to: string;
  readonly names: readonly string[];
}

function peeksOf(room: string, lines: readonly Line[]): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const next = files.filter((name) => name.startsWith(`engine/${room}/`));
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const line of lines.filter(({ from }) => from === name)) {
      const isSecret = secrets[room].some((one) => line.to.startsWith(one));
      const taken = line.names.filter((one) => names[line.to]?.includes(one));
      if (isSecret || taken.length > 0)
        found.push(`${name} → ${line.to} ${taken.join(' ')}`.trim());
      next.push(line.to);
    }
  }
  return found;
}

/** Columns of `visible` that a text writes by their name. */
const writesIn = (text: string) =>
  [...text.matchAll(/\bvisible\.(\w+)(?:\[[^=;]*\]\s*[-+*/]?=(?!=)|\.(?:fill|set)\()/g)].map(
    ([, column]) => column,
  );

describe.each(Object.keys(secrets))('%s', (room) => {
  it('knows nothing but its information set', () => {
    expect(peeksOf(room, imports)).toEqual([]);
  });
});

it('lenders write no column of what they are shown', () => {
  const found = [...parsed]
    .filter(([name]) => name.startsWith('engine/lenders/'))
    .flatMap(([name, file]) => writesIn(file.text).map((column) => `${name}: ${column}`));
  expect(found).toEqual([]);
});

const card = 'engine/lenders/price-by-card.ts';

test.each<{ what: string; line: Line }>([
  {
    what: 'a trait',
    line: { from: card, to: 'engine/people/population.ts', names: ['Population'] },
  },
  { what: 'the true PD', line: { from: card, to: 'engine/columns/hidden.ts', names: ['hidden'] } },
  {
    what: 'another lender’s unfurnished record',
    line: { from: card, to: 'engine/files/records.ts', names: ['Records'] },
  },
  {
    what: 'left-over noise, drawn over again',
    line: { from: card, to: 'engine/draws.ts', names: ['drawNormals'] },
  },
  {
    what: 'the outcome of a refused loan',
    line: { from: card, to: 'engine/columns/outcome.ts', names: ['outcome'] },
  },
  { what: 'motives', line: { from: card, to: 'engine/loans/book.ts', names: ['Motives'] } },
])('a planted peek is refused: $what', ({ line }) => {
  const before = peeksOf('lenders', imports);
  expect(peeksOf('lenders', [...imports, line]).length).toBeGreaterThan(before.length);
});

test('a planted peek is refused: a write into a report', () => {
  expect(writesIn('visible.repaid[r] = 0;')).toEqual(['repaid']);
});
