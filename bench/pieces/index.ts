import type { Piece } from '../measurement.ts';
import { bandwidth, operations } from './bounds.ts';
import { census } from './census.ts';
import { engine } from './engine.ts';
import { columns, flocc } from './kernel.ts';
import { naive } from './naive.ts';
import { threads } from './threads.ts';

/** Every piece of work that can be measured, by name. */
export const pieces: Readonly<Record<string, Piece>> = {
  engine,
  threads,
  naive,
  flocc,
  columns,
  bandwidth,
  operations,
  census,
};
