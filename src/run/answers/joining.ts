import { join } from 'node:path';
import {
  membersOf,
  playersOf,
  solve,
  type Played,
  type Player,
  type Solved,
} from '../../answers/index.ts';
import { joiningMeasures, profitOf } from '../../experiments/index.ts';
import { jobsFolder } from '../../folder/output-folder.ts';
import { Duty, lenderColumns, type Institution } from '../../institutions/index.ts';
import { inOrderOfRecord } from '../../jobs/index.ts';
import type { Value } from '../../jobs/work.ts';
import type { Design, FactorValue, InstitutionChoice, Scenario } from '../../scenario/index.ts';
import { loadExternalInstitution } from '../../scenario/institutions/external.ts';
import {
  dutiesOf,
  institutionOf,
  marketInstitutionOf,
} from '../../scenario/institutions/resolve.ts';
import { doJobs, standing } from '../design/do-jobs.ts';
import { pointsIn, tasksAt } from '../design/replicate-tasks.ts';
import { codeFingerprint } from '../fingerprint.ts';
import { storeIn, type Store } from '../store/store.ts';
import { PartDone, type AnswerMeans } from './simulate-points.ts';

/** Fees that are tried beside the institution's own, in mean loans a loan, if none are named. */
const usualFees = [0, 0.002, 0.005, 0.01, 0.02];

/** A joining game that is to be played: a design over who participates, and over the fee. */
export interface Planned {
  readonly about: Pick<Solved, 'institution' | 'label' | 'players' | 'compelled' | 'ownFee'>;
  /** In rising order. */
  readonly fees: readonly number[];
  /** One institution, every coalition at every fee: coalitions outermost. */
  readonly scenario: Scenario & { readonly design: Design };
}

/**
 * The joining games of a scenario: of each institution that leaves some lender the choice.
 *
 * @param fees to try, in place of the usual ones
 * @throws what the institutions' own code throws
 */
export async function planJoining(
  scenario: Scenario,
  fees: readonly number[] | undefined,
): Promise<Planned[]> {
  const planned: Planned[] = [];
  for (const choice of scenario.institutions) {
    const one = await planFor(scenario, choice, fees);
    if (one) planned.push(one);
  }
  return planned;
}

async function planFor(
  scenario: Scenario,
  choice: InstitutionChoice,
  given: readonly number[] | undefined,
): Promise<Planned | undefined> {
  const { lenders } = scenario;
  const institution = await institutionOf(choice, loadExternalInstitution);
  const { rules } = await marketInstitutionOf(choice, lenders, loadExternalInstitution);
  const duties = dutiesOf(rules, lenderColumns(lenders));
  const choosing = lenders.filter((_, j) => duties[j].includes(Duty.may));
  if (choosing.length === 0) return undefined;
  const compelled = lenders.filter(
    (_, j) => duties[j].includes(Duty.must) && !duties[j].includes(Duty.may),
  );
  const players = playersOf(choosing);
  const feeName = feeOf(institution, choice, duties);
  const usual = feeName === undefined ? NaN : Number(institution.parameters[feeName].default);
  const ownFee = feeName === undefined ? NaN : Number(choice.values[feeName] ?? usual);
  const tried = given ?? [...usualFees, ownFee];
  const fees = feeName === undefined ? [NaN] : [...new Set(tried)].toSorted((a, b) => a - b);
  const coalitions = Array.from({ length: 1 << players.length }, (_, c) => membersOf(c, players));
  const { id, label } = choice;
  const { design: _, ...plain } = scenario;
  return {
    about: {
      ...{ institution: id, label, players, ownFee },
      compelled: compelled.map((lender) => lender.id),
    },
    fees,
    scenario: {
      ...{ ...plain, worlds: ['actual'], reference: id, institutions: [choice] },
      design: designOf(id, coalitions, feeName, usual, fees),
    },
  };
}

function designOf(
  id: string,
  coalitions: readonly (readonly string[])[],
  feeName: string | undefined,
  usual: number,
  fees: readonly number[],
): Design {
  const who = { key: `${id}.participation`, target: { of: 'participation', id } } as const;
  const price =
    feeName === undefined
      ? []
      : [
          {
            key: `${id}.${feeName}`,
            target: { of: 'institutions', name: feeName, usual: { [id]: usual } } as const,
          },
        ];
  const varied: (readonly FactorValue[])[] = [coalitions, ...(feeName === undefined ? [] : [fees])];
  return {
    ...{ factors: [who, ...price], varied, zip: false, require: [] },
    ...{ series: false, experiment: 'joining' },
  };
}

/** The parameter that is the fee: of several tiers that of the first that leaves somebody the choice. */
function feeOf(
  { parameters }: Institution,
  { from }: InstitutionChoice,
  duties: readonly (readonly number[])[],
): string | undefined {
  const tier = duties[0]?.findIndex((_, k) => duties.some((own) => own[k] === Duty.may)) ?? 0;
  const name = from.kind === 'combined' ? `${from.tiers[tier]?.name}.fee` : 'fee';
  return Object.hasOwn(parameters, name) ? name : undefined;
}

/**
 * Plays a game: jobs that lie in the folder are read, the others done and kept.
 *
 * @throws PartDone where only a part is to be done, and the rest is not there
 */
export async function playJoining(
  planned: Planned,
  folder: string,
  means: AnswerMeans,
): Promise<Solved> {
  const jobs = join(folder, jobsFolder);
  const own = storeIn([jobs]);
  const { part, note } = means;
  const scenario = inOrderOfRecord(planned.scenario);
  try {
    note?.(scenario);
    for (;;) {
      await doJobs(scenario, jobs, { ...means, store: own }, part);
      // What others have finished meanwhile is in their files.
      const store = part ? storeIn([jobs]) : own;
      const played = read(planned, store);
      if (played) return solve(planned.about, played, scenario.seed);
      if (part) throw new PartDone(standing(scenario, store));
    }
  } finally {
    own.close();
  }
}

/** @returns undefined if a job is missing or spoilt; the store then knows */
function read({ about, fees, scenario }: Planned, store: Store): Played[] | undefined {
  const code = codeFingerprint();
  const points = pointsIn(scenario);
  const { players } = about;
  const numberOf = new Map(scenario.lenders.map(({ id }, j) => [id, j]));
  const coalitions = 1 << players.length;
  const found: Value[][][] = []; // [point][replicate]
  for (let p = 0; p < points.count; p++) {
    const own: Value[][] = [];
    for (let replicate = 0; replicate < scenario.replicates; replicate++) {
      for (const { key } of tasksAt(scenario, points, p, replicate, code)) {
        const values = store.read(key);
        if (!values) return undefined;
        own.push(values.filter(({ measure }) => measure.startsWith('joining:')));
      }
    }
    found.push(own);
  }
  return fees.map((fee, f) => {
    const at = (coalition: number) => found[coalition * fees.length + f];
    const all = Array.from({ length: coalitions }, (_, c) => c);
    return {
      fee,
      game: {
        players: players.length,
        profits: all.map((c) =>
          players.map((player) => at(c).map((values) => playerProfit(values, player, numberOf))),
        ),
      },
      welfare: all.map((c) => at(c).map((values) => valueOf(values, joiningMeasures.welfare))),
    };
  });
}

function playerProfit(
  values: readonly Value[],
  { lenders }: Player,
  numberOf: ReadonlyMap<string, number>,
): number {
  return lenders.reduce((sum, id) => sum + valueOf(values, profitOf(numberOf.get(id) ?? -1)), 0);
}

function valueOf(values: readonly Value[], measure: string): number {
  return values.find((one) => one.measure === measure)?.value ?? NaN;
}
