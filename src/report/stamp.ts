import type { Stamp } from '../charts/index.ts';
import type { Words } from '../language.ts';
import type { DrawableRun } from './inputs.ts';

/** What the economy of a run is calibrated to. */
export function economyWords({ inputs }: Pick<DrawableRun, 'inputs'>): Words {
  return inputs.economy ?? { en: 'calibration not known', zh: '校准情况未知' };
}

/** What stands under every table of a report. */
export function stampOfRun(run: Pick<DrawableRun, 'inputs' | 'manifest'>): Stamp {
  const { id: scenario, replicates } = run.inputs.scenario;
  const program = `creditlab ${run.manifest.creditlab}`;
  return { kind: 'simulated', program, scenario, replicates, economy: economyWords(run) };
}
