import { describe, expect, it } from 'vitest';
import { join } from '../../../src/engine/files/join.ts';
import type { Finding } from '../../../src/experiments/experiment.ts';
import { whoGains } from '../../../src/experiments/who-gains/experiment.ts';
import { decisionsOf } from '../../../src/experiments/who-gains/decisions.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { marketOf } from '../../engine/market.ts';

const market = marketOf({ borrowers: 600, quarters: 26, burnIn: 10 });
const from = 16;
const rules = institutions['market-led'].rules();
const of = (found: readonly Finding[], measure: string) =>
  found.filter((one) => one.measure === `who-gains:${measure}`);
const sum = (found: readonly Finding[]) => found.reduce((all, { value }) => all + value, 0);

describe('who gains by a reform', () => {
  const found = whoGains.observe(market, {
    rules,
    phases: [{ from, rules: institutions.none.rules() }],
  });

  it('puts everybody into one bin and into one cell of the matrix', () => {
    expect(sum(of(found, 'distribution'))).toBeCloseTo(1, 10);
    expect(sum(of(found, 'movers'))).toBeCloseTo(1, 10);
  });

  it('tells more who are better or worse than none', () => {
    expect(sum(of(found, 'better'))).toBeGreaterThan(0.05);
    expect(sum(of(found, 'worse'))).toBeGreaterThan(0.05);
  });

  it('splits all by income, by their file and by where they stood', () => {
    const all = sum(of(found, 'people'));
    const people = of(found, 'group-people').map(({ value }) => value);
    const total = (a: number, b: number) => people.slice(a, b).reduce((x, y) => x + y, 0);
    expect(total(0, 5)).toBe(all);
    expect(total(5, 7) + people[13]).toBe(all);
    expect(total(7, 13)).toBe(total(5, 7));
    expect(total(14, 16)).toBe(all);
  });

  it('tells of nobody where nothing changes', () => {
    const idle = whoGains.observe(market, { rules, phases: [{ from, rules }] });
    expect(sum(of(idle, 'mean'))).toBe(0);
    expect(sum(of(idle, 'better')) + sum(of(idle, 'worse'))).toBe(0);
    const stays = of(idle, 'movers').filter(
      ({ at }) => Math.floor((at ?? 0) / 10) === (at ?? 0) % 10,
    );
    expect(sum(stays)).toBeCloseTo(1, 10);
  });

  it('lets whoever is offered a loan bear what leaks cost, and nobody gain by them', () => {
    const leaking = { ...rules, leak: { chance: 0.001, loss: 0.5 } };
    const leaky = whoGains.observe(market, { rules, phases: [{ from, rules: leaking }] });
    const { leaks } = join(market.lenders, { rules: leaking });
    expect(sum(of(leaky, 'mean'))).toBeLessThan(-0.1 * Math.min(...leaks));
    expect(sum(of(leaky, 'mean'))).toBeGreaterThan(-Math.max(...leaks));
    expect(sum(of(leaky, 'better'))).toBe(0);
    // Leaks move no choice: everybody stands where it stood.
    const stays = of(leaky, 'movers').filter(
      ({ at }) => Math.floor((at ?? 0) / 10) === (at ?? 0) % 10,
    );
    expect(sum(stays)).toBeCloseTo(1, 10);
  });

  it('counts decisions from the announcement on', () => {
    const { applications } = decisionsOf(market, { rules }, from);
    const earlier = decisionsOf(market, { rules }, from - 4);
    const total = (column: Float64Array) => column.reduce((a, b) => a + b, 0);
    expect(total(earlier.applications)).toBeGreaterThan(total(applications));
  });

  it('observes nothing without a reform', () => {
    expect(whoGains.observe(market, { rules })).toEqual([]);
  });
});
