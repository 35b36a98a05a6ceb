import { describe, expect, it } from 'vitest';
import { roll } from '../../../src/engine2/columns/roll.ts';
import { lenderStride } from '../../../src/engine2/columns/shape.ts';
import { visible } from '../../../src/engine2/columns/visible.ts';
import { fileReader } from '../../../src/engine2/files/credit-file.ts';
import { furnish } from '../../../src/engine2/files/furnish.ts';
import { join } from '../../../src/engine2/files/join.ts';
import {
  copyAsDefaulted,
  createRecords,
  distinctMaps,
} from '../../../src/engine2/files/records.ts';
import { planReports } from '../../../src/engine2/files/report-plan.ts';
import { readReports } from '../../../src/engine2/files/reports.ts';
import { createLoanBook, createLoanQuarter, Status } from '../../../src/engine2/loans/book.ts';
import { plainMemory } from '../../../src/engine2/memory/allocate.ts';
import { economyParameters, type Economy } from '../../../src/engine2/parameters.ts';
import type { Lender, SeedKey } from '../../../src/engine2/setup.ts';
import { institutions } from '../../../src/institutions/index.ts';
import { Access, type Rules } from '../../../src/institutions/institution.ts';
import { emptyFileWithDebts } from '../../../src/scores/credit-file.ts';
import { lenderColumns } from '../../../src/institutions/lender-columns.ts';
import { defaultsOf } from '../../../src/parameters.ts';
import { deriveKey, word } from '../../../src/random/draws.ts';
import { purposes } from '../../../src/random/purposes.ts';

const economy = Object.fromEntries(
  Object.entries(economyParameters).map(([group, table]) => [group, defaultsOf(table)]),
) as unknown as Economy;
const { term } = economy.loan;
const kinds = ['bank', 'bank', 'bank', 'consumer-finance', 'internet', 'internet'] as const;
const lenders: Lender[] = kinds.map((kind, j) => ({
  id: `lender-${j}`,
  kind,
  share: [0.25, 0.2, 0.15, 0.12, 0.16, 0.12][j],
  funding: 0.01,
  operating: 0.041,
  recovery: 0.8,
}));
const seed: SeedKey = [11, 12];
const people = 20;
const quarters = 44;

