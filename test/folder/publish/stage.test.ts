import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeDisk } from '../../../src/folder/publish/disk.ts';
import { stageAt } from '../../../src/folder/publish/stage.ts';

/** Pieces around the size that is gathered, a million bytes, in letters of one, two, three and four bytes. */
const text = fc
  .tuple(
    fc.constantFrom('a', 'é', '信', '🏦', 'x,信\n'),
    fc.constantFrom(0, 1, 7, 1000, 180_000, 350_000, 600_000),
  )
  .map(([letter, count]) => letter.repeat(count));
const bytes = fc.uint8Array({ maxLength: 9 });

it('holds its pieces in order, whatever their letters and sizes, and tells their length and hash', () => {
  const folder = mkdtempSync(join(tmpdir(), 'creditlab-stage-'));
  let files = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(text, bytes), { maxLength: 6 }), (pieces) => {
      const path = join(folder, String(files++));
      const file = stageAt(path, nodeDisk);
      for (const piece of pieces) file.write(piece);
      const staged = file.end();
      const all = Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)));
      expect(readFileSync(path).equals(all)).toBe(true);
      expect(staged).toEqual({
        bytes: all.length,
        sha256: createHash('sha256').update(all).digest('hex'),
      });
    }),
    { numRuns: 40 },
  );
});
