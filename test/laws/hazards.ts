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

/** People left out at either end, of whom is safest and riskiest, where a law is about the central 99 %. */
const tail = 0.005;

/**
 * Those whose life PD falls as a hazard rises, by hazard and contract: how many, and the lowest life PD among them.
 *
 * @param leftOut share of people at either end of ζ who are not looked at
 */
function falling({ pds }: Found, { usual, riskier }: Compared, leftOut = 0) {
  return riskier.flatMap((task) => {
    const [before, after] = [pds(usual[task.seed]), pds(task)];
    const people = before.length / (prices.length * stakes.length);
    return prices.flatMap((price, p) =>
      stakes.map((stake, s) => {
        const from = (p * stakes.length + s) * people;
        let fallen = 0;
        let lowest = 1;
        const ends = Math.floor(leftOut * people);
        for (let k = from + ends; k < from + people - ends; k++) {
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
    says: 'Loans of one quarter: a higher hazard at the same price and stake above 0 lowers no life PD of the central 99 % of people',
    bound: '0 people',
    tasks: ofAQuarter.tasks,
    judge: (found) => nobodyFalls(found, tail),
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

/** Loans of one quarter with something at stake: nobody's life PD falls. */
function nobodyFalls(found: Found, leftOut: number) {
  const asked = falling(found, ofAQuarter, leftOut).filter(({ stake }) => stake > 0);
  return allWithin(
    asked.map(({ fallen, where }) => ({ value: fallen, where })),
    -Infinity,
    0,
    String,
  );
}

function shareFalling(found: Found, isAsked: (stake: number) => boolean) {
  const asked = falling(found, ofAYear).filter(({ stake }) => isAsked(stake));
  return allWithin(
    asked.map(({ share, where }) => ({ value: share, where })),
    -Infinity,
    0.01,
    (value) => fixed(value),
  );
}

export const riskiestToo: Expectation = {
  ...{ letter: 'j', bound: '0 people', tasks: ofAQuarter.tasks },
  says: 'Loans of one quarter: it lowers no life PD of anybody',
  judge: (found) => nobodyFalls(found, 0),
};

export const withoutStake: Expectation = {
  ...{ letter: 'j', bound: '≤ .01 of people', tasks: ofAYear.tasks },
  says: 'The same where nothing is at stake',
  judge: (found) => shareFalling(found, (stake) => stake === 0),
};
