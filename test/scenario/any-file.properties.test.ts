import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import { problemsIn, small } from './in-memory.ts';

const example = `${small}
seed: a
worlds: [actual]
everyInstitution: { lag: 1 }
reference: none
`.replace(
  '[none, full-sharing]',
  `[none, { use: market-led, as: m, with: { fee: 0.1 }, participation: [left] },
  { as: d, declare: { label: D, contributes: { bank: may }, reads: { bank: { bank: full } } } }]`,
);

type Step = string | number;

/** Every place in a value, as the way to it. */
function places(value: unknown, at: readonly Step[] = []): Step[][] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, child]) =>
          places(child, [...at, Array.isArray(value) ? Number(key) : key]),
        )
      : [];
  return [[...at], ...inside];
}

function replaced(value: unknown, [step, ...rest]: readonly Step[], by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((child, i) => (i === step ? replaced(child, rest, by) : child));
  }
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.map(([key, child]) => [key, key === step ? replaced(child, rest, by) : child]),
  );
}

const data: unknown = parseYaml(example);

it('the example is a valid scenario', async () => {
  expect(await problemsIn(example)).toEqual([]);
});

it('whatever stands in the place of one of its values, it is read or refused with a place in the file', async () => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('__proto__', 'constructor', 'toString', '1_000', '5%', NaN, Infinity, -0),
    fc.record({ constructor: fc.integer(), toString: fc.boolean() }),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places(data)), odd, async (at, by) => {
      const text = stringify(replaced(data, at, by));
      for (const { file, line, message } of await problemsIn(text)) {
        expect(file).toBe('here.yaml');
        expect(line).toBeGreaterThan(0);
        expect(message).not.toBe('');
      }
    }),
    { numRuns: 120 },
  );
});

it('whatever text it holds, a file is read or refused', async () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...Array.from('{}[]:-,&*!|>\n "\'#a1')) }),
  );
  await fc.assert(
    fc.asyncProperty(text, async (content) => {
      expect((await problemsIn(content)).length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
