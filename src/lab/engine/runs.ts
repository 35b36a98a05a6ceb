import { factOf, type TownFacts } from '../run/facts.ts';
import { sides, type Bench, type Side } from '../model/town.ts';
import type { FactId } from '../run/facts.ts';
import type { Film } from '../run/film.ts';
import type { Value as Finding } from '../../jobs/work.ts';
import { factsOf, filmOf, isSameBench, type Opening, type OpeningTown } from '../run/opening.ts';
import type { ExperimentId, HeardAnswer, WorkerTask } from '../run/messages.ts';
import type { Bucket } from '../run/bucket.ts';
import type { PersonStory } from '../run/person.ts';
import { WorkerPool, type Engine } from './pool.ts';

/** A town as far as it is known: its film, and its numbers once it is whole or they were brought along. */
export interface TownView {
  readonly film: Film;
  /** One past the last quarter that is done. */
  readonly done: number;
  readonly told?: TownFacts;
  /** The lab brought along how it begins: its film is not whole, and it is told all the same. */
  readonly isBrought?: true;
}

/** What the page shows. */
export interface RunState {
  readonly bench: Bench | undefined;
  readonly towns: Readonly<Partial<Record<Side, TownView>>>;
  /** Finished runs by replicate. */
  readonly told: Readonly<Record<Side, ReadonlyMap<number, TownFacts>>>;
  /** What experiments found, by id and side. */
  readonly experiments: Readonly<Record<string, readonly Finding[]>>;
  /** What credit is worth, where it was asked for. */
  readonly buckets: Readonly<Partial<Record<Side, Bucket>>>;
  readonly stories: Readonly<Partial<Record<Side, PersonStory>>>;
  readonly problem: { readonly lines: readonly string[]; readonly isOurs: boolean } | undefined;
  readonly failure: 'restarted' | 'gave-up' | undefined;
  readonly isBusy: boolean;
}

/** What is run beside the towns themselves: so many pairs with other luck, and the lottery of prices. */
export interface Showing {
  readonly seeds?: number;
  readonly lottery?: boolean;
}

/** Towns with other luck that intervals are made of. */
export const seedsShown = 20;
/** Where the state keeps what the lottery of prices found. */
export const lotteryOfA = 'karlan-zinman/a';
/** All that town A is made of. */
const inA = ({ b: _, ...rest }: Bench) => JSON.stringify(rest);

/** Films that are kept, so that a dial turned back shows at once what was there. */
const kept = 6;

const nothing = { a: new Map<number, TownFacts>(), b: new Map<number, TownFacts>() };

/** Runs of two towns, the latest question first. */
export class Runs {
  state: RunState = {
    ...{ bench: undefined, towns: {}, told: nothing, experiments: {}, stories: {} },
    buckets: {},
    ...{ problem: undefined, failure: undefined, isBusy: false },
  };
  readonly pool: WorkerPool;
  private readonly listeners = new Set<() => void>();
  /** What was asked last. */
  private asked = '';
  /** Who waits for results.csv, by town. */
  private readonly waiting = new Map<Side, (csv: string) => void>();
  private readonly opening: Opening | undefined;
  private readonly memory = new Map<string, { town?: TownView; told: Map<number, TownFacts> }>();

