import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import type { Content } from '../../../src/folder/index.ts';
import { publish, publishBeside } from '../../../src/folder/output-folder.ts';
import { outputsOf } from '../../../src/folder/outputs.ts';
import { isUnfinished } from '../../../src/folder/publish/journal.ts';
import { settleFolder } from '../../../src/folder/publish/settle.ts';
import { writeReport } from '../../../src/report/write-report.ts';
import { inProcess } from '../../../src/run/in-process.ts';
import { inOrderOfRecord, simulateScenario } from '../../../src/jobs/index.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { tally } from '../../safety/tally.ts';
import { contentOf, copyOf, faultyDisk, Killed, leftIn, type Fault } from './faulty-disk.ts';

type Files = ReadonlyMap<string, Content>;
let home: string;
let results: Files;
/** The same scenario with other numbers. */
let others: Files;
let report: Files;

async function simulatedAndDrawn(): Promise<void> {
  home = mkdtempSync(join(tmpdir(), 'creditlab-faults-'));
  const scenario = inOrderOfRecord(
    await loadScenario('tiny', { replicates: 2, worlds: ['actual'] }),
  );
  const { signal } = new AbortController();
  const rows = await simulateScenario(scenario, { executor: inProcess, signal });
  results = outputsOf(scenario, rows);
  others = outputsOf(
    scenario,
    rows.map((row) => ({ ...row, value: row.value / 2 })),
  );
  const drawn = join(home, 'drawn');
  publish(drawn, results);
  const names = await writeReport(drawn, { figures: false });
  // What a page is long makes no difference to how it is published.
  report = new Map(names.map((name) => [name, readFileSync(join(drawn, name)).subarray(0, 9999)]));
}

interface Case {
  readonly about: string;
  /** What lies in the folder before. */
  readonly before: (folder: string) => void;
  readonly act: (folder: string, disk: ReturnType<typeof faultyDisk>['disk']) => void;
}

const drawnOf = (files: Files, mark: string): Files =>
  new Map([...files].map(([name, content]) => [name, `${Buffer.from(content).toString()}${mark}`]));

const all: readonly Case[] = [
  {
    about: 'results in a new folder',
    before: () => {},
    act: (folder, disk) => publish(folder, results, { disk }),
  },
  {
    about: 'results over older ones, whose report leaves with them',
    before(folder) {
      publish(folder, results);
      publishBeside(folder, report, { leaves: true });
      publishBeside(folder, new Map([['experiments/mine.csv', 'stays']]), { leaves: false });
    },
    act: (folder, disk) => publish(folder, others, { disk }),
  },
  {
    about: 'a report beside its results',
    before: (folder) => publish(folder, results),
    act: (folder, disk) => publishBeside(folder, report, { leaves: true, disk }),
  },
  {
    about: 'a report over an older one',
    before(folder) {
      publish(folder, results);
      publishBeside(folder, drawnOf(report, '<!-- older -->'), { leaves: true });
    },
    act: (folder, disk) => publishBeside(folder, report, { leaves: true, disk }),
  },
];

interface Injection {
  readonly faults: readonly Fault[];
  /** What is published; without it all cases. */
  readonly only?: readonly string[];
  /** Whether what finishes a decision is killed, too. */
  readonly second: boolean;
  /** After so many calls the command is given again, to see that it ends where it would have. */
  readonly again: number;
}

/**
 * Tests in which the process is killed, and the disk fails, at every call that publishing makes. Afterwards the folder holds
 * the old set or the new one, whole, once the next command has opened it. Simulated once and drawn once: `tiny`.
 */
export function publishingOutlives({ faults, only, second, again: often }: Injection): void {
  beforeAll(simulatedAndDrawn);
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const cases = all.filter(({ about }) => !only || only.includes(about));
  describe.each(cases)('$about', ({ about, before, act }) => {
    const stem = about.replaceAll(/\W+/g, '-');
    let template: string;
    let old: Record<string, string>;
    let fresh: Record<string, string>;
    let calls: number;
    let left: string[];
    /** A folder as it was before. */
    let used = 0;
    const again = () => copyOf(template, join(home, `${stem}-${used++}`));

    beforeAll(() => {
      template = join(home, stem);
      mkdirSync(template);
      before(template);
      old = contentOf(template);
      const folder = again();
      const { disk, calls: counted } = faultyDisk(-1, 'kill');
      act(folder, disk);
      calls = counted();
      fresh = contentOf(folder);
      left = leftIn(folder);
    });

    it('replaces the old set and leaves nothing else, where nothing goes wrong', () => {
      expect(fresh).not.toEqual(old);
      expect(left).toEqual([]);
    });

    it.each<Fault>(faults)('outlives %s at every call', (fault) => {
      expect(calls).toBeGreaterThan(20);
      const ends = { old: 0, fresh: 0, lost: 0 };
      for (let at = 0; at < calls; at++) {
        const folder = again();
        let thrown: unknown;
        try {
          act(folder, faultyDisk(at, fault).disk);
        } catch (error) {
          thrown = error;
        }
        if (thrown) expect(thrown).toBeInstanceOf(fault === 'kill' ? Killed : UserError);
        // Whoever comes next, with a disk that works.
        settleFolder(folder, quick());
        const now = contentOf(folder);
        ends[same(now, old) ? 'old' : same(now, fresh) ? 'fresh' : 'lost']++;
        if (fault !== 'kill') expect(leftIn(folder).length).toBeLessThanOrEqual(1);
        if (at % often === 0) {
          act(folder, quick());
          expect(contentOf(folder)).toEqual(fresh);
        }
        rmSync(folder, { recursive: true });
      }
      tally(`${fault} at a call of publishing ${about}`, calls, ends.lost);
      expect(ends.lost).toBe(0);
      expect(ends.old).toBeGreaterThan(0);
      expect(ends.fresh).toBeGreaterThan(0);
    });

    it.runIf(second)('outlives a second kill at every call of what finishes it', () => {
      const decided = firstDecided(again, act, calls);
      const total = () => {
        const { disk, calls: counted } = faultyDisk(-1, 'kill');
        settleFolder(decided(), disk);
        return counted();
      };
      const most = total();
      expect(most).toBeGreaterThan(5);
      let lost = 0;
      for (let at = 0; at < most; at++) {
        const folder = decided();
        expect(() => settleFolder(folder, faultyDisk(at, 'kill').disk)).toThrow(Killed);
        settleFolder(folder, quick());
        if (!same(contentOf(folder), fresh)) lost++;
        rmSync(folder, { recursive: true });
      }
      tally(`a second kill while ${about} are finished`, most, lost);
      expect(lost).toBe(0);
    });
  });
}

const same = (a: Record<string, string>, b: Record<string, string>) =>
  JSON.stringify(a) === JSON.stringify(b);

/** One that works, and waits for nothing. */
const quick = () => faultyDisk(-1, 'kill').disk;

/** Makes folders in which a set was decided upon and nothing more was done. */
function firstDecided(again: () => string, act: Case['act'], calls: number): () => string {
  const killedAt = (at: number) => {
    const folder = again();
    try {
      act(folder, faultyDisk(at, 'kill').disk);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    return folder;
  };
  for (let at = 0; at < calls; at++) if (isUnfinished(killedAt(at))) return () => killedAt(at);
  throw new Error('nothing was ever decided');
}
