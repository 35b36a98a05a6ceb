import { describe, expect, it } from 'vitest';
import { rollWriter } from '../../../src/engine/columns/roll.ts';
import { lenderStride } from '../../../src/engine/columns/shape.ts';
import { visible } from '../../../src/engine/columns/visible.ts';
import { furnish } from '../../../src/engine/files/furnish.ts';
import { join } from '../../../src/engine/files/join.ts';
import { copyAsDefaulted, createRecords, distinctMaps } from '../../../src/engine/files/records.ts';
import { planReports } from '../../../src/engine/files/report-plan.ts';
import { readReports } from '../../../src/engine/files/reports.ts';
import { createLoanBook, createLoanQuarter, Status } from '../../../src/engine/loans/book.ts';
import { plainMemory } from '../../../src/engine/memory/allocate.ts';
import { economyParameters, type Economy } from '../../../src/engine/parameters.ts';
import type { Lender, SeedKey } from '../../../src/engine/setup.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { Access, type Rules } from '../../../src/institutions/institution.ts';
import { lenderColumns } from '../../../src/institutions/lender-columns.ts';
import { defaultsOf } from '../../../src/parameters.ts';
import { deriveKey, word } from '../../../src/random/draws.ts';
import { purposes } from '../../../src/random/purposes.ts';

const room = { room: 'sure', twins: true, scored: true } as const;

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
  const book = createLoanBook(economy, 4096, room, plainMemory);
  const now = createLoanQuarter(book.term, book.capacity);
  const slots = [...Array(people).keys()].flatMap((i) => (i % 5 === 0 ? [i, 4096 + i] : [i]));
  rollWriter.first = 0;
  rollWriter.n = slots.length;
  slots.forEach((slot, r) => {
    rollWriter.slot[r] = slot;
    rollWriter.person[r] = slot & 4095;
  });
  const twins = slots.filter((slot) => slot >= 4096);
  rollWriter.twins.set(twins);
  rollWriter.twinCount = twins.length;
  const loans: Loan[] = [];
  let seenOpen = 0;
  let seenClosed = 0;
  for (let t = 0; t < quarters; t++) {
    for (const loan of loans) {
      if (loan.ended < 0) now.balance[loan.place] = loan.balance = next();
    }
    readReports(plan, records, book, now, 0, t);
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
