import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../run/fixture.ts';
import { creditlab } from './creditlab.ts';

const two = `version: 1
title: { en: Two lenders, zh: 两家机构 }
question: Do they share?
source: assumption
extends: baseline
lenders:
  - { id: bank-1, kind: bank, share: 0.6 }
  - { id: bank-2, kind: bank, share: 0.4 }
institutions: [market-led]
reference: market-led
economy: { search: { quotes: 2 } }
borrowers: 300
quarters: 10
burnIn: 4
replicates: 2
`;

it('creditlab experiment joining plays the game in parts and in one go, and tells it in both languages', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'two.yaml'), two);
  const play = (...more: string[]) =>
    creditlab(folder, 'experiment', 'joining', 'two.yaml', '--quiet', '--no-figures', ...more);
  // Four coalitions at six fees: the usual five, and one of its own that is none of them.
  const parts = ['1/2', '2/2'].map((part) =>
    play('--set', 'market-led.fee=0.003', '--out', 'parts', '--shard', part),
  );
  expect(parts[0].stdout).toBe('');
  const whole = play('--set', 'market-led.fee=0.003', '--out', 'whole');
  expect([whole.exitCode, whole.stderr]).toEqual([0, '']);
  expect(whole.stdout).toContain('Which lenders would join?');
  expect(whole.stdout.replaceAll(/\s+/g, ' ')).toContain(
    'Fees tried, in % of a mean loan for each loan: 0.00%, 0.20%, 0.30% (its own), 0.50%, 1.00%, 2.00%.',
  );
  expect(whole.stdout).toContain('{Bank 1}');
  const chinese = play('--set', 'market-led.fee=0.003', '--out', 'parts', '--lang', 'zh');
  expect([chinese.exitCode, chinese.stderr]).toEqual([0, '']);
  expect(chinese.stdout).toContain('哪些贷款机构会加入？');
  expect(chinese.stdout).toContain('两家机构');
  expect(chinese.stdout).not.toMatch(/[A-Za-z]{2,}/);
  const tables = (out: string) =>
    readdirSync(join(folder, out, 'experiments'))
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(join(folder, out, 'experiments', name), 'utf8')]);
  expect(tables('whole').map(([name]) => name)).toEqual([
    'joining-fees.csv',
    'joining-moves.csv',
    'joining.csv',
  ]);
  expect(tables('parts')).toEqual(tables('whole'));
});
