import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Part } from './part.ts';
import { boundsPart } from './parts/bounds.ts';
import { enginePart, naivePart, worldsPart } from './parts/engine.ts';
import { drawingPart } from './parts/drawing.ts';
import { freshClonePart } from './parts/fresh-clone.ts';
import { growthParts } from './parts/growth.ts';
import { kernelPart } from './parts/kernel.ts';
import { plugInPart } from './parts/plug-in.ts';
import { startUpPart } from './parts/start-up.ts';
import { headText, partText } from './table.ts';

const parts: readonly Part[] = [
  enginePart,
  naivePart,
  kernelPart,
  boundsPart,
  plugInPart,
  ...growthParts,
  worldsPart,
  startUpPart,
  drawingPart,
  freshClonePart,
];
const ids = parts.map(({ id }) => id);

const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true, default: ids },
    help: { type: 'boolean', default: false },
  },
});
if (asked.help) {
  console.log(`npm run bench -- [--quick] [--large] [--runs 3] [--only ${ids.join(' | ')}] …

  --quick   a tenth of every size, one run: do all pieces work? Its figures mean little
  --large   also 10 million borrowers on two threads, and a million written naively (minutes; 6 GB)
  --runs    runs of each piece, of which the median is told
  --only    only these parts of the table`);
  process.exit();
}

const runs = asked.quick ? 1 : Number(asked.runs);
const unknown = asked.only.filter((id) => !ids.includes(id));
if (!(runs >= 1) || unknown.length > 0) {
  console.error(`--runs takes a number, --only one of: ${ids.join(', ')}`);
  process.exit(1);
}

const effort = {
  runs,
  smaller: asked.quick ? 10 : 1,
  large: asked.large,
};
const cores = cpus();
console.log(
  `Node ${process.versions.node} on ${cores.length} × ${cores[0].model.trim()}, ` +
    `${Math.round(totalmem() / 1e9)} GB. Every piece ran in a process of its own, ${effort.runs === 1 ? 'once' : `${effort.runs} times: medians`}; ` +
    'by processor time of all its threads unless it says otherwise.',
);
console.log(`\n${headText()}`);
for (const part of parts.filter(({ id }) => asked.only.includes(id))) {
  console.log(partText(part.title, await part.rows(effort)));
}
