import { parseTargets } from '../../../src/calibration/file/targets-file.ts';
import type { Calibration } from '../../../src/calibration/index.ts';
import type { CalibrateMeans } from '../../../src/run/calibration/calibrate.ts';
import type { Evaluator } from '../../../src/run/calibration/evaluator.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const scenario = await loadScenario('baseline', { institutions: ['none', 'market-led'] });
export const calibration: Calibration = await parseTargets(
  {
    name: 'mine.yaml',
    text: `version: 1
targets:
  - { measure: default-rate, value: 0.1, band: [0.06, 0.14], source: a }
  - { measure: apr, value: 0.2, band: [0.14, 0.26], source: a }
  - { measure: approval-rate, value: 0.8, band: [0.7, 0.9], market: none, source: a }
free:
  economy.hazard.own: [2, 7]
  everyLender.operating: { from: 0.004, to: 0.08, scale: log }
require:
  - { measure: life-pd-gap, max: 0.5 }
`,
  },
  {
    read: () => ({ name: '', text: '' }),
    load: async () => ({ scenario, base: 'baseline' }),
    facts: new Map(),
  },
);

interface Script {
  readonly lanes?: number;
  /** Markets after which the process is killed. */
  readonly killedAfter?: number;
}

/** Invents numbers that follow the parameters, and ends later markets sooner. */
export function scripted({ lanes = 1, killedAfter = Infinity }: Script = {}) {
  let done = 0;
  const evaluator: Evaluator = {
    lanes,
    numbersOf: async ({ market, institution }) => {
      const mine = done++;
      if (mine >= killedAfter) throw new Error('killed');
      for (let turn = 0; turn < (mine * 7) % 5; turn++) await Promise.resolve();
      const { own } = market.economy.hazard;
      const luck = (market.seed[0] % 100) / 10_000;
      const cost = market.lenders[0].operating;
      return {
        'default-rate': 0.3 - 0.04 * own + luck,
        apr: 0.12 + 2 * cost + luck,
        'approval-rate': institution.id === 'none' ? 0.5 + 0.07 * own : NaN,
        'life-pd-gap': 0,
      };
    },
    close: async () => {},
  };
  return { evaluator, markets: () => done };
}

export function meansIn(folder: string, evaluator: Evaluator, evaluations = 90): CalibrateMeans {
  return {
    ...{ folder, evaluator, evaluations, starts: 2 },
    signal: new AbortController().signal,
    isLate: () => false,
    onProgress: () => {},
  };
}
