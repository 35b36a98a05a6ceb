/** A value as a design sets it: a number, a switch, a word, or a list of words (who participates). */
export type FactorValue = number | boolean | string | readonly string[];

/** What of a scenario a key sets. */
export type FactorTarget =
  | { readonly of: 'run'; readonly name: 'borrowers' | 'quarters' | 'burnIn' | 'sanctions' }
  | { readonly of: 'economy'; readonly group: string; readonly name: string }
  | { readonly of: 'lenders'; readonly ids: readonly string[]; readonly name: string }
  | {
      readonly of: 'institutions';
      readonly name: string;
      /** Those that have such a number, and what it usually is under each: what equals that is left out. */
      readonly usual: Readonly<Record<string, number | boolean>>;
    }
  | { readonly of: 'participation'; readonly id: string }
  | {
      /** Which institution stands in the place of `id`, or is what that becomes in one of its phases, from 0. */
      readonly of: 'use';
      readonly id: string;
      readonly phase?: number;
    }
  | {
      readonly of: 'phases';
      /** Id of the reform, and which of its phases, from 0. */
      readonly id: string;
      readonly phase: number;
      readonly name: string;
      /** What a value of the institution usually is; undefined for an act of the phase itself. */
      readonly usual?: number | boolean;
    };

/** One dimension of a design: a key, e.g. `economy.behaviour.awareness`, and what it sets. */
export interface Factor {
  readonly key: string;
  readonly target: FactorTarget;
}

/** Where the values of a factor lie that is drawn. */
export type Axis =
  | {
      readonly kind: 'range';
      readonly low: number;
      readonly high: number;
      readonly scale: 'linear' | 'log';
      readonly whole: boolean;
      /**
       * Keeps a draw within what another value leaves: it is at most `total`, less the value of the factor number `less`.
       * The whole range is shrunk, so that every draw stays as even as it was.
       */
      readonly limit?: { readonly total: number; readonly less?: number };
    }
  /** Each as likely. */
  | { readonly kind: 'list'; readonly values: readonly FactorValue[] };

/** What one does not know: points drawn, or given. Axes and rows go with the factors after the varied ones. */
export type PointSample =
  | { readonly kind: 'sobol'; readonly points: number; readonly axes: readonly Axis[] }
  | { readonly kind: 'morris'; readonly trajectories: number; readonly axes: readonly Axis[] }
  /** Saltelli's design for indices: each base point is a block of axes + 2 points. No file asks for it. */
  | { readonly kind: 'saltelli'; readonly base: number; readonly axes: readonly Axis[] }
  | {
      readonly kind: 'file';
      readonly rows: readonly (readonly FactorValue[])[];
      /** By row: where it comes from, such as the descent that found it. Only of a file that says so. */
      readonly starts?: readonly string[];
    };

/** What a market must do for its point to count. */
export type Requirement =
  | { readonly kind: 'lends' }
  | { readonly kind: 'no-lender-loses' }
  | {
      readonly kind: 'measure';
      readonly measure: string;
      readonly world: string;
      /** Under every institution, if none is named. */
      readonly institution?: string;
      readonly min?: number;
      readonly max?: number;
    };

/** Many points of one scenario: all of them meet the same people with the same luck. Plain data. */
export interface Design {
  /** Those that are varied, in the order of the file, then those that are sampled. */
  readonly factors: readonly Factor[];
  /** Values of each of the first factors: all combinations of them, or (zip) the first with the first and so on. */
  readonly varied: readonly (readonly FactorValue[])[];
  readonly zip: boolean;
  /** Crosses what is varied. */
  readonly sample?: PointSample;
  readonly require: readonly Requirement[];
  /** Whether quarters are kept too. */
  readonly series: boolean;
  /** Id of the experiment that is done at each point in place of a plain run. No file asks for it. */
  readonly experiment?: string;
}
