import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NotNow } from '../../../src/errors.ts';
import { here } from '../../../src/folder/publish/alive.ts';
import { nodeDisk } from '../../../src/folder/publish/disk.ts';
import { lock, tryLock } from '../../../src/folder/publish/lock.ts';
import { clearDead } from '../../../src/folder/publish/temporary.ts';
import { temporaryFolder } from '../../run/fixture.ts';

const mine = { scenario: 'tiny', seed: 'a' };
/** No system gives a process this number. */
const noProcess = 2 ** 30;

const lockOf = (folder: string, holder: object) =>
  writeFileSync(
    join(folder, '.lock'),
    `${JSON.stringify({ ...mine, host: here(), pid: process.pid, since: '', ...holder })}\n`,
  );
const age = (path: string, seconds: number) => {
  const then = Date.now() / 1000 - seconds;
  utimesSync(path, then, then);
};

describe('the lock of a folder', () => {
  it('says what is done there, by whom and since when', () => {
    const folder = temporaryFolder();
    const release = tryLock(folder, mine);
    const told: unknown = JSON.parse(readFileSync(join(folder, '.lock'), 'utf8'));
    expect(told).toMatchObject({ ...mine, pid: process.pid, since: expect.stringMatching(/^20/) });
    expect(JSON.stringify(told)).toContain(hostname());
    if (typeof release === 'function') release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is waited for by who does the same', async () => {
    const folder = temporaryFolder();
    const first = await lock(folder, mine);
    let isSecond = false;
    const second = lock(folder, mine).then((release) => {
      isSecond = true;
      return release;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isSecond).toBe(false);
    first();
    (await second)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['another scenario', { scenario: 'other', seed: 'a' }],
    ['another seed', { scenario: 'tiny', seed: 'b' }],
  ])('refuses %s at once, and says what to do', async (_, other) => {
    const folder = temporaryFolder();
    const release = await lock(folder, mine);
    await expect(lock(folder, other)).rejects.toThrow(NotNow);
    await expect(lock(folder, other)).rejects.toThrow(
      /call again when it is done, or give another/,
    );
    release();
  });

  it('is not waited for without end where there is little patience, and says since when', async () => {
    const folder = temporaryFolder();
    const release = await lock(folder, mine);
    await expect(lock(folder, mine, { patience: 250 })).rejects.toThrow(NotNow);
    await expect(lock(folder, mine, { patience: 0 })).rejects.toThrow(
      /does the same, since 20.*\n.*call again when it is done, or give another/,
    );
    release();
  });

  it('stops waiting when it is told to', async () => {
    const folder = temporaryFolder();
    const release = await lock(folder, mine);
    const stop = new AbortController();
    const waiting = lock(folder, mine, { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
    release();
  });

  it('of a dead process of this machine is taken over', () => {
    const folder = temporaryFolder();
    lockOf(folder, { pid: noProcess });
    expect(typeof tryLock(folder, mine)).toBe('function');
  });

  it('of a process whose number another has by now is taken over', () => {
    const folder = temporaryFolder();
    lockOf(folder, { born: 'never' });
    expect(typeof tryLock(folder, mine)).toBe(
      existsSync('/proc/self/stat') ? 'function' : 'object',
    );
  });

  it('of a living process is not', () => {
    const folder = temporaryFolder();
    lockOf(folder, {});
    age(join(folder, '.lock'), 10_000);
    expect(tryLock(folder, mine)).toMatchObject({ who: expect.stringContaining(`${process.pid}`) });
  });

  it('of another machine is taken over only after five minutes without a sign of life', () => {
    const folder = temporaryFolder();
    lockOf(folder, { host: 'elsewhere', pid: noProcess });
    age(join(folder, '.lock'), 290);
    expect(tryLock(folder, mine)).toMatchObject({ who: expect.stringContaining('elsewhere') });
    age(join(folder, '.lock'), 310);
    expect(typeof tryLock(folder, mine)).toBe('function');
  });

  it('that was never finished to be written counts for ten seconds', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.lock'), '');
    expect(typeof tryLock(folder, mine)).toBe('object');
    age(join(folder, '.lock'), 20);
    expect(typeof tryLock(folder, mine)).toBe('function');
  });
});

describe('what processes were writing', () => {
  const left = (folder: string, name: string) => {
    mkdirSync(join(folder, name, 'deep'), { recursive: true });
    writeFileSync(join(folder, name, 'deep', 'half'), 'x');
    return name;
  };
  const host = hostname().replaceAll(/[^\w.-]/g, '_');

  it('is cleared when they are dead, and left when they live or are of another machine', () => {
    const folder = temporaryFolder();
    left(folder, `.new-${host}-${noProcess}-0-0123abcd`);
    const living = left(folder, `.new-${host}-${process.pid}-0-0123abcd`);
    const other = left(folder, `.new-elsewhere-${noProcess}-0-0123abcd`);
    const mineToo = left(folder, '.new-ideas');
    clearDead(folder, nodeDisk);
    expect(readdirSync(folder).toSorted()).toEqual([living, other, mineToo].toSorted());
  });
});
