import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { populationTemplate, readPopulation } from '../../src/score-file/population.ts';
import { temporaryFolder } from '../run/fixture.ts';

/** A file with this content. */
function given(content: string): string {
  const file = join(temporaryFolder(), 'population.csv');
  writeFileSync(file, content);
  return file;
}

describe('a population', () => {
  it('is read in the order of the behaviours', async () => {
    const found = await readPopulation(
      given(populationTemplate().replace('search,0,1', 'search,8,2')),
    );
    expect(found[3]).toEqual({ mean: 8, deviation: 2 });
    expect(found[0]).toEqual({ mean: 0, deviation: 1 });
  });

  it('must name every behaviour once, with a number and a spread', async () => {
    const wrong = 'behaviour,mean,deviation\nserch,1,1\nidentity,x,1\nsearch,1,0\n';
    const error: unknown = await readPopulation(given(wrong)).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('no behaviour "serch"\n    did you mean search?');
    expect(String(error)).toContain('mean: no number');
    expect(String(error)).toContain('deviation: not allowed');
  });

  const semicolons = () => populationTemplate().replaceAll(',', ';');
  const mistakes = async (text: string) =>
    String(await readPopulation(given(text)).catch((thrown: unknown) => thrown));

  it('has one number a cell: a decimal comma among commas is not read as two', async () => {
    const told = await mistakes(populationTemplate().replace('contacts,0,1', 'contacts,0,5,1'));
    expect(told).toContain('4 cells, but the header has 3');
    expect(told).toContain('decimals have a dot');
    const padded = populationTemplate().replaceAll('\n', ',,\n');
    await expect(readPopulation(given(padded))).resolves.toHaveLength(9);
  });

  it('may have decimal commas among semicolons, which settle what can be read in two ways', async () => {
    const [first, , third] = await readPopulation(
      given(
        semicolons()
          .replace('contacts;0;1', 'contacts;0,5;1.234')
          .replace('identity;0;1', 'identity;-2;1'),
      ),
    );
    expect(first).toEqual({ mean: 0.5, deviation: 1234 });
    expect(third).toEqual({ mean: -2, deviation: 1 });
    const open = semicolons().replace('contacts;0;1', 'contacts;1.234;1');
    expect(await mistakes(open)).toContain('"1.234" can be read in two ways');
  });

  it('ends with its mistakes if the file has no end', async () => {
    const told = await mistakes(`behaviour,mean,deviation\n${'search,0,1\n'.repeat(1e5)}`);
    expect(told).toContain('"search" stands twice');
  });
});
