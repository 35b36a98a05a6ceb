import { describe, expect, it } from 'vitest';
import { problemsIn, small } from './in-memory.ts';
import { lists, onlyProblem, replaced } from './marked.ts';

describe('a misspelt key', () => {
  it.each([
    ['at the top', `${small}‹borowers: 500\n`, 'did you mean borrowers?'],
    ['as a group of the economy', replaced('{ search:', '{ ‹serach:'), 'did you mean search?'],
    ['in a group', replaced('{ quotes: 2 }', '{ quotes: 2, ‹homelender: false }'), 'homeLender?'],
    ['in a lender', replaced('share: 0.5 }', 'share: 0.5, ‹fundng: 0 }'), 'did you mean funding?'],
    ['of an entry', lists('{ use: sesame, ‹wiht: { lag: 1 } }'), 'did you mean with?'],
    ['under with', lists('{ use: sesame, with: { ‹retentoin: 2 } }'), 'retentionNegative?'],
    ['of everyInstitution', `${small}everyInstitution: { ‹lagg: 1 }\n`, 'did you mean lag?'],
    [
      'of a declared institution',
      lists('{ as: x, declare: { label: X, contributes: { ‹bnak: may }, reads: {} } }'),
      'did you mean bank?',
    ],
    [
      'of a group, one level too high',
      replaced('{ search:', '{ ‹awareness: 1, search:'),
      'economy: { behaviour: { awareness: … } }',
    ],
    [
      'of the economy, at the top',
      `${small}‹behaviour: { awareness: 1 }\n`,
      'it stands under economy: { behaviour: … }',
    ],
    ['of institutions, at the top', `${small}‹fee: 0.1\n`, 'it stands under everyInstitution'],
    ['for merging', `${small}‹<<: { seed: a }\n`, 'merge keys are not read; use extends'],
  ])('%s is pointed out', async (_, text, hint) => {
    expect(await onlyProblem(text)).toContain(hint);
  });
});

describe('a value of the wrong type', () => {
  it.each([
    ['a separator', `${small}borrowers: ‹2_000\n`, 'got the text "2_000"\nwrite 2000'],
    ['quotation marks', `${small}borrowers: ‹"2000"\n`, 'write 2000'],
    ['a percentage', replaced('share: 0.5 }', 'share: ‹50% }'), 'write 0.5: shares are decimals'],
    ['a word', `${small}quarters: ‹many\n`, 'expected a number (quarters), got the text "many"'],
    ['nothing', `${small}quarters:‹\n`, 'expected a number (quarters), got nothing'],
    ['not a number', `${small}quarters: ‹.nan\n`, 'NaN'],
    ['infinity', replaced('quotes: 2', 'quotes: ‹.inf'), 'quotes'],
    ['a list', `${small}title: [a]\n`.replace('title: Small\n', '').replace('[a]', '‹[a]'), 'text'],
    ['text for a switch', replaced('quotes: 2', 'quotes: 2, homeLender: ‹yes'), 'true or false'],
    ['a group for a list', replaced('[none, full-sharing]', '‹{ none: 1 }'), 'in brackets, [a, b]'],
    ['a number for a group', `${small}everyInstitution: ‹3\n`, 'expected a group of keys, got 3'],
    ['a number for an institution', lists('‹3'), 'expected the id of an institution'],
    [
      'a word for participation',
      lists('{ use: market-led, participation: ‹all }'),
      'a share (0..1)',
    ],
    ['a list for a seed', `${small}seed: ‹[1]\n`, 'expected a word or a whole number'],
  ])('is pointed out: %s', async (_, text, expected) => {
    expect(await onlyProblem(text)).toContain(expected);
  });
});

