/** The suite of `npm run laws`, on the built program: does what laws ask for, judges it, writes docs/laws.md. */
import { writeFileSync } from 'node:fs';
import { programFolder } from '../../src/program-folder.ts';
import { fileURLToPath } from 'node:url';
import type { Fault, Found, Reading } from './law.ts';
import { page, line } from './page.ts';
import { keyOf, performAll } from './pool.ts';
import { expectations, laws } from './registry.ts';
import type { Task } from './task.ts';

const [only = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = <T extends { readonly letter: string }>(of: readonly T[]): readonly T[] =>
  only === '' ? of : of.filter(({ letter }) => only.includes(letter));

const begun = performance.now();
const required = chosen(laws);
const reported = chosen(expectations);
const needed = [
  ...[...required, ...reported].flatMap(({ tasks }) => tasks),
  ...required.flatMap(({ tasks, fault: { instead } }) => (instead ? tasks.map(instead) : [])),
];
const outcomes = await performAll(needed, 2);

const outcome = (task: Task) => {
  const one = outcomes.get(keyOf(task));
  if (!one) throw new Error(`nobody asked for ${keyOf(task)}`);
  return one;
};
const found: Found = {
  ledger: (task, world = 'actual') => {
    const one = outcome(task).ledgers[world];
    if (!one) throw new Error(`the world ${world} was not run: ${keyOf(task)}`);
    return one;
  },
  findings: (task) => outcome(task).findings,
  pds: (task) => outcome(task).pds,
};

/** What a judge finds where something is wrong. */
function spoilt(fault: Fault): Found {
  const { instead = (task) => task, spoil = (ledger) => ledger, look = {} } = fault;
  const { spoilFinding = (finding) => finding } = fault;
  return {
    ledger: (task, world) => spoil(found.ledger(instead(task), world)),
    pds: (task) => found.pds(instead(task)),
    findings: (task) => {
      const all = found.findings(instead(task)).map(spoilFinding);
      return all
        .filter(({ world }) => !Object.hasOwn(look, world))
        .flatMap((one) => [
          one,
          ...Object.keys(look)
            .filter((world) => look[world] === one.world)
            .map((world) => ({ ...one, world })),
        ]);
    },
  };
}

const rows = required.map((law) => ({
  ...{ law, reading: law.judge(found) },
  faulty: law.judge(spoilt(law.fault)),
}));
const others = reported.map((law) => ({ law, reading: law.judge(found) }));

const mark = ({ holds }: Reading, yes: string, no: string) => (holds ? yes : no);
for (const { law, reading, faulty } of rows) {
  console.log(line(law, reading, mark(reading, 'holds ', law.open ? 'OPEN  ' : 'BROKEN')));
  console.log(
    `       planted: ${law.fault.says}: ${faulty.measured}: ${mark(faulty, 'NOT NOTICED', 'noticed')}`,
  );
}
console.log('\nExpected, never required');
for (const { law, reading } of others) {
  console.log(line(law, reading, mark(reading, 'as expected', 'NOT SO     ')));
}
if (only === '') {
  writeFileSync(fileURLToPath(new URL('docs/laws.md', programFolder)), page(rows, others));
}
const { user, system } = process.cpuUsage();
const seconds = (ms: number) => (ms / 1000).toFixed(0);
console.log(
  `\n${outcomes.size} markets in ${seconds(performance.now() - begun)} s (${seconds((user + system) / 1000)} s of processors)`,
);

// A law that is open counts neither way, nor does its fault: what is broken anyway notices nothing.
const counted = rows.filter(({ law, reading }) => reading.holds || !law.open);
const passed = counted.reduce(
  (sum, { reading, faulty }) => sum + Number(reading.holds) + Number(!faulty.holds),
  0,
);
const failed = 2 * counted.length - passed;
const open = rows.length - counted.length;
for (const { law, reading, faulty } of counted) {
  if (reading.holds && !faulty.holds) continue;
  console.log(
    `\nFAILED ${reading.holds ? 'to notice a planted fault, ' : ''}law ${law.letter}: ${law.says}`,
  );
  console.log(
    `  bound ${law.bound}; measured ${reading.measured}; with ${law.fault.says}: ${faulty.measured}`,
  );
  console.log(`  seeds ${[...new Set(law.tasks.map(({ seed }) => seed))].join(', ')}`);
  console.log(`  again: npm run laws -- ${law.letter}`);
}
if (open > 0) console.log(`${open} laws are not kept yet, and say so in docs/laws.md`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
