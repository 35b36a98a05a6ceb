// A sweep by hand: how long a registry remembers defaults, and what that does to welfare. Writes one chart.
//
//     node examples/sweep.mjs                      # in a clone, after npm start; sweep.svg in the working folder
import { writeFileSync } from 'node:fs';
import { draw, run } from 'creditlab';

const [borrowers = 2000, out = 'sweep.svg'] = process.argv.slice(2);
const points = [];
for (const quarters of [1, 4, 12, 28]) {
  const result = await run('baseline', {
    institutions: ['none', 'government-led'],
    worlds: ['actual'],
    borrowers: Number(borrowers),
    replicates: 3,
    set: { 'government-led.retentionNegative': quarters },
  });
  const which = { measure: 'welfare', institution: 'government-led', world: 'actual' };
  const [{ difference, differenceLow: low, differenceHigh: high }] = result.summary(which);
  points.push({ quarters, difference, low, high });
}
console.table(points);

const quantity = (field, title) => ({ field, type: 'quantitative', title });
const title = 'welfare against none (95%)';
const spec = {
  ...{ width: 420, height: 260, background: 'white', data: { values: points } },
  encoding: { x: quantity('quarters', 'quarters that a default is remembered') },
  layer: [
    { mark: 'rule', encoding: { y: quantity('low', title), y2: { field: 'high' } } },
    { mark: 'point', encoding: { y: quantity('difference', title) } },
  ],
};
writeFileSync(out, await draw(spec));
