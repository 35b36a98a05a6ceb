import { economy } from './economy.ts';
import { allWithin, fixed, type Expectation, type Found, type Law } from './law.ts';
import { prices, stakes } from './life-pds.ts';
import { plain, underSeeds } from './markets.ts';
import type { Change, Task } from './task.ts';

/** Safety is log-odds of success: this much less of it. */
const steps = [0.1, 1];
const hazards = ['liquidity', 'own'] as const;
/** One page, so that answers lie by contract. */
const page: Task = {
  ...{ ...plain, keep: 'life-pds', institution: 'none' },
  ...{ borrowers: 4096, quarters: 4, burnIn: 0 },
};
const changes = hazards.flatMap((name) =>
  steps.map((step): Change => ({ hazard: { [name]: economy.hazard[name] - step } })),
);

/** The same people, as they are and with a hazard that is higher. */
interface Compared {
  readonly usual: readonly Task[];
  readonly riskier: readonly Task[];
  readonly tasks: readonly Task[];
}
function compared(of: Change): Compared {
  const usual = underSeeds({ ...page, change: of }, 2);
  const riskier = usual.flatMap((task) =>
    changes.map((change) => ({ ...task, change: { ...of, ...change } })),
  );
  return { usual, riskier, tasks: [...usual, ...riskier] };
}
const ofAYear = compared({});
const ofAQuarter = compared({ loan: { term: 1 } });

const told = ({ change: { hazard } = {} }: Task): string =>
  Object.entries(hazard ?? {})
    .map(([name, value]) => `${name} ${fixed(value, 2)}`)
    .join();

/** Those whose life PD falls as a hazard rises, by hazard and contract: how many, and the lowest life PD among them. */
function falling({ pds }: Found, { usual, riskier }: Compared) {
  return riskier.flatMap((task) => {
    const [before, after] = [pds(usual[task.seed]), pds(task)];
    const people = before.length / (prices.length * stakes.length);
    return prices.flatMap((price, p) =>
      stakes.map((stake, s) => {
        const from = (p * stakes.length + s) * people;
        let fallen = 0;
        let lowest = 1;
        for (let k = from; k < from + people; k++) {
          if (after[k] - before[k] >= -1e-12) continue;
          fallen++;
          lowest = Math.min(lowest, before[k]);
        }
        const where = `${told(task)}, price ${price}, stake ${stake}`;
        return { stake, fallen, share: fallen / people, lowest, where };
      }),
    );
  });
}

const fault: Law['fault'] = {
  says: 'a higher hazard is a lower one',
  instead: (task) =>
    task.change?.hazard
      ? { ...task, change: { ...task.change, hazard: { own: economy.hazard.own + 0.1 } } }
      : task,
};

export const hazardLaws: readonly Law[] = [
  {
    letter: 'j',
    says: 'Loans of one quarter: a higher hazard at the same price and stake above 0 lowers no life PD',
    bound: '0 people',
    tasks: ofAQuarter.tasks,
    judge: (found) =>
      allWithin(
        falling(found, ofAQuarter)
          .filter(({ stake }) => stake > 0)
          .map(({ fallen, where }) => ({ value: fallen, where })),
        -Infinity,
        0,
        String,
      ),
    fault,
  },
  {
    letter: 'j',
    says: 'Loans of a year: it lowers no life PD but high ones; the lowest that falls, at any stake and price',
    bound: '≥ .10',
    tasks: ofAYear.tasks,
    judge: (found) =>
      allWithin(
        falling(found, ofAYear).map(({ lowest, where }) => ({ value: lowest, where })),
        0.1,
        Infinity,
      ),
    fault,
  },
  {
    letter: 'j',
    says: 'And of how many people, where something is at stake',
    bound: '≤ .01 of people',
    tasks: ofAYear.tasks,
    judge: (found) => shareFalling(found, (stake) => stake > 0),
    fault,
  },
];

function shareFalling(found: Found, isAsked: (stake: number) => boolean) {
  const asked = falling(found, ofAYear).filter(({ stake }) => isAsked(stake));
  return allWithin(
    asked.map(({ share, where }) => ({ value: share, where })),
    -Infinity,
    0.01,
    (value) => fixed(value),
  );
}

export const withoutStake: Expectation = {
  ...{ letter: 'j', bound: '≤ .01 of people', tasks: ofAYear.tasks },
  says: 'The same where nothing is at stake',
  judge: (found) => shareFalling(found, (stake) => stake === 0),
};
