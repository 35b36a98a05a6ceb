// Fits the FICO-like score anew: prints the means of its five standings and the line from their weighted sum to log-odds of
// repaying, among applicants with a file under market-led, as the largest bank reads it, in the market of scenario baseline
// with 20,000 borrowers, mean over its first three replicates. The numbers go into src/scores/fico/parameters.ts by hand.
// Run it with: node_modules/.bin/tsx scripts/fit-fico.ts
import { fileOf, observeApplicants } from '../src/experiments/applicants.ts';
import { institutions } from '../src/institutions/registry.ts';
import { logisticRegression } from '../src/math/logistic-regression.ts';
import { defaultsOf } from '../src/parameters.ts';
import { seedKey } from '../src/random/seed.ts';
import { loadScenario } from '../src/scenario/load.ts';
import { ficoParameters } from '../src/scores/fico/parameters.ts';
import { categories, ficoWeights, standings } from '../src/scores/fico/score.ts';

const borrowers = 20_000;
const replicates = 3;

const values = defaultsOf(ficoParameters);
const { weight } = ficoWeights(values);
const { seed, quarters, burnIn, economy, lenders } = await loadScenario('baseline');
const found: number[][] = [];
for (let replicate = 0; replicate < replicates; replicate++) {
  const market = {
    ...{ borrowers, quarters, burnIn, economy, lenders },
    seed: seedKey(seed, replicate),
  };
  const seen = observeApplicants(market, { rules: institutions['market-led'].rules() }, 0);
  const rows = Int32Array.from({ length: seen.n }, (_, i) => i).filter((i) => seen.length[i] > 0);
  const at = new Float64Array(categories.length);
  const means = new Float64Array(categories.length);
  const sum = new Float64Array(seen.n);
  for (const i of rows) {
    standings(fileOf(seen, i), values, at);
    at.forEach((standing, c) => {
      means[c] += standing / rows.length;
      sum[i] += weight[c] * standing;
    });
  }
  const centre = means.reduce((total, mean, c) => total + weight[c] * mean, 0);
  const [intercept, slope] = logisticRegression(
    [sum.map((one) => one - centre)],
    seen.bad.map((bad) => 1 - bad),
    rows,
  );
  found.push([...means, intercept, slope]);
}
const names = [...categories.map(({ id }) => `mean ${id}`), 'meanLogOdds', 'slopeLogOdds'];
names.forEach((name, k) => {
  const each = found.map((one) => one[k]);
  const mean = each.reduce((total, one) => total + one, 0) / each.length;
  console.log(
    `${name.padEnd(24)} ${mean.toFixed(4)}  (${each.map((one) => one.toFixed(4)).join(', ')})`,
  );
});
