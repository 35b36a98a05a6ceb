import { setImmediate } from 'node:timers/promises';
import { charts } from '../../charts/registry.ts';
import { UserError } from '../../errors.ts';
import { formats } from '../../figures/index.ts';
import { requireWritable } from '../../folder/index.ts';
import { readManifest } from '../../folder/manifest.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { requireUntouched } from '../../folder/whole.ts';
import type { Language } from '../../language.ts';
import { readRun } from '../../report/inputs.ts';
import { firstDifference } from '../../run/verify.ts';
import { untrusted } from '../../run/verify-others.ts';
import { didYouMean } from '../../suggest.ts';
import { requireKnown, workKeys, type WorkOptions } from '../options.ts';
import { lookOf, type FigureOptions } from '../result/figure.ts';
import { notTheSame, verifyEvidence } from './verify-evidence.ts';
import { pathOf } from './verbs.ts';
import { holding, meansOf, type PlaceOptions } from './work.ts';

export interface ReportOptions {
  /** Whether every figure is drawn as a file, too; slower. */
  readonly figures?: boolean;
  readonly language?: Language;
  /** Whether files of a report that were edited since may go. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Writes the report of a finished run into its folder, as `creditlab report` does.
 *
 * @returns the paths written, in the folder
 * @throws UserError if the folder holds no finished run, or cannot be written to
 */
export async function report(folder: string | URL, options: ReportOptions = {}): Promise<string[]> {
  requireKnown(options, ['figures', 'language', 'force', 'signal']);
  const { figures: all = false, language = 'en', force = false, signal } = options;
  const path = pathOf(folder);
  const { scenario } = readManifest(path);
  requireWritable(path);
  const { writeReport } = await import('../../report/write-report.ts');
  const style = { figures: all, language, force, onFigure: () => breathe(signal) };
  return holding(path, scenario, signal, () => writeReport(path, style));
}

export interface FiguresOptions extends FigureOptions {
  /** Ids of the figures to draw; without it all. */
  readonly only?: readonly string[];
  /** Endings of the files to write; without it all. */
  readonly formats?: readonly (typeof formats)[number][];
  /** Whether figures that were edited since may go. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
}

/** Files that were drawn, and figures that these results do not allow. */
export interface FiguresDrawn {
  /** In the folder. */
  readonly files: readonly string[];
  readonly missing: readonly { readonly id: string; readonly reason: string }[];
}

/**
 * Draws the figures of a finished run into its folder, as `creditlab figures` does.
 *
 * @throws UserError if the folder holds no finished run, or there is no such figure or format
 */
export async function figures(
  folder: string | URL,
  options: FiguresOptions = {},
): Promise<FiguresDrawn> {
  requireKnown(options, ['theme', 'width', 'language', 'only', 'formats', 'force', 'signal']);
  const { only, formats: wanted = formats, language = 'en', force = false, signal } = options;
  requireWords(
    only ?? [],
    charts.map(({ id }) => id),
    'figure',
  );
  requireWords(wanted, formats, 'format');
  const path = pathOf(folder);
  const { gallery, galleryFiles } = await import('../../report/figures.ts');
  const run = await readRun(path);
  requireWritable(path);
  const { drawn, missing } = gallery(run, only);
  const style = { look: lookOf(options), language, formats: wanted };
  const files = await galleryFiles(drawn, run, style, () => breathe(signal));
  await holding(path, run.scenario, signal, () =>
    publishBeside(path, files, { leaves: true, force }),
  );
  return {
    files: [...files.keys()],
    missing: missing.map(({ chart, reason }) => ({ id: chart.id, reason: reason[language] })),
  };
}

/**
 * Simulates what a folder holds again and compares every file byte by byte, as `creditlab verify --trust` does.
 *
 * @returns how many files were made again
 * @throws UserError with the first difference
 */
export async function verify(
  folder: string | URL,
  options: WorkOptions & Pick<PlaceOptions, 'threads'> & { readonly trust?: boolean } = {},
): Promise<{ readonly files: number }> {
  requireKnown(options, [...workKeys, 'threads', 'trust']);
  const path = pathOf(folder);
  const manifest = readManifest(path);
  requireUntouched(path, manifest);
  const left = options.trust === true ? [] : untrusted(manifest);
  if (left.length > 0) {
    const message = `${path}: to make ${left.join(', ')} again would run code that came with the results`;
    throw new UserError([{ message, hint: 'if you trust it, say so: { trust: true }' }]);
  }
  const { scenario, creditlab, files } = manifest;
  const made = { files: files.length + 1 };
  if (manifest.evidence) {
    const { signal = new AbortController().signal, onProgress, threads } = options;
    await verifyEvidence(path, manifest, threads, { signal, ...(onProgress && { onProgress }) });
    return made;
  }
  const difference = await firstDifference(path, manifest, await meansOf(scenario, options));
  if (difference !== undefined) throw notTheSame(path, difference, creditlab);
  return made;
}

/** Lets an abort through that came meanwhile. */
async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

function requireWords(given: readonly string[], known: readonly string[], what: string): void {
  const strange = given.filter((word) => !known.includes(word));
  if (strange.length === 0) return;
  throw new UserError(
    strange.map((word) => {
      return { message: `there is no ${what} "${word}"`, hint: didYouMean(word, known) };
    }),
  );
}
