import { parseTargets } from '../../src/calibration/file/targets-file.ts';
import { UserError } from '../../src/errors.ts';
import { loadScenario } from '../../src/scenario/load.ts';

/** Targets read from a text, as if it were a file, with two facts beside it. */

export const scenario = await loadScenario('baseline');

export const parse = (text: string, files: Readonly<Record<string, string>> = {}) =>
  parseTargets(
    { name: 'mine.yaml', text },
    {
      read: (reference) => {
        if (!Object.hasOwn(files, reference)) throw new UserError(`there is no ${reference}`);
        return { name: reference, text: files[reference] };
      },
      load: async () => ({ scenario, base: 'baseline' }),
      facts: new Map([
        ['price-slope', 'D per unit of default'],
        ['sharing-lowers-default', undefined],
      ]),
    },
  );

export const good =
  'version: 1\ntargets:\n  - { measure: default-rate, value: 0.04, source: a bank }\n';
