import type { Finding } from '../../src/experiments/experiment.ts';

/** Looks a number of an experiment up; throws if it was not found, so that a misspelt id cannot pass. */
export function finder(findings: readonly Finding[]) {
  return (measure: string, world = 'actual', at: number | null = null): number => {
    const found = findings.filter(
      (one) => one.measure === measure && one.world === world && one.at === at,
    );
    if (found.length !== 1) {
      throw new Error(`${found.length} findings of ${measure} in ${world} at ${at}`);
    }
    return found[0].value;
  };
}
