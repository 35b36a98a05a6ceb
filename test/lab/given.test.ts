import { expect, it } from 'vitest';
import { labFor } from '../../src/lab/given/given.ts';
import { labWith } from '../../src/lab/given/html.ts';
import { dials } from '../../src/lab/model/dials.ts';
import { checked } from '../../src/library/check.ts';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { readyTown } from '../../src/lab/run/ready.ts';

const lab = '<p></p><script type="application/json" id="given">null</script>';

const textOf = async (id: string) =>
  (await checked(await loadScenario(id), loadExternalInstitution)).text;

it('a lab begins with the first and the last built-in institution of its scenario', async () => {
  const { given, leftOut } = await labFor(
    await loadScenario('short-memory'),
    await textOf('short-memory'),
  );
  expect(given).toMatchObject({ id: 'loaded', name: 'short-memory' });
  // Nobody waits while they are read.
  for (const side of ['a', 'b'] as const) {
    expect(readyTown(given.ready, given.bench, side)?.economy).toEqual(
      (await loadScenario('short-memory')).economy,
    );
  }
  expect(given.bench.a.institution).toBe('none');
  expect(given.bench.b.institution).not.toBe('none');
  expect(leftOut).toEqual([]);
  // Dials say what the scenario says, not the lab's own economy.
  const { economy } = await loadScenario('short-memory');
  expect(given.usual['economy.outside.base']).toBe(economy.outside.base);
  expect(Object.keys(given.usual)).toEqual(
    dials.flatMap(({ key }) => (key.startsWith('economy.') ? key : [])),
  );
});

it('what a scenario says stays data, and can be read back', async () => {
  const { given } = await labFor(
    await loadScenario('baseline'),
    `# </script><script>$& $1 贷款\n${await textOf('baseline')}`,
  );
  const html = labWith(lab, given);
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  // The file stays one of letters of one byte.
  expect(html).toMatch(/^[\0-\x7f]*$/);
  expect(JSON.parse(/id="given">(.*)<\/script>/.exec(html)?.[1] ?? '')).toEqual(given);
});