describe('a value out of range', () => {
  it.each([
    ['one borrower', `${small}borrowers: ‹1\n`, '1 is outside 100..100000000 (borrowers)'],
    ['half a quarter', `${small}quarters: ‹20.5\n`, '20.5 is not a whole number'],
    ['no replicates', `${small}replicates: ‹0\n`, '0 is outside 1..10000'],
    ['a lender without share', replaced('share: 0.5 }', 'share: ‹0 }'), '0 is outside 0.0001..1'],
    ['a loading of one', replaced('{ search', '{ traits: { capacityLoading: ‹1 }, search'), '0.99'],
    ['long retention', lists('{ use: sesame, with: { retentionNegative: ‹32 } }'), '0..31'],
    [
      'a loan of no quarters',
      replaced('{ search', '{ loan: { term: ‹0 }, search'),
      '1..12 (quarters)',
    ],
    [
      'a need above one',
      replaced('{ search', '{ need: { demand: ‹1.2 }, search'),
      '0..0.95 (chance',
    ],
    [
      'a recovery above one',
      replaced('share: 0.5 }', 'share: 0.5, recovery: ‹1.1 }'),
      '0..1 (share)',
    ],
    ['for every institution', `${small}everyInstitution: { falseDefault: ‹2 }\n`, '0..1 (share)'],
    ['more than all', lists('{ use: market-led, participation: ‹1.5 }'), '1.5 is above 1'],
    ['another version', replaced('version: 1', 'version: ‹2'), 'write 1'],
    ['an unknown world', `${small}worlds: [‹actul]\n`, 'did you mean actual?'],
    ['a fate of sanctions', `${small}sanctions: ‹relearnt\n`, 'did you mean relearned?'],
    ['no worlds', `${small}worlds: ‹[]\n`, 'the list is empty'],
    ['an unknown kind of lender', replaced('kind: bank', 'kind: ‹bnak'), 'did you mean bank?'],
    ['an id with a space', replaced('id: left', 'id: ‹left bank'), 'no id'],
    ['an empty title', replaced('title: Small', 'title: ‹""'), 'the text is empty'],
    ['an empty seed', `${small}seed: ‹""\n`, 'the text is empty'],
    [
      'an unknown duty',
      lists('{ as: x, declare: { label: X, contributes: { bank: ‹maybe }, reads: {} } }'),
      'allowed: barred, may, must',
    ],
  ])('is pointed out: %s', async (_, text, expected) => {
    expect(await onlyProblem(text)).toContain(expected);
  });
});

describe('a contradiction', () => {
  it.each([
    [
      'a burn-in that leaves no loan to count',
      `${small}burnIn: ‹61\n`,
      'loans of 4 quarters do not end within 64',
    ],
    [
      'loans longer than what is counted',
      `${replaced('{ search', '{ loan: { term: 12 }, search')}burnIn: ‹53\n`,
      'economy.loan.term, 65',
    ],
    ['shares below one', replaced('lenders:\n  -', 'lenders:\n  ‹-').replace('0.5', '0.4'), '0.9'],
    ['two lenders of one id', replaced('id: right', 'id: ‹left'), 'ids are unique'],
    ['more quotes than lenders', replaced('quotes: 2', 'quotes: ‹3'), '3 quotes from 2 lenders'],
    [
      'a cap below the cheapest loan',
      replaced('{ search', '{ pricing: { cap: ‹0.1 }, search'),
      'at 0.1 a year a borrower repays 1.0633 per unit lent in 4 quarters, and the cheapest lender needs 1.0',
    ],
    [
      'a lag that outlives the record map',
      lists('{ use: market-led, with: { lag: ‹4 } }'),
      'lag 4 with retentionNegative 28 and retentionPositive 28',
    ],
    ['one institution twice', lists('‹none'), '"none" stands here twice'],
    ['one name for two', lists('{ use: sesame, as: a }, ‹{ use: dual, as: a }'), 'as:'],
    ['the name of another', lists('{ use: sesame, as: ‹dual }'), 'name of a built-in institution'],
    [
      'a declared institution named as another',
      lists('{ as: ‹dual, declare: { label: X, contributes: {}, reads: {} } }'),
      'name of a built-in institution',
    ],
    ['an unknown institution', lists('‹sesam'), 'did you mean sesame?'],
    ['an unknown institution under use', lists('{ use: ‹sesam }'), 'or a path such as ./sesam.ts'],
    ['a missing module', lists('{ use: ‹./gone.ts }'), 'there is no ./gone.ts'],
    ['a reference that is not there', `${small}reference: ‹dual\n`, 'not among the institutions'],
    [
      'an unknown participant',
      lists('{ use: market-led, participation: [left, ‹rihgt] }'),
      'did you mean right?',
    ],
    [
      'a participant without a choice',
      lists('{ use: sesame, participation: [right, ‹left] }'),
      'sesame leaves "left" no choice',
    ],
    [
      'participation where nobody has a choice',
      lists('{ use: government-led, participation: ‹0.5 }'),
      'leaves no lender the choice',
    ],
    [
      'values that an institution’s own rules refuse',
      lists('‹{ use: sesame, with: { floor: 900, ceiling: 800 } }'),
      'sesame',
    ],
  ])('is pointed out: %s', async (_, text, expected) => {
    // A sequence's place is that of its first dash.
    expect(await onlyProblem(text)).toContain(expected);
  });
});

