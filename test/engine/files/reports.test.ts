import { describe, expect, it } from 'vitest';
import { rollWriter } from '../../../src/engine/columns/roll.ts';
import { lenderStride } from '../../../src/engine/columns/shape.ts';
import { visible } from '../../../src/engine/columns/visible.ts';
import { furnish } from '../../../src/engine/files/furnish.ts';
import { join } from '../../../src/engine/files/join.ts';
import { createRecords, planFiles } from '../../../src/engine/files/records.ts';
import { planReports } from '../../../src/engine/files/report-plan.ts';
import { readReports } from '../../../src/engine/files/reports.ts';
import { createLoanBook, createLoanQuarter, Status } from '../../../src/engine/loans/book.ts';
import { plainMemory } from '../../../src/engine/memory/allocate.ts';
import { joinTiers } from '../../../src/institutions/combine.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { Access, type Rules } from '../../../src/institutions/institution.ts';
import { lenderColumns } from '../../../src/institutions/lender-columns.ts';
import { economy } from '../economy.ts';
import { found, kinds, lenders, numbers, seed, type Loan } from './by-the-page.ts';

const room = { room: 'sure', twins: true, scored: true } as const;

const { term } = economy.loan;
const people = 20;
const quarters = 44;

/** Lives 44 quarters of random loans and holds every report to the events. */
function livesByThePage(rules: Rules) {
  const next = numbers(5);
  const sharing = join(lenders, { rules });
  const plan = planReports(sharing, lenderColumns(lenders).kind);
  const records = createRecords(1, 4096, planFiles([sharing], false), plainMemory);
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
  let inSeveral = 0;
  for (let t = 0; t < quarters; t++) {
    for (const loan of loans) {
      if (loan.ended < 0) now.balance[loan.place] = loan.balance = next();
    }
    readReports(plan, records, book, now, 0, t);
    slots.forEach((slot, r) => {
      for (let j = 0; j < kinds.length; j++) {
        const c = j * lenderStride + r;
        const expected = found(sharing.tiers, loans, j, slot, t);
        seenOpen += Number(expected.balances > 0);
        seenClosed += expected.repaid + expected.defaults;
        inSeveral += expected.inSeveral;
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
    now.endedCount.fill(0);
    for (const loan of loans) {
      if (loan.ended >= 0) continue;
      const bad = next() < 0.12;
      if (!bad && t - loan.signed < term - 1) continue;
      loan.ended = t;
      loan.bad = bad;
      book.status[loan.place] = bad ? Status.cannotPay : Status.repaid;
      book.endedAt[loan.place] = t - loan.signed + 1;
      const vintage = loan.signed % term;
      const start = vintage * book.capacity;
      now.ended[start + now.endedCount[vintage]++] = loan.place - start;
    }
    furnish(seed, sharing, records, book, now, 0, t);
  }
  return { seenOpen, seenClosed, inSeveral };
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

  it('join what tiers show, each with errors and windows of its own, every loan once', () => {
    const registry = institutions['government-led'].rules({ missedDefault: 0.3, lag: 1 });
    const bureau = institutions['market-led'].rules({ falseDefault: 0.2, retentionNegative: 5 });
    const platform = institutions['sesame'].rules({ threshold: 0.6, standardsGap: 0.3 });
    const black = institutions['negative-only'].rules({ missedDefault: 0.5 });
    const { seenOpen, seenClosed, inSeveral } = livesByThePage(
      joinTiers([bureau, registry, platform, black]),
    );
    expect(seenOpen).toBeGreaterThan(500);
    expect(seenClosed).toBeGreaterThan(500);
    expect(inSeveral).toBeGreaterThan(500);
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
