import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { scenarioFolder } from '../../src/scenario/disk.ts';
import { shippedIds } from './shipped-ids.ts';

const kept = readFileSync(join(scenarioFolder, 'scenario.schema.json'), 'utf8');
/** What an editor makes of it. */
const editor = z.fromJSONSchema(JSON.parse(kept));

it('the JSON Schema for editors is up to date (npm run schema writes it)', () => {
  expect(kept).toBe(scenarioJsonSchema());
});

it.each(shippedIds)('an editor finds no mistake in %s', (id) => {
  const text = readFileSync(join(scenarioFolder, `${id}.yaml`), 'utf8');
  expect(editor.safeParse(parse(text)).error).toBeUndefined();
});

describe('an editor marks', () => {
  const good = {
    ...{ version: 1, title: 'T', question: 'Q', source: 'S', extends: 'baseline' },
    institutions: [
      'none',
      { use: 'sesame', with: { authenticity: 0.5 } },
      { use: './mine.ts' },
      {
        use: 'market-led',
        reforms: [
          {
            as: 'registry',
            phases: [
              {
                from: '2028-Q1',
                become: { as: 'both', combine: ['market-led', { use: 'government-led', as: 'r' }] },
              },
              { from: 60, with: { 'r.fee': 0.01, lag: 1 }, erase: { incomeFifths: [1] } },
            ],
          },
        ],
      },
    ],
  };
  const changing = (phase: object) => ({
    ...good,
    institutions: [{ use: 'market-led', phases: [phase] }],
  });
  it.each([
    ['a misspelt key', { ...good, sead: 'a' }],
    ['a missing header', { ...good, title: undefined }],
    ['a number out of range', { ...good, economy: { pricing: { cap: 50 } } }],
    ['an unknown institution', { ...good, institutions: ['nun'] }],
    [
      'a parameter of another institution',
      { ...good, institutions: [{ use: 'dual', with: { banksRead: true } }] },
    ],
    ['an unknown parameter for all', { ...good, everyInstitution: { fooo: 1 } }],
    ['a phase without a date', changing({ cap: 0.3 })],
    ['a misspelt key of a phase', changing({ from: 40, becomes: 'none' })],
    ['no date', changing({ from: '2028', cap: 0.3 })],
    ['a phase that becomes nothing known', changing({ from: 40, become: 'nun' })],
    ['a number out of range in a phase', changing({ from: 40, with: { retentionNegative: 40 } })],
    ['a fifth that is none', changing({ from: 40, erase: { incomeFifths: [6] } })],
  ])('%s', (_, bad) => {
    expect(editor.safeParse(good).success).toBe(true);
    expect(editor.safeParse(JSON.parse(JSON.stringify(bad))).success).toBe(false);
  });
});

it('an editor shows meaning, unit, default and source of a number', () => {
  const search = JSON.parse(kept).properties.economy.properties.search;
  expect(search.properties.quotes).toMatchObject({ type: 'integer', minimum: 1, default: 3 });
  expect(search.properties.quotes.description).toContain('lenders asked');
});