describe('what an earlier economy had', () => {
  it.each([
    ['hazard: { ‹base: 2 }', 'economy.hazard.base: this economy has it no more\ntwo hazards'],
    ['‹project: { dial: 2 }', 'economy.project: this economy has it no more\nuse took its place'],
    ['reputation: { ‹valueOfAccess: 1 }', 'reputation.draws'],
    ['need: { ‹demnd: 1 }', 'did you mean demand?'],
  ])('is told what took its place: %s', async (group, expected) => {
    expect(await onlyProblem(replaced('{ search', `{ ${group}, search`))).toContain(expected);
  });
});

describe('broken YAML', () => {
  it.each([
    ['a key twice', `${small}‹title: Again\n`, 'Map keys must be unique: title stands here'],
    ['a bracket left open', `${small}worlds: [actual\n‹`, 'end with a ]'],
    ['a question mark', replaced('question: What', 'question: ‹? What'), 'in quotation marks'],
    ['a colon in a title', replaced('title: Small', 'title: ‹Small: indeed'), 'quotation marks'],
    ['a sign in front', replaced('source: none', 'source: ‹@none'), 'in quotation marks'],
    ['a colon without a space', replaced('source: none', '‹source:none'), 'a colon and a space'],
    ['a quotation mark left open', `${small}seed: "a\n‹`, 'Missing closing "quote'],
    ['a tab for indentation', `${small}everyInstitution:\n‹\tlag: 1\n`, 'indent with spaces'],
    ['an alias of nothing', `${small}seed: ‹*nothing\n`, 'Unresolved alias'],
  ])('is pointed out, and nothing that follows from it: %s', async (_, text, expected) => {
    const at = text.slice(0, text.indexOf('‹')).split('\n').length;
    const problems = await problemsIn(text.replace('‹', ''));
    const messages = problems.map(({ line, message, hint }) => `${line}: ${message} ${hint ?? ''}`);
    expect(messages).toEqual([expect.stringContaining(expected)]);
    expect(messages[0]).toMatch(new RegExp(`^${at}: `));
  });

  it('that holds nothing is told so', async () => {
    expect(await problemsIn('')).toMatchObject([
      { line: 1, column: 1, message: 'the file is empty' },
    ]);
    expect((await problemsIn('just words\n'))[0]?.message).toContain('expected a group of keys');
  });
});

describe('a missing part', () => {
  it.each(['title', 'question', 'source', 'version', 'lenders', 'institutions'])(
    'is pointed out: %s',
    async (key) => {
      const without = key === 'lenders' ? /lenders:\n.*\n.*\n/ : new RegExp(`^${key}:.*\n`, 'm');
      const problems = await problemsIn(small.replace(without, ''));
      expect(problems.map(({ message }) => message)).toEqual([`${key}: missing`]);
    },
  );
});

it('counts entries of lists from one, as people do', async () => {
  const [problem] = await problemsIn(lists('{ use: sesame, with: { lag: -1 } }'));
  expect(problem.message).toBe('institutions, entry 2, with.lag: -1 is outside 0..30 (quarters)');
});
