import type { ScoreModel } from '../scores/index.ts';
import { scoreFile, type ReadingOptions, type ScoredFile } from './score-file.ts';
import { scoreHeader, scoreRow } from './score-rows.ts';
import { writeTo, type ScoreOutput } from './whole-file.ts';

/** Letters gathered in one piece. */
const chunkSize = 65_536;

/** Scores a file of borrowers into a file of scores, which is there whole or not at all; pipes, too, get all or nothing. */
export async function writeScores(
  file: string,
  out: ScoreOutput,
  model: ScoreModel,
  options: ReadingOptions = {},
): Promise<ScoredFile> {
  const pieces: string[] = [];
  let piece = `${scoreHeader(model)}\n`;
  const read = await scoreFile(
    file,
    model,
    (id, explanation) => {
      piece += `${scoreRow(id, explanation, model)}\n`;
      if (piece.length < chunkSize) return;
      pieces.push(piece);
      piece = '';
    },
    options,
  );
  writeTo(out, [...pieces, piece]);
  return read;
}
