import type { TopLevelSpec } from 'vega-lite';
import type { Row, SummaryRow } from '../measures/index.ts';
import type { Cell, Cells, Table } from '../text/csv.ts';
import type { Theme } from './theme.ts';
import type { Language, Words } from '../language.ts';

/** One panel of a figure that has several side by side. */
export type Panel = Extract<TopLevelSpec, { hconcat: unknown }>['hconcat'][number];
/** One layer of a plot. */
export type PlotLayer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];
/** The channels of one plain layer. */
export type PlotEncoding = NonNullable<Extract<PlotLayer, { mark: unknown }>['encoding']>;

/** A scale with its axis, on which a layer may put a field of its own. */
type PlotAxis = Extract<NonNullable<PlotEncoding['y']>, { readonly bin?: unknown }>;
/** The two scales that the layers of a plot share. */
export type PlotAxes = Readonly<Record<'x' | 'y', PlotAxis>>;

export type { Cell, Cells, Table };

/** What charts say about the scenario behind the numbers. */
export interface ScenarioFacts {
  readonly id: string;
  readonly title: string;
  readonly seed: string;
  readonly replicates: number;
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
  /** Date of the first counted quarter, where the scenario has a calendar: `2015-Q1`. */
  readonly start?: string;
  /** Id of the institution that differences are taken against. */
  readonly reference: string;
  /** In the order in which figures have them: the best in welfare first. */
  readonly institutions: readonly { readonly id: string; readonly label: string }[];
}

/** How often each pair of institutions stands in which order over the economies that fit the targets as well. */
interface AdmissibleStandings {
  /** Economies asked. */
  readonly economies: number;
  /** By measure: how often the first of a pair is ahead of the second, told apart by its interval. */
  readonly pairs: readonly {
    readonly measure: string;
    readonly first: string;
    readonly second: string;
    readonly ahead: number;
    readonly behind: number;
  }[];
}

/** All that any chart may read: stored results, never an engine. */
export interface ChartInputs {
  readonly scenario: ScenarioFacts;
  /** results.csv */
  readonly rows: readonly Row[];
  /** summary.csv */
  readonly summary: readonly SummaryRow[];
  /** Other tables of the output folder by file stem: `karlan-zinman` for experiments/karlan-zinman.csv. */
  readonly tables: Readonly<Record<string, Table>>;
  /** Seed and size of experiments by file stem, where they are not those of the run. */
  readonly experiments?: Readonly<
    Record<string, Pick<ScenarioFacts, 'seed' | 'replicates' | 'borrowers'>>
  >;
  /** What the economy is calibrated to, in words that stand under every figure. */
  readonly economy?: Words;
  /** The reference, where it is not among the institutions that are drawn. */
  readonly reference?: { readonly id: string; readonly label: string };
  /** How rankings stand over the economies that fit as well; absent where nobody has asked. */
  readonly standings?: AdmissibleStandings;
}

/** What a foot says of a drawing's numbers where it is not what it says of a run's. */
interface Behind {
  /** Points of a design that count. */
  readonly points?: number;
  /** The intervals that are drawn, where they are not those of means over replicates; 'none' where none are. */
  readonly intervals?: Words | 'none';
}

/** A figure whose numbers are all there: everything that an export or a page needs of it. */
export interface Drawing {
  readonly behind?: Behind;
  /** The tidy rows behind the picture, as they are written beside it. */
  readonly table: Table;
  readonly spec: (theme: Theme, language: Language) => TopLevelSpec;
  /** What is drawn, of whom, with what uncertainty. */
  readonly caption: (language: Language) => string;
  /** What the picture shows, with numbers, for who cannot see it. */
  readonly altText: (language: Language) => string;
}

/** Why a chart cannot be drawn from these results, and what would make it so. */
export interface Missing {
  readonly missing: Words;
}

/**
 * A chart: stored rows in, a drawing out, or the reason why there is none. Pure: no files, no clock,
 * no engine.
 */
export interface Chart {
  /** Kebab-case; the file stem of the figure. */
  readonly id: string;
  readonly title: Words;
  /** File stem of the experiment that it draws; without one it draws the run itself. */
  readonly experiment?: string;
  /** A picture of the paper that the project starts from, not of results: of what it prints, or of what follows from that. */
  readonly ofThePaper?: 'printed' | 'derived';
  /** It follows from the rules of the institutions; nothing of it was simulated. */
  readonly ofRules?: true;
  readonly draw: (inputs: ChartInputs) => Drawing | Missing;
}

export function isMissing(result: Drawing | Missing): result is Missing {
  return 'missing' in result;
}
