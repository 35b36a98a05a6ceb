import { expect, it } from 'vitest';
import { labFor } from '../../src/lab/given/given.ts';
import { labWith } from '../../src/lab/given/html.ts';
import { dials } from '../../src/lab/model/dials.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const lab = '<p></p><script type="application/json" id="given">null</script>';

it('a lab begins with the first and the last built-in institution of its scenario', async () => {
  const { given, leftOut } = labFor(await loadScenario('short-memory'), 'text');
  expect(given).toMatchObject({ id: 'loaded', name: 'short-memory', text: 'text' });
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
  const { given } = labFor(await loadScenario('baseline'), '</script><script>$& $1');
  const html = labWith(lab, given);
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(JSON.parse(/id="given">(.*)<\/script>/.exec(html)?.[1] ?? '')).toEqual(given);
});
