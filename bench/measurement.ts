import { z } from 'zod';

/** A piece of work and its size. */
const taskSchema = z.object({
  /** Which piece (pieces/index.ts). */
  piece: z.string(),
  borrowers: z.number().default(0),
  quarters: z.number().default(0),
  /** Lenders of the market; as in the baseline unless given. */
  lenders: z.number().optional(),
  institution: z.string().default('government-led'),
  /** A module of bench/plug-ins/ in its place: loaded as a user's own, or compiled with the program. */
  module: z.string().optional(),
  loaded: z.enum(['plug-in', 'compiled']).default('plug-in'),
  threads: z.number().default(1),
  /** All four worlds instead of the actual one. */
  worlds: z.boolean().default(false),
  /** How often, with other luck each time: a small market is over too soon to be timed. */
  repeats: z.number().default(1),
});
export type Task = z.infer<typeof taskSchema>;
export type TaskInput = z.input<typeof taskSchema>;

/** What a piece of work took and what came of it. */
const measurementSchema = z.object({
  /** By the clock. */
  seconds: z.number(),
  /** Processor time of all threads. */
  cpu: z.number(),
  /** Bytes by which the process grew at most. */
  grown: z.number(),
  /** How much was done, in the piece's own unit. */
  work: z.number(),
  /** Numbers that came of it, by name: they tell whether two pieces did the same. */
  found: z.record(z.string(), z.number()),
});
export type Measurement = z.infer<typeof measurementSchema>;

export type Piece = (task: Task) => Measurement | Promise<Measurement>;

export const parseTask = (text: string): Task => taskSchema.parse(JSON.parse(text));
export const parseMeasurement = (text: string): Measurement =>
  measurementSchema.parse(JSON.parse(text));

/** Runs something and says what it took. */
export async function clocked(
  work: number,
  run: () => Measurement['found'] | Promise<Measurement['found']>,
): Promise<Measurement> {
  const resident = process.memoryUsage.rss();
  const before = process.cpuUsage();
  const start = performance.now();
  const found = await run();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const grown = Math.max(0, process.resourceUsage().maxRSS * 1024 - resident);
  return { seconds, cpu: (user + system) / 1e6, grown, work, found };
}
