import { describe, expect, it } from 'vitest';
import { standingToday, type Person } from '../../bench/naive/borrowers.ts';
import { chooseToday } from '../../bench/naive/choice.ts';
import { createInstitution } from '../../bench/naive/institution.ts';
import { Ledger } from '../../bench/naive/ledger.ts';
import { capPrice } from '../../bench/naive/loan.ts';
import { Luck } from '../../bench/naive/luck.ts';
import { sign } from '../../bench/naive/market.ts';
import { logistic } from '../../bench/naive/mathematics.ts';
import { defaultEconomy, defaultLenders } from '../../bench/naive/parameters.ts';
import type { SumName } from '../../bench/naive/sums.ts';
import { valueContract } from '../../bench/naive/worlds.ts';

/** Section 14 of docs/model.md: one borrower, one loan, one quarter. */
const economy = { ...defaultEconomy, term: 1 };
const lenders = [{ ...defaultLenders[0], share: 1 }];
const institution = createInstitution('none', lenders);
const person: Person = {
  number: 0,
  character: 0,
  capitalTrait: -0.2,
  collateralTrait: 0,
  conditionsTrait: 0,
  common: 0,
  need: 0.5,
  meanNeed: 0.5,
  stigma: 1,
  collateral: 0.1,
  outside: economy.outside + economy.capitalSlope * 0.8,
  capitalSignal: 0,
  aware: true,
  ableToInflate: false,
  behaviourNoise: [],
  xi: 0.5 / Math.sqrt(1 - 0.55 * 0.55),
  strain: 0,
  home: 0,
};
const priceCap = capPrice(economy.cap, 1);
const setting = { economy, lenders, institution, luck: new Luck([1, 2]), priceCap };
const today = standingToday(person, 0, economy);
const stake = { own: 0.2, shared: 0.1, theta: 1 };
const valued = valueContract(lenders[0], 1.1, 1.2, stake, [], today, false, setting);
const quarter = chooseToday([valued.offer], today, economy, false);

const near = (value: number, expected: number) => expect(value).toBeCloseTo(expected, 10);

describe('the borrower by hand', () => {
  it('chooses as worked out', () => {
    near(today.income, 1.69124527737);
    near(today.meanLoan, 1.12952817355);
    near(today.standing, -0.166);
    near(valued.offer.instalment, 1.32);
    near(quarter.liquidity, 0.000737101114495);
    near(today.ownHazard, 0.0107291905485);
    near(today.useValue, 1.5261678746);
    near(quarter.balances[0], 1.2);
    near(quarter.recoveries[0].fromCollateral, 0.096);
    near(quarter.recoveries[0].recovered, 0.216);
    near(quarter.recoveries[0].fromCollections, 0.12);
    near(1 - quarter.refusing, 0.997638212491);
    near(quarter.effort, 0.304768032666);
    near(quarter.failing, 0.00819087912655);
    near(valued.recursion.value[1], 0.498245136695);
    near(valued.lifePd, 0.0105333215195);
    near(person.outside, -0.026);
    near(valued.x, 1.20547617645);
    near(logistic(valued.x), 0.769497531998);
  });

  it('has the accounts as worked out', () => {
    const ledger = new Ledger(1, 0, priceCap, economy, lenders, institution);
    const application = {
      asked: [0],
      willing: [true],
      size: 1.2,
      views: [],
      approved: true,
      exploratory: false,
      inflated: false,
      contract: {
        lender: 0,
        price: 1.1,
        estimate: 0.05,
        stake,
        valued,
        features: [],
        share: 1,
        largestStake: 0.1,
      },
    };
    ledger.application(0, application, true, person, today);
    ledger.loanQuarter(0, [sign(application, person, today, 0)], quarter, today);
    ledger.close();
    const is = (name: SumName, expected: number) => near(ledger.sums[name][0], expected);
    is('use', 1.81640066161);
    is('instalments', 1.30609601559);
    is('collectionsTaken', 0.00126399858234);
    is('collateralLost', 0.00126399858234);
    is('stigma', 0.00542140329962);
    is('enforcement', 0.00222063538849);
    is('effortCost', 0.0022721689908);
    is('outside', -0.0312);
    is('borrowerSurplus', 0.529062441176);
    is('lenderInflow', 1.29541704262);
    is('resources', 1.2492);
    is('lenderProfit', 0.0462170426163);
    is('welfare', 0.575279483792);
    is('collateralDestroyed', 0.000252799716468);
    is('funding', -0.0129541704262);
    is('time', 0);
    is('tasteRefusing', 0.00354269197481);
    is('tasteTaking', 0.237116511169);
    const at = (name: SumName) => ledger.sums[name][0];
    const value =
      at('use') - at('instalments') - at('collectionsTaken') - at('collateralLost') -
      at('stigma') - at('enforcement') - at('effortCost') + at('tasteRefusing') -
      0.3 * valued.lifePd; // prettier-ignore
    near(value, 0.498245136695);
  });
});
