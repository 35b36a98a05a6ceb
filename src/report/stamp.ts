import type { Stamp } from '../charts/index.ts';
import type { StoredRun } from './inputs.ts';

/** What stands under every table of a report. */
export function stampOfRun({ inputs, manifest }: Pick<StoredRun, 'inputs' | 'manifest'>): Stamp {
  const { id: scenario, replicates } = inputs.scenario;
  const { economy = { en: 'calibration not known', zh: '校准情况未知' } } = inputs;
  const program = `creditlab ${manifest.creditlab}`;
  return { kind: 'simulated', program, scenario, replicates, economy };
}
