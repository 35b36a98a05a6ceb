import { estimate, type Estimate } from '../../math/interval.ts';
import { betweenWorlds, fixed } from '../../measures/index.ts';
import type { ExperimentSummaryRow } from '../experiment-rows.ts';
import type { ExperimentReading } from '../reading.ts';
import { errorRate, paired, type Samples } from '../../replicates/index.ts';
import {
  enumerated,
  institutionName,
  quantity,
  type Cast,
  type Answer,
} from '../../findings/index.ts';

/** What became of the market under one institution. */
export type Fate =
  | 'collapsed'
  | 'unravelling'
  | 'lemons'
  | 'advantageous'
  | 'undecided'
  | 'not defined';

/** Estimates of one institution over replicates. */
export interface LemonsEstimates {
  /** Safe types that hidden types drive away, and its rise over time. */
  readonly hidden: Estimate;
  readonly hiddenRise: Estimate;
  /** Loans that hidden types undo, and its rise over time. */
  readonly lost: Estimate;
  readonly lostRise: Estimate;
}

/** Share of loans undone from which a market counts as collapsed. */
const collapsedFrom = 0.5;

/**
 * The verdict, from 95% intervals: collapsed if hidden types undo more than half of the loans; unravelling if they
 * drive safe types away, undo loans, and both are still rising; lemons if they drive safe types away without that;
 * advantageous if they keep safe types in. Undecided where the interval has both signs, or there is none.
 */
export function fateOf({ hidden, hiddenRise, lost, lostRise }: LemonsEstimates): Fate {
  if (hidden.n === 0 && lost.n === 0) return 'not defined';
  if (lost.low > collapsedFrom) return 'collapsed';
  if (hidden.high < 0) return 'advantageous';
  if (!(hidden.low > 0)) return 'undecided';
  return hiddenRise.low > 0 && lost.low > 0 && lostRise.low > 0 ? 'unravelling' : 'lemons';
}

const says: Readonly<Record<Fate, string>> = {
  collapsed: 'The market has collapsed (hidden types undo more than half of its loans)',
  unravelling: 'The market unravels (safe types leave, loans are undone, both more and more)',
  lemons: 'Hidden types drive safe types away, but the market does not unravel',
  advantageous: 'Selection is advantageous (hidden types keep safe types in)',
  undecided: 'Cannot tell whether hidden types drive safe types away',
  'not defined': 'Not defined, for want of loans',
};

/** Which markets unravel, and where hidden types drive away the most and the fewest. */
function answers(samples: Samples, cast: Cast, summary: readonly ExperimentSummaryRow[]): Answer[] {
  const institutions = [...cast.labels.keys()];
  const of = (institution: string, measure: string) =>
    estimate(samples.values(institution, 'actual', `lemons:${measure}`));
  const fates = institutions.map((institution) => ({
    institution,
    fate: fateOf({
      hidden: of(institution, 'hidden'),
      hiddenRise: of(institution, 'hidden-rise'),
      lost: of(institution, 'lost'),
      lostRise: of(institution, 'lost-rise'),
    }),
  }));
  const sentences = Object.entries(says).flatMap(([fate, sentence]) => {
    const those = fates.filter((one) => one.fate === fate);
    if (those.length === 0) return [];
    return [
      `${sentence}: ${enumerated(those.map(({ institution }) => institutionName(institution, cast)))}.`,
    ];
  });
  const ordered = institutions
    .map((institution) => ({ institution, hidden: of(institution, 'hidden') }))
    .filter(({ hidden }) => hidden.n > 0)
    .toSorted((a, b) => a.hidden.mean - b.hidden.mean);
  const ends = ordered.length > 1 ? [ordered[0], ordered[ordered.length - 1]] : [];
  return [
    {
      question: 'Does the market unravel?',
      sentences: [
        ...sentences,
        ...ends.map(
          ({ institution, hidden }, i) =>
            `The ${i === 0 ? 'lowest' : 'highest'} mean of those driven away is that of ${institutionName(institution, cast)}: ${quantity(hidden, samples.passportOf('lemons:hidden'))}.`,
        ),
        ...(ends.length > 0 && !isApart(samples, ends[0].institution, ends[1].institution)
          ? ['These two cannot be told apart.']
          : []),
      ],
    },
    { question: 'How does the dial ω change it?', sentences: byDial(summary, cast) },
  ];
}

/** Whether two institutions drive away different shares, paired by seed. */
function isApart(samples: Samples, a: string, b: string): boolean {
  const of = (institution: string) => samples.values(institution, 'actual', 'lemons:hidden');
  return paired(of(a), of(b)).p <= errorRate;
}

const points = { unit: 'points', world: 'actual' } as const;

export const lemonsReading: ExperimentReading = {
  table: [
    { ...points, head: ['safe types', 'who leave'], measure: 'lemons:shortfall' },
    {
      ...points,
      head: ['who leave,', 'types visible'],
      measure: 'lemons:shortfall',
      world: 'types-visible',
    },
    { ...points, head: ['hidden types', 'drive away'], measure: 'lemons:hidden' },
    { ...points, head: ['loans', 'undone'], measure: 'lemons:lost' },
    { ...points, head: ['takers’', 'life PD'], measure: 'lemons:pd-taking' },
    {
      ...points,
      head: ['safe types', 'left out'],
      measure: 'safe-types-left-out',
      world: betweenWorlds,
    },
  ],
  laws: [],
  truths: [],
  legend: [
    'Safe types who leave: their share among the approved less that among takers. Drive away: the same less what it is where types are visible.',
    'Loans undone: share of the loans made where types are visible. A market unravels if both rise from the first half of the quarters counted to the second.',
    'Takers’ life PD: that of who takes less that of the approved. Safe types left out: of safe applicants, how many more have a loan where types are visible.',
  ],
  answers,
};

/** Safe types driven away at each turn of the dial, in points. */
function byDial(summary: readonly ExperimentSummaryRow[], cast: Cast): string[] {
  const turned = summary.filter((row) => row.measure === 'lemons:hidden-by-dial');
  const dials = [...new Set(turned.map((row) => row.at ?? NaN))].toSorted((a, b) => a - b);
  return [
    `Points of safe types driven away at ω = ${enumerated(dials.map(String))}:`,
    ...[...cast.labels.keys()].map((institution) => {
      const told = dials.map((dial) => {
        const row = turned.find((one) => one.institution === institution && one.at === dial);
        return fixed(100 * (row?.mean ?? NaN), 1);
      });
      return `${institutionName(institution, cast)}: ${told.join(', ')}.`;
    }),
  ];
}
