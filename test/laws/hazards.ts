import { economy } from '../engine/economy.ts';
import { allWithin, fixed, type Expectation, type Found, type Law } from './law.ts';
import { prices, stakes } from './life-pds.ts';
import { plain, underSeeds } from './markets.ts';
import type { Change } from './task.ts';

/** Safety is log-odds of success: this much less of it. */
const steps = [0.1, 1];
const hazards = ['liquidity', 'own'] as const;
/** One page, so that answers lie by contract. */
const usual = underSeeds(
  {
    ...{ ...plain, keep: 'life-pds', institution: 'none' },
    ...{ borrowers: 4096, quarters: 4, burnIn: 0 },
  },
  2,
);
const changes = hazards.flatMap((name) =>
  steps.map((step): Change => ({ hazard: { [name]: economy.hazard[name] - step } })),
);
const riskier = usual.flatMap((task) => changes.map((change) => ({ ...task, change })));

/** Share of people whose life PD falls as a hazard rises, by hazard and contract, at stakes of at least so much. */
function falling({ pds }: Found, isAsked: (stake: number) => boolean) {
  return riskier.flatMap((task) => {
    const [before, after] = [pds(usual[task.seed]), pds(task)];
    const people = before.length / (prices.length * stakes.length);
    return prices.flatMap((price, p) =>
      stakes.flatMap((stake, s) => {
        if (!isAsked(stake)) return [];
        const from = (p * stakes.length + s) * people;
        let fallen = 0;
        for (let k = from; k < from + people; k++) fallen += Number(after[k] - before[k] < -1e-12);
        const contract = `price ${price}, stake ${stake}`;
        return [
          { value: fallen / people, where: `${JSON.stringify(task.change?.hazard)}, ${contract}` },
        ];
      }),
    );
  });
}

const share = (value: number) => fixed(value);

export const hazard: Law = {
  letter: 'j',
  says: 'A higher hazard at the same stake and price lowers no life PD but of one person in a hundred',
  bound: '≤ .01 of people',
  tasks: [...usual, ...riskier],
  judge: (found) =>
    allWithin(
      falling(found, (stake) => stake > 0),
      -Infinity,
      0.01,
      share,
    ),
  fault: {
    says: 'a higher hazard is a lower one',
    instead: (task) =>
      task.change ? { ...task, change: { hazard: { own: economy.hazard.own + 0.1 } } } : task,
  },
};

export const withoutStake: Expectation = {
  ...{ letter: 'j', bound: '≤ .01 of people', tasks: hazard.tasks },
  says: 'The same where nothing is at stake',
  judge: (found) =>
    allWithin(
      falling(found, (stake) => stake === 0),
      -Infinity,
      0.01,
      share,
    ),
};
