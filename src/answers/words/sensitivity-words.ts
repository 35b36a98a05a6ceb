import { grouped } from '../../text/grouped.ts';
import { enumerated } from '../../findings/index.ts';
import type { Language } from '../../language.ts';
import type { Concentration } from '../concentration.ts';
import { driving, fewBases, type Drivers } from '../drivers.ts';
import { leastSteps, type Screening } from '../screening.ts';
import { numberWord } from './question-words.ts';

/** The parts of a scenario that factors belong to, in the order in which they are told. */
const owners = ['economy', 'lenders', 'institutions', 'run'] as const;
type Owner = (typeof owners)[number];

/** A factor as sentences call it. */
interface NamedFactor {
  readonly key: string;
  readonly owner: Owner;
}

/** What sentences are made from. */
export interface SensitivityFacts {
  /** "who is first in welfare". */
  readonly question: string;
  readonly factors: readonly NamedFactor[];
  readonly trajectories: number;
  readonly replicates: number;
  readonly screened: Screening;
  /** Indices, and the factors that they are of; undefined for screening alone. */
  readonly driven?: { readonly kept: readonly number[]; readonly drivers: Drivers } | undefined;
  /** Names of the contenders, where it is asked who is first. */
  readonly contenders?: readonly string[] | undefined;
  /** Points that hold half of all variation, if they are few (`concentration`). */
  readonly outliers?: Concentration | undefined;
}

/** What drives the answer, in sentences; the first says it all. */
export function sensitivitySentences(facts: SensitivityFacts): string[] {
  const { question, factors, driven, contenders } = facts;
  if (contenders?.length === 1) {
    const alone = `${contenders[0]} is first at more than 95% of points, and no other at 5%: hardly anything decides ${question}.`;
    return [alone, ...screeningSentences(facts)];
  }
  if (!driven) {
    return [...screeningFirst(facts), ...outlierSentence(facts), ...screeningSentences(facts)];
  }
  const { kept, drivers } = driven;
  const found = driving(drivers).map((i) => factors[kept[i]]);
  const all = grouped(factors.length);
  const verb = found.length === 1 ? 'decides' : 'decide';
  const lead =
    found.length === 0
      ? `No single one of ${all} factors decides ${question}: none has a total index whose interval lies above 5%.`
      : `${capital(numberWord(found.length))} of ${all} factors ${verb} ${question}: ${enumerated(found.map(({ key }) => key))} (largest total index first; the interval of each lies above 5%).`;
  return [
    lead,
    ...split(found),
    ...luckSentence(drivers, facts.replicates),
    ...usedSentence(drivers),
    ...outlierSentence(facts),
    ...screeningSentences(facts),
  ];
}

/** A warning where a few points decide what variances say. */
function outlierSentence({ outliers }: SensitivityFacts): string[] {
  if (!outliers) return [];
  const { points, of } = outliers;
  const which = points === 1 ? 'one point' : `${numberWord(points)} points`;
  return [
    `Half of all variation lies at ${which} of ${grouped(of)}: what drives the answer there says little of the others.`,
  ];
}

const names: Readonly<Record<Owner, string>> = {
  economy: 'the economy',
  lenders: 'lenders',
  institutions: 'institutions',
  run: 'the size of the run',
};

function split(found: readonly NamedFactor[]): string[] {
  if (found.length === 0) return [];
  const parts = owners.flatMap((owner) => {
    const own = found.filter((one) => one.owner === owner);
    return own.length === 0 ? [] : [`${names[owner]} (${own.length})`];
  });
  return [`They belong to ${enumerated(parts)}.`];
}

function luckSentence({ luck }: Drivers, replicates: number): string[] {
  if (Number.isNaN(luck.total) && replicates > 1) {
    return ['Luck’s share cannot be told: too few points, or nothing varies.'];
  }
  if (Number.isNaN(luck.total)) {
    return ['Luck is held: with one replicate its share is not known (--replicates 2 or more).'];
  }
  return [
    `Luck, as a factor of its own, has a first-order share of ${roundPercent(luck.first)} and a total share of ${roundPercent(luck.total)}.`,
  ];
}

function usedSentence({ whole }: Drivers): string[] {
  const { used } = whole;
  return [
    `Indices rest on ${grouped(used)} base point${used === 1 ? '' : 's'}; intervals are 95%, by bootstrap over them.`,
    ...(used < fewBases
      ? [
          `That is too few for a bootstrap, whose intervals come out too narrow: take nothing of this as told, and give a larger --base (256 without it).`,
        ]
      : []),
  ];
}

/** Screening alone names what moves the answer most. */
function screeningFirst({ question, factors, screened }: SensitivityFacts): string[] {
  const first = screened.order
    .filter((factor) => screened.effects[factor].muStar > 0)
    .slice(0, 3)
    .map((factor) => factors[factor].key);
  if (first.length === 0) return [`None of ${factors.length} factors moves ${question}.`];
  return [`Of ${factors.length} factors ${enumerated(first)} move ${question} most (Morris μ*).`];
}

function screeningSentences(facts: SensitivityFacts): string[] {
  const { screened, trajectories, factors, contenders } = facts;
  const moving = screened.effects.filter(({ muStar }) => muStar > 0).length;
  const unknown = screened.effects.filter(({ n }) => n < leastSteps(trajectories)).length;
  const { first, shared, sameOrder } = screened.stability;
  const order = sameOrder
    ? 'are the same in the same order'
    : shared === first
      ? 'are the same in another order'
      : `share ${shared} of them`;
  return [
    `Screening: ${moving} of ${factors.length} factors move the answer at all; the first ${first} by half of the ${trajectories} trajectories ${order}.`,
    ...(contenders
      ? [
          'Its effects are on ranks, added up over the institutions that are ever first: how far ahead one is at a point, from 0 where it lies furthest behind to 100.',
        ]
      : []),
    ...(unknown > 0
      ? [
          `${capital(numberWord(unknown))} of the factors could not be ranked: in too few trajectories do both ends of their step count.`,
        ]
      : []),
  ];
}

/** "12%", "under 1%", "0%". */
export function roundPercent(share: number, language: Language = 'en'): string {
  const words = { en: ['not defined', 'under 1%'], zh: ['无定义', '不足 1%'] }[language];
  if (Number.isNaN(share)) return words[0];
  const rounded = Math.round(100 * Math.max(0, share));
  return rounded === 0 && share > 0.0005 ? words[1] : `${rounded}%`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
