import { simulateWorlds } from '../../src/engine/running/index.ts';
import type { Economy, Lender, Ledger, Market, World } from '../../src/engine/index.ts';
import type { Finding } from '../../src/experiments/experiment.ts';
import { experimentOf } from '../../src/experiments/registry.ts';
import { institutions } from '../../src/institutions/registry.ts';
import type { Rules } from '../../src/institutions/kit.ts';
import { seedKey } from '../../src/random/seed.ts';
import { economy, lenders } from './economy.ts';
import { lifePds } from './life-pds.ts';

/** Numbers of the economy that differ from the defaults, by group. */
export type Change = { readonly [G in keyof Economy]?: Partial<Economy[G]> };

/** One market under one institution. Plain data: it crosses threads, and equal tasks are done once. */
export interface Task {
  /** What is kept of it: ledgers by world, what an experiment finds, or life PDs of quarter 0. */
  readonly keep: 'ledgers' | 'flips' | 'agreement' | 'life-pds';
  readonly institution: string;
  /** Seeds of this suite, 0, 1, …; nothing was calibrated on them. */
  readonly seed: number;
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
  readonly worlds?: readonly World[];
  readonly change?: Change;
  /** Values of the institution's own parameters. */
  readonly with?: Readonly<Record<string, number | boolean>>;
  readonly rules?: Partial<Pick<Rules, 'perks' | 'costPerReport' | 'records'>>;
  /** Lenders that contribute, of those that may. */
  readonly participation?: readonly string[];
  /** What these lenders have of their own; those not named are as ever. */
  readonly lenders?: Readonly<Record<string, Partial<Lender>>>;
  /** The first so many lenders only, with shares that add up to 1. */
  readonly mostLenders?: number;
}

/** What came of a task. */
export interface Outcome {
  readonly ledgers: Partial<Record<World, Ledger>>;
  readonly findings: readonly Finding[];
  /** Life PDs by person asked and contract; see life-pds.ts. */
  readonly pds: Float64Array;
}

export function perform(task: Task): Outcome {
  const { institution, rules, participation, worlds = ['actual'], keep } = task;
  const market = marketOf(task);
  const marketInstitution = {
    rules: { ...institutions[institution].rules(task.with), ...rules },
    ...(participation && { participation }),
  };
  const outcome = { ledgers: {}, findings: [], pds: new Float64Array(0) };
  if (keep === 'ledgers')
    return { ...outcome, ledgers: simulateWorlds(market, marketInstitution, worlds) };
  if (keep === 'life-pds') return { ...outcome, pds: lifePds(market, marketInstitution) };
  return { ...outcome, findings: experimentOf(keep).observe(market, marketInstitution) };
}

function marketOf(task: Task): Market {
  const { borrowers, quarters, burnIn, seed, change, mostLenders = lenders.length } = task;
  const first = lenders.slice(0, mostLenders);
  const searched = first.reduce((sum, { share }) => sum + share, 0);
  return {
    ...{ borrowers, quarters, burnIn, seed: seedKey('laws', seed) },
    economy: changed(change),
    lenders: first.map((lender) => ({
      ...lender,
      share: lender.share / searched,
      ...task.lenders?.[lender.id],
    })),
  };
}

function changed(change: Change = {}): Economy {
  const groups = Object.entries(economy).map(([group, values]) => [
    group,
    { ...values, ...change[group as keyof Economy] },
  ]);
  return Object.fromEntries(groups) as Economy;
}

/** Of one quarter of one person, by what is kept: the life PDs are of one quarter, and of 32 markets for each. */
const weights = { ledgers: 1, flips: 3, agreement: 15, 'life-pds': 4 } as const;

/** About how long a task takes, in market-quarters of one person. */
export function weightOf({ borrowers, quarters, worlds = [], keep }: Task): number {
  return borrowers * quarters * (1 + 2 * worlds.length) * weights[keep];
}
