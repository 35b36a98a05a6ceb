import { describe, expect, it, test } from 'vitest';
import { texts } from './imports.ts';
import { knownIn, knowsColumns } from './knowledge.ts';
import { knows, words } from './information-sets.ts';

/** Files beside the rooms that know columns by their office: they hand each stage its part. */
const offices = [
  ...['engine/quarter.ts', 'engine/state.ts', 'engine/world-state.ts', 'engine/world-memory.ts'],
  ...[
    'engine/parts.ts',

    'engine/draws.ts',
    'engine/macro.ts',
    'engine/lots/record-errors.ts',
  ],
];

const rooms = Object.keys(knows);

describe.each(rooms)('%s', (room) => {
  const found = knownIn(room, texts);
  const { reads, writes } = knows[room];

  it('reads its information set, all of it and nothing else', () => {
    expect(found.reads).toEqual(words(reads));
  });

  it('writes its own columns', () => {
    expect(found.writes).toEqual(words(writes));
  });
});

test('whoever knows columns is in the table, or knows them by its office', () => {
  const others = [...texts.keys()].filter(
    (name) =>
      name.startsWith('engine/') &&
      !rooms.some((room) => name.startsWith(`engine/${room}/`)) &&
      !name.startsWith('engine/columns/') &&
      knowsColumns(name, texts),
  );
  expect(others.toSorted()).toEqual(offices.toSorted());
});