function numbers(state: number) {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function uniform(person: number, quarter: number, purpose: number): number {
  const key = new Int32Array(4);
  deriveKey(key, seed, 0, quarter, purpose);
  return ((word(person, key[0], key[1], key[2]) >>> 0) + 0.5) / 2 ** 32;
}

/** A loan as an event: what the page's rules are about. */
interface Loan {
  readonly slot: number;
  readonly q: number;
  readonly size: number;
  readonly signed: number;
  readonly place: number;
  ended: number;
  bad: boolean;
  balance: number;
}

/** What reader j finds about a slot in quarter t, by the page's words. */
function found(
  rules: Rules,
  level: Uint8Array,
  contributing: Uint8Array,
  loans: readonly Loan[],
  j: number,
  slot: number,
  t: number,
) {
  const { lag, retentionNegative, retentionPositive, threshold } = rules.records;
  const { falseDefault, missedDefault, standardsGap } = rules.errors;
  const report = {
    ownRepaid: 0,
    ownDefaults: 0,
    repaid: 0,
    defaults: 0,
    file: 0,
    balances: 0,
    open: 0,
  };
  for (const loan of loans) {
    if (loan.slot !== slot) continue;
    const closed = loan.ended >= 0 && loan.ended < t;
    if (loan.q === j) {
      if (!closed || loan.ended < t - 31) continue;
      if (loan.bad) report.ownDefaults++;
      else report.ownRepaid++;
      continue;
    }
    const access = level[j * kinds.length + loan.q];
    if (access === Access.none || !contributing[loan.q] || loan.size < threshold) continue;
    const full = access !== Access.negative;
    if (closed) {
      const person = slot & 4095;
      const u = uniform(person, loan.ended, purposes.recordErrorOf + loan.q);
      let bad = loan.bad ? u >= missedDefault : u < falseDefault;
      const gap = uniform(person, loan.ended, purposes.standardsGapOf + loan.q) < standardsGap;
      if (kinds[j] !== kinds[loan.q] && gap) bad = !bad;
      const old = t - loan.ended;
      if (bad && old >= 1 + lag && old <= lag + retentionNegative) {
        report.defaults++;
        if (full) report.file = 1;
      }
      if (!bad && full && old >= 1 + lag && old <= lag + retentionPositive) {
        report.repaid++;
        report.file = 1;
      }
    } else if (access === Access.full && t >= loan.signed + 1 + lag) {
      report.file = 1;
      report.balances += loan.balance;
      report.open++;
    }
  }
  return report;
}

/** Lives 44 quarters of random loans and holds every report to the events. */
function livesByThePage(rules: Rules) {
  const next = numbers(5);
  const sharing = join(lenders, { rules });
  const plan = planReports(sharing, lenderColumns(lenders).kind);
  const records = createRecords(1, true, sharing, plainMemory);
  const book = createLoanBook(economy, 4096, 'sure', true, plainMemory);
  const now = createLoanQuarter(book.term, book.capacity);
  const slots = [...Array(people).keys()].flatMap((i) => (i % 5 === 0 ? [i, 4096 + i] : [i]));
  roll.first = 0;
  roll.n = slots.length;
  slots.forEach((slot, r) => {
    roll.slot[r] = slot;
    roll.alive[slot] = 1;
    roll.person[r] = slot & 4095;
  });
  const kindCodes = lenderColumns(lenders).kind;
  const fileReaders = lenders.map((_, j) => fileReader(sharing, kindCodes, j));
  const file = emptyFileWithDebts();
  const loans: Loan[] = [];
  let seenOpen = 0;
  let seenClosed = 0;
  for (let t = 0; t < quarters; t++) {
    for (const loan of loans) {
      if (loan.ended < 0) book.balance[loan.place] = loan.balance = next();
    }
    readReports(plan, records, book, 0, t);
    slots.forEach((slot, r) => {
      for (let j = 0; j < kinds.length; j++) {
        const c = j * lenderStride + r;
        const expected = found(rules, sharing.level, sharing.contributing, loans, j, slot, t);
        seenOpen += Number(expected.balances > 0);
        seenClosed += expected.repaid + expected.defaults;
        expect({
          ownRepaid: visible.ownRepaid[c],
          ownDefaults: visible.ownDefaults[c],
          repaid: visible.sharedRepaid[c],
          defaults: visible.sharedDefaults[c],
          file: visible.fileExists[c],
        }).toEqual({
          ownRepaid: expected.ownRepaid,
          ownDefaults: expected.ownDefaults,
          repaid: expected.repaid,
          defaults: expected.defaults,
          file: expected.file,
        });
        // The whole file says the same, and the reader's own beside it.
        if ((slot + j + t) % 7 === 0) {
          fileReaders[j](records, book, 0, slot, t, file);
          const mine = loans.filter((one) => one.slot === slot && one.q === j);
          const ownOpen = mine.filter((one) => one.ended < 0).length;
          expect(file.repaid).toBe(expected.ownRepaid + expected.repaid);
          expect(file.defaults).toBe(expected.ownDefaults + expected.defaults);
          expect(file.openLoans).toBe(ownOpen + expected.open);
        }
        // Whoever is owed is not asked: its own loan may stand in the sum that readers of a set share.
        const owed = loans.some((one) => one.slot === slot && one.q === j && one.ended < 0);
        if (!owed) expect(visible.balances[c]).toBeCloseTo(expected.balances, 12);
      }
    });
    // Signing.
    const v = t % term;
    let count = 0;
    for (const slot of slots) {
      const q = Math.floor(next() * kinds.length);
      if (next() < 0.4) continue;
      if (loans.some((one) => one.slot === slot && one.q === q && one.ended < 0)) continue;
      const place = v * book.capacity + count++;
      book.slot[place] = slot;
      book.lender[place] = q;
      book.size[place] = 0.1 + next();
      book.status[place] = Status.open;
      book.endedAt[place] = 0;
      loans.push({
        slot,
        q,
        size: book.size[place],
        signed: t,
        place,
        ended: -1,
        bad: false,
        balance: 0,
      });
    }
    book.count[v] = count;
    // Living.
    now.wasOpen.fill(0);
    for (const loan of loans) {
      if (loan.ended >= 0) continue;
      now.wasOpen[loan.place] = 1;
      const bad = next() < 0.12;
      if (!bad && t - loan.signed < term - 1) continue;
      loan.ended = t;
      loan.bad = bad;
      book.status[loan.place] = bad ? Status.cannotPay : Status.repaid;
      book.endedAt[loan.place] = t - loan.signed + 1;
    }
    furnish(seed, sharing, records, book, now.wasOpen, 0, t);
  }
  return { seenOpen, seenClosed };
}

describe('reports', () => {
  for (const [id, institution] of Object.entries(institutions)) {
    it(`under ${id} show what ended, who may read it, and what is open`, () => {
      livesByThePage(institution.rules());
    });
  }

  it('keep to lag, windows, threshold, errors and the gap between standards', () => {
    const rules = institutions['full-sharing'].rules({
      lag: 3,
      retentionNegative: 9,
      retentionPositive: 5,
      threshold: 0.5,
      falseDefault: 0.2,
      missedDefault: 0.3,
      standardsGap: 0.25,
    });
    const { seenClosed, seenOpen } = livesByThePage(rules);
    expect(seenClosed).toBeGreaterThan(500);
    expect(seenOpen).toBe(0); // a loan of four quarters is over before the lag is
    expect(
      livesByThePage({ ...rules, records: { ...rules.records, lag: 1 } }).seenOpen,
    ).toBeGreaterThan(500);
  });

  it('show nothing of closed loans at a retention of 0, and open ones all the same', () => {
    const rules = institutions['full-sharing'].rules();
    const closed = { ...rules.records, retentionNegative: 0, retentionPositive: 0 };
    const { seenClosed, seenOpen } = livesByThePage({ ...rules, records: closed });
    expect(seenClosed).toBe(0);
    expect(seenOpen).toBeGreaterThan(500);
  });

  it('without balances show closed loans and nothing of open ones', () => {
    const rules = institutions['full-sharing'].rules();
    const { seenClosed, seenOpen } = livesByThePage({
      ...rules,
      access: (given, contributing, out) => {
        rules.access(given, contributing, out);
        out.level.forEach((level, c) => {
          if (level === Access.full) out.level[c] = Access['full-without-balances'];
        });
      },
    });
    expect(seenClosed).toBeGreaterThan(500);
    expect(seenOpen).toBe(0);
  });
});

describe('a twin’s files', () => {
  it('are its original’s, but for the loan that ended repaid', () => {
    const rules = institutions['dual'].rules({ missedDefault: 0.1, falseDefault: 0.1 });
    const sharing = join(lenders, { rules });
    const records = createRecords(1, true, sharing, plainMemory);
    const maps = distinctMaps(records);
    const next = numbers(3);
    for (const map of maps) map[7] = Math.floor(next() * 2 ** 32);
    const bit = 1 << 9;
    const q = 4;
    records.ended[q][7] |= bit;
    records.defaults[q][7] &= ~bit;
    const garbled = ((records.shared[q][7] ^ records.crossed[q][7]) & bit) !== 0;
    for (const missed of [0, 1]) {
      copyAsDefaulted(records, maps, 7, 4103, q, bit, missed);
      for (const map of maps) expect((map[4103] ^ map[7]) & ~bit).toBe(0);
      expect(records.defaults[q][4103] & bit).toBe(bit);
      expect((records.shared[q][4103] & bit) !== 0).toBe(missed === 0);
      expect((records.crossed[q][4103] & bit) !== 0).toBe((missed === 0) !== garbled);
      expect(records.ended[q][4103] & bit).toBe(bit);
    }
  });
});

describe('a whole file', () => {
  it('shows when, from whom and how much, to each as far as it may see', () => {
    const rules = institutions['association-led'].rules();
    const sharing = join(lenders, { rules });
    const records = createRecords(1, false, sharing, plainMemory);
    const book = createLoanBook(economy, 4096, 'sure', true, plainMemory);
    const t = 37;
    const bit = (ago: number) => 1 << (t - ago);
    records.ended[0][5] = bit(20) | bit(9);
    records.shared[0][5] = bit(20);
    records.defaults[0][5] = bit(20);
    records.ended[4][5] = bit(2);
    // Signed two quarters ago with bank-2, three ago with internet-2 (which has ended in this quarter), and this quarter.
    const sign = (age: number, q: number, endedAt: number) => {
      const v = (t - age) % term;
      book.count[v] = 1;
      const k = v * book.capacity;
      book.slot[k] = 5;
      book.lender[k] = q;
      book.size[k] = 1;
      book.instalment[k] = 0.3;
      book.rate[k] = 0.05;
      book.status[k] = endedAt > 0 ? Status.repaid : Status.open;
      book.endedAt[k] = endedAt;
    };
    sign(2, 1, 0);
    sign(3, 5, 4);
    sign(0, 3, 0);
    const codes = lenderColumns(lenders).kind;
    const read = (view: number | 'complete') => {
      const file = emptyFileWithDebts();
      fileReader(sharing, codes, view)(records, book, 0, 5, t, file);
      return file;
    };
    const two = 0.3 / 1.05 + 0.3 / 1.05 ** 2;
    // Bank-3 sees banks in full; of the rest defaults alone.
    expect(read(2)).toMatchObject({
      repaid: 1,
      defaults: 1,
      sinceDefault: 20,
      length: 20,
      kinds: 1,
    });
    expect(read(2)).toMatchObject({ openLoans: 1, newLoans: 1 });
    expect(read(2).balances).toBeCloseTo(two, 12);
    const whole = read('complete');
    expect(whole).toMatchObject({ repaid: 2, defaults: 1, openLoans: 2, newLoans: 2, kinds: 2 });
    expect(whole.balances).toBeCloseTo(two + 0.3 / 1.05, 12);
    expect(read(5)).toMatchObject({ repaid: 1, defaults: 1, length: 20, openLoans: 1, kinds: 2 });
  });
});