  constructor(engine: Engine) {
    this.opening = engine.opening;
    this.pool = new WorkerPool(engine, {
      onAnswer: (answer) => this.receive(answer),
      onFailure: (isGivenUp) => this.set({ failure: isGivenUp ? 'gave-up' : 'restarted' }),
    });
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Shows these towns; what was asked before is dropped, unless it is the same: that goes on. */
  show(bench: Bench, { seeds = seedsShown, lottery = false }: Showing = {}): void {
    const asked = JSON.stringify([bench, seeds, lottery]);
    if (asked === this.asked && !this.state.problem && !this.state.failure) return;
    this.asked = asked;
    const tasks: Omit<WorkerTask, 'question'>[] = [];
    const towns = this.standing(bench);
    const told = { a: new Map<number, TownFacts>(), b: new Map<number, TownFacts>() };
    for (const side of sides) {
      const memory = this.recall(bench, side);
      const brought = memory.town ? undefined : this.brought(bench, side);
      if (brought) memory.told.set(bench.replicate, factsOf(brought));
      for (const [replicate, one] of memory.told) told[side].set(replicate, one);
      if (memory.town) towns[side] = memory.town;
      else if (brought && !towns[side]?.isBrought) towns[side] = viewOf(brought);
      const opening = brought && ({ opening: 'brought' } as const);
      if (!memory.town) tasks.push({ bench, side, want: { kind: 'film' }, ...opening });
    }
    // Lots are drawn in town A: while it stays as it is, what they told stands.
    const before = this.state.bench;
    const drawn = this.state.experiments[lotteryOfA];
    const isDrawn = lottery && drawn !== undefined && before && inA(before) === inA(bench);
    if (lottery && !isDrawn) {
      tasks.push({ bench, side: 'a', want: { kind: 'experiment', id: 'karlan-zinman' } });
    }
    for (let k = 0; k < seeds; k++) {
      for (const side of sides) {
        if (told[side].has(k) || k === bench.replicate) continue;
        tasks.push({ bench: { ...bench, replicate: k }, side, want: { kind: 'numbers' } });
      }
    }
    this.pool.ask(tasks);
    this.set({
      ...{ bench, told, stories: {}, problem: undefined, failure: undefined },
      experiments: isDrawn ? { [lotteryOfA]: drawn } : {},
      ...{ buckets: {}, towns },
    });
  }

  /** Asks how a person fares in both towns. */
  ask(person: number): void {
    const { bench } = this.state;
    if (!bench) return;
    this.set({ stories: {} });
    for (const side of sides) this.pool.askAlso({ bench, side, want: { kind: 'person', person } });
  }

  /** Measures what the credit of both towns is worth. */
  fill(): void {
    const { bench } = this.state;
    if (!bench) return;
    for (const side of sides) this.pool.askAlso({ bench, side, want: { kind: 'bucket' } });
  }

  /** Does an experiment in both towns. */
  experiment(id: ExperimentId): void {
    const { bench } = this.state;
    if (!bench) return;
    for (const side of sides) this.pool.askAlso({ bench, side, want: { kind: 'experiment', id } });
  }

  /** results.csv of a town, to the byte what the command line writes of its scenario. */
  async csv(side: Side): Promise<string> {
    const { bench } = this.state;
    if (!bench) throw new Error('no town is shown');
    return new Promise((resolve) => {
      this.waiting.set(side, resolve);
      this.pool.askAlso({ bench, side, want: { kind: 'csv' } });
    });
  }

  private receive(answer: HeardAnswer): void {
    const { bench, towns, told } = this.state;
    if (!bench) return;
    const { side } = answer;
    if (answer.kind === 'part') {
      const before = towns[side];
      const done = answer.quarter + 1;
      // What was brought is shown until more of it is there, and stays told.
      if (before?.isBrought && done <= before.done) return;
      const town = before?.isBrought
        ? { ...before, film: answer.film, done }
        : { film: answer.film, done };
      this.set({ towns: { ...towns, [side]: town } });
    } else if (answer.kind === 'film' || answer.kind === 'numbers') {
      const { numbers, thirds, replicate } = answer;
      const memory = this.recall(bench, side);
      memory.told.set(replicate, { numbers, thirds });
      const more: Partial<RunState> = { told: { ...told, [side]: new Map(memory.told) } };
      if (answer.kind === 'film') {
        const { film } = answer;
        memory.town = { film, done: film.quarters, told: { numbers, thirds } };
        Object.assign(more, { towns: { ...towns, [side]: memory.town } });
      }
      this.set(more);
    } else if (answer.kind === 'csv') {
      this.waiting.get(side)?.(answer.csv);
    } else if (answer.kind === 'person') {
      this.set({ stories: { ...this.state.stories, [side]: answer.story } });
    } else if (answer.kind === 'bucket') {
      this.set({ buckets: { ...this.state.buckets, [side]: answer.bucket } });
    } else if (answer.kind === 'experiment') {
      const { experiments } = this.state;
      this.set({ experiments: { ...experiments, [`${answer.id}/${side}`]: answer.findings } });
    } else if (answer.kind === 'problem') {
      this.set({ problem: { lines: answer.lines, isOurs: answer.isOurs } });
    }
  }

  /** What stays to be seen of what is shown, until other towns are there. */
  private standing(bench: Bench): Partial<Record<Side, TownView>> {
    const { bench: before, towns } = this.state;
    if (before?.quarters !== bench.quarters) return {};
    if (isSameBench(before, bench)) return { ...towns };
    const entries = Object.entries(towns).map(([side, { isBrought: _, ...town }]) => [side, town]);
    return Object.fromEntries(entries);
  }

  /** How a town begins, if the lab brought that along. */
  private brought(bench: Bench, side: Side): OpeningTown | undefined {
    const { opening } = this;
    return opening && isSameBench(opening.bench, bench) ? opening.towns[side] : undefined;
  }

  /** What is known of a town already. */
  private recall(bench: Bench, side: Side) {
    const { a: _, b: __, replicate, ...common } = bench;
    const key = JSON.stringify([common, bench[side]]);
    const found = this.memory.get(key) ?? { told: new Map<number, TownFacts>() };
    this.memory.delete(key);
    this.memory.set(key, found);
    const [oldest] = this.memory.keys();
    if (this.memory.size > kept && oldest !== undefined) this.memory.delete(oldest);
    const isOther = found.town && found.town.film.replicate !== replicate;
    if (isOther) delete found.town;
    return found;
  }

  private set(more: Partial<RunState>): void {
    this.state = { ...this.state, ...more, isBusy: this.pool.load > 0 };
    for (const listener of this.listeners) listener();
  }
}

/** Whether the films of both towns are there to their ends. */
export const isWhole = ({ bench, towns }: RunState): boolean =>
  sides.every((side) => towns[side]?.done === bench?.quarters);

/** What is shown of a town of which no more is known than was brought along. */
function viewOf(town: OpeningTown): TownView {
  return { film: filmOf(town), done: town.footage.to, told: factsOf(town), isBrought: true };
}

/** A fact of both towns over the seeds that both have finished, by seed. */
export function pairsOf(state: RunState, fact: FactId): readonly (readonly [number, number])[] {
  const { a, b } = state.told;
  const both = [...a.keys()].filter((k) => b.has(k)).toSorted((x, y) => x - y);
  return both.flatMap((k) => {
    const [one, other] = [a.get(k), b.get(k)];
    if (!one || !other) return [];
    const pair = [factOf(one, fact), factOf(other, fact)] as const;
    return pair.every(Number.isFinite) ? [pair] : [];
  });
}
