import { describe, expect, it } from 'vitest';
import { problemsIn, small } from './in-memory.ts';
import { lists, onlyProblem, replaced } from './marked.ts';

it('shows all problems at once, from the top of the file to its end', async () => {
  const text = `
version: 1
title: Bad
questoin: What?
source: none
borrowers: 5
burnIn: 99
lenders:
  - { id: left, kind: bank, share: 0.5, fee: 1 }
  - { id: right, kind: internet, share: half }
institutions:
  - nun
  - { use: sesame, with: { lagg: 1, fee: -1 } }
`;
  const problems = await problemsIn(text);
  expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual([
    ...['4:1', '6:12', '7:9', '9:3', '9:41', '10:41', '12:5', '13:28', '13:42'],
  ]);
});

describe('a contradiction is told beside a mistake of another kind', () => {
  const cap = 'pricing: { cap: 0.01 }';
  const capProblem = 'economy.pricing.cap: at 0.01 a year a borrower repays';
  const lagProblem = 'lag 30 with retentionNegative 28 and retentionPositive 28';
  const economy = (text: string) => replaced('{ search: { quotes: 2 } }', `{ ${text} }`);
  it.each([
    [
      'an unknown key in the same group',
      economy('search: { quotes: 2 }, pricing: { cap: 0.01, marginn: 3 }'),
      [capProblem, 'economy.pricing: unknown key "marginn"'],
    ],
    [
      'an unknown group',
      economy(`search: { quotes: 2 }, prices: { cap: 1 }, ${cap}`),
      ['economy: unknown key "prices"', capProblem],
    ],
    [
      'a number out of range in another group',
      economy(`search: { quotes: 2, moving: 7 }, ${cap}`),
      ['economy.search.moving: 7 is outside', capProblem],
    ],
    [
      'an unknown key of a lender, and shares that do not add up',
      economy(`search: { quotes: 3 }, ${cap}`).replace('share: 0.5 }', 'share: 0.4, color: red }'),
      [
        'lenders: shares add up to 0.9',
        'lenders, entry 1: unknown key "color"',
        'economy.search.quotes: 3 quotes from 2 lenders',
        capProblem,
      ],
    ],
    [
      'a share out of range',
      economy(`search: { quotes: 2 }, ${cap}`).replace('share: 0.5 }', 'share: 5 }'),
      ['lenders, entry 1, share: 5 is outside', capProblem],
    ],
    [
      'no lenders at all',
      `${small.replace(/lenders:\n.*\n.*\n/, '')}burnIn: 62\n`,
      ['lenders: missing', 'burnIn: after a burn-in of 62'],
    ],
    [
      'an unknown value of an institution',
      lists('{ use: market-led, with: { lag: 30, fea: x } }'),
      [lagProblem, 'unknown key "fea"'],
    ],
    [
      'an unknown key of its entry',
      lists('{ use: market-led, colour: red, with: { lag: 30 } }, { use: market-led }'),
      ['unknown key "colour"', lagProblem, '"market-led" stands here twice'],
    ],
    [
      'a declared institution without a name',
      lists('{ declare: { label: X, contributes: {}, reads: {} }, with: { lag: 31, fee: -1 } }'),
      ['as: missing', 'lag: 31 is outside', 'fee: -1 is outside'],
    ],
    [
      'a reference that is not there, and a wrong participation',
      `${lists('{ use: market-led, participation: 2 }')}reference: dual\n`,
      [
        'participation: 2 is above 1',
        'reference: the reference "dual" is not among the institutions',
      ],
    ],
  ])('%s', async (_, text, expected) => {
    const messages = (await problemsIn(text)).map(({ message }) => message);
    expect(messages).toEqual(expected.map((part) => expect.stringContaining(part)));
  });
});

describe('what follows from a mistake alone is no problem of its own', () => {
  it.each([
    ['a misspelt number of quotes', replaced('quotes: 2', '‹qoutes: 2')],
    ['a number of quotes that is none', replaced('quotes: 2', 'quotes: ‹two')],
    ['a misspelt title', replaced('title: Small', '‹titel: Small')],
    ['a name that is none', `${lists('{ use: dual, as: ‹Mine! }, dual')}reference: mine\n`],
    [
      'a lag that is none',
      lists('{ use: market-led, with: { lag: ‹few, retentionNegative: 31 } }'),
    ],
    [
      'a funding that is none',
      replaced('share: 0.5 }', 'share: 0.5, funding: ‹low }').replace(
        '{ search',
        '{ pricing: { cap: 0.1 }, search',
      ),
    ],
  ])('%s', async (_, text) => {
    expect(await onlyProblem(text)).not.toBe('');
  });
});
