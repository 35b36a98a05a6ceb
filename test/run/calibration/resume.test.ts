import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NotNow } from '../../../src/errors.ts';
import { tryLock } from '../../../src/folder/publish/lock.ts';
import { runCalibration } from '../../../src/run/calibration/run.ts';
import { admissible } from '../../../src/run/calibration/admissible.ts';
import { calibrate, type CalibrateMeans } from '../../../src/run/calibration/calibrate.ts';
import { doInOrder } from '../../../src/run/calibration/in-order.ts';
import { writeFound, writeSet } from '../../../src/run/calibration/outputs.ts';
import { claimSearch } from '../../../src/run/calibration/settings.ts';
import { temporaryFolder } from '../fixture.ts';
import { calibration, meansIn, scripted } from './scripted.ts';

async function all(means: CalibrateMeans): Promise<void> {
  claimSearch(means.folder, calibration, 2, false);
  const told = await calibrate(calibration, means);
  writeFound(means.folder, calibration, told);
  writeSet(
    means.folder,
    calibration,
    await admissible(calibration, told, { wanted: 5, steps: 60 }, means),
  );
}

const files = [
  ...[
    'search.json',
    'evaluations.csv',
    'jacobian.csv',
    'check.csv',
    'best.yaml',
    'fit.csv',
    'fit.md',
  ],
  ...['parameters.csv', 'directions.csv', 'sensitivity.csv', 'admissible.csv', 'admissible.md'],
  ...['set/optima.csv', 'set/candidates.csv', 'set/conditions.csv'],
];
const contents = (folder: string) => files.map((name) => readFileSync(join(folder, name), 'utf8'));

describe('a search', () => {
  it('leaves the same bytes whatever the threads, and whenever it was killed', async () => {
    const alone = temporaryFolder();
    const plain = scripted();
    await all(meansIn(alone, plain.evaluator));
    const expected = contents(alone);

    const together = temporaryFolder();
    await all(meansIn(together, scripted({ lanes: 3 }).evaluator));
    expect(contents(together)).toEqual(expected);

    const total = plain.markets();
    for (const share of [0.1, 0.45, 0.7, 0.95]) {
      const folder = temporaryFolder();
      const killedAfter = Math.floor(share * total);
      const killed = scripted({ lanes: 2, killedAfter });
      await expect(all(meansIn(folder, killed.evaluator))).rejects.toThrow('killed');
      // The line that was being written is cut short.
      appendFileSync(join(folder, 'evaluations.csv'), share < 0.4 ? '57,start-1,0.2' : '');
      const again = scripted({ lanes: 2 });
      await all(meansIn(folder, again.evaluator));
      expect(contents(folder)).toEqual(expected);
      // Only what was in flight is done twice.
      expect(again.markets()).toBeLessThanOrEqual(total - killedAfter + 20);
    }
  });

  it('cut short is the beginning of a long one, and goes on from there', async () => {
    const folder = temporaryFolder();
    await calibrate(calibration, meansIn(folder, scripted().evaluator, 40));
    const short = readFileSync(join(folder, 'evaluations.csv'), 'utf8');
    expect(short.split('\n')).toHaveLength(42);
    await calibrate(calibration, meansIn(folder, scripted().evaluator, 90));
    expect(readFileSync(join(folder, 'evaluations.csv'), 'utf8').startsWith(short)).toBe(true);
  });

  it('looks at one vector however little time there is', async () => {
    const means = { ...meansIn(temporaryFolder(), scripted().evaluator), isLate: () => true };
    expect((await calibrate(calibration, means)).evaluations).toHaveLength(1);
  });

  it('is not mixed with another one, nor with a log that was changed', async () => {
    const folder = temporaryFolder();
    const means = meansIn(folder, scripted().evaluator, 40);
    claimSearch(folder, calibration, 2, false);
    await calibrate(calibration, means);
    expect(() => claimSearch(folder, { ...calibration, seed: 'other' }, 2, false)).toThrow(
      '--force',
    );
    const log = join(folder, 'evaluations.csv');
    writeFileSync(log, readFileSync(log, 'utf8').replace('\n2,scan', '\n2,scun'));
    await expect(calibrate(calibration, means)).rejects.toThrow('not the one that is asked for');
    truncateSync(log, 10);
    claimSearch(folder, { ...calibration, seed: 'other' }, 2, true);
    await calibrate({ ...calibration, seed: 'other' }, means);
  });

  it('replaces nothing that it did not write, not even with --force', () => {
    for (const name of ['search.json', 'evaluations.csv', 'set/optima.csv', 'fit.md']) {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'set'));
      writeFileSync(join(folder, name), 'my thesis');
      for (const force of [false, true]) {
        expect(() => claimSearch(folder, calibration, 2, force)).toThrow(
          /is not a file of creditlab’s/,
        );
      }
      expect(readFileSync(join(folder, name), 'utf8')).toBe('my thesis');
      expect(readdirSync(folder).toSorted()).toEqual(
        [...new Set([name.split('/')[0], 'set'])].toSorted(),
      );
    }
  });

  it('is refused at once while another search is done in its folder', async () => {
    const folder = temporaryFolder();
    const release = tryLock(folder, { scenario: 'other', seed: 'a' });
    const search = {
      ...{ folder, force: false, evaluations: 4, starts: 1, minutes: 1, threads: 1 },
      ...{ wanted: undefined, steps: undefined, signal: new AbortController().signal },
      ...{ onProgress: () => {}, onFound: () => {} },
    };
    await expect(runCalibration(calibration, search)).rejects.toThrow(NotNow);
    if (typeof release === 'function') release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('finds what it was asked for', async () => {
    const told = await calibrate(
      calibration,
      meansIn(temporaryFolder(), scripted().evaluator, 150),
    );
    expect(told.fit.map(({ verdict }) => verdict.split(',')[0])).toEqual([
      'inside',
      'inside',
      'inside',
    ]);
    expect(told.best.values[0]).toBeCloseTo(5, 0);
  });
});

describe('work in order', () => {
  const later = async (turns: number) => {
    for (let k = 0; k < turns; k++) await Promise.resolve();
  };

  it('hands results on in the order of items, whichever ends first', async () => {
    const handed: number[] = [];
    const items = [30, 5, 20, 1, 9];
    const n = await doInOrder(
      items,
      async (turns) => {
        await later(turns);
        return turns;
      },
      (result) => handed.push(result),
      { lanes: 3, isOver: () => false },
    );
    expect([n, ...handed]).toEqual([5, ...items]);
  });

  it('ends at the first error in order, with what came before it handed on', async () => {
    const handed: number[] = [];
    const work = async (item: number) => {
      await later(item === 2 ? 20 : 1);
      if (item > 2) throw new Error(`item ${item}`);
      return item;
    };
    const hand = (result: number) => void handed.push(result);
    const spread = { lanes: 4, isOver: () => false };
    await expect(doInOrder([1, 2, 3, 4], work, hand, spread)).rejects.toThrow('item 3');
    expect(handed).toEqual([1, 2]);
  });

  it('begins nothing once it is over', async () => {
    let begun = 0;
    const n = await doInOrder(
      [1, 2, 3, 4, 5, 6],
      async (item) => {
        begun++;
        return item;
      },
      () => {},
      { lanes: 1, isOver: () => begun >= 3 },
    );
    expect(n).toBeLessThan(3);
    expect(begun).toBe(3);
  });
});
