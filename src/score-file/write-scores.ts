import type { ScoreModel } from '../scores/index.ts';
import { scoreFile, type ScoredFile } from './score-file.ts';
import { scoreHeader, scoreRow } from './score-rows.ts';
import { writeWhole } from './whole-file.ts';

/** Characters gathered before they are written. */
const chunkSize = 65_536;

/** Scores a file of borrowers into a file of scores, which is there whole or not at all. */
export async function writeScores(
  file: string,
  out: string,
  model: ScoreModel,
): Promise<ScoredFile> {
  let read: ScoredFile | undefined;
  await writeWhole(out, async (write) => {
    let chunk = `${scoreHeader(model)}\n`;
    read = await scoreFile(file, model, (id, explanation) => {
      chunk += `${scoreRow(id, explanation, model)}\n`;
      if (chunk.length < chunkSize) return undefined;
      const full = chunk;
      chunk = '';
      return write(full);
    });
    await write(chunk);
  });
  if (!read) throw new Error('the file was written without being read');
  return read;
}
