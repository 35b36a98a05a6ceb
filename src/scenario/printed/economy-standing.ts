import { economyParameters } from '../../engine/index.ts';
import type { Words } from '../../language.ts';
import type { Scenario } from '../scenario.ts';

/** What the shipped economy is calibrated to. Whoever calibrates it anew says so here: it stands under every figure. */
const calibratedTo: Words = {
  en: 'calibrated to targets of consumer credit, not to a country',
  zh: '参数依消费信贷文献的目标值校准，不代表任何国家',
};

const left: Words = {
  en: 'not the calibrated economy: the scenario changes it',
  zh: '并非经校准的经济：本情景改动了参数',
};

/** Whether a scenario's people and markets are the shipped ones, in words that stand under its figures and tables. */
export function economyStanding({ economy, design }: Pick<Scenario, 'economy' | 'design'>): Words {
  const values: Readonly<Record<string, Readonly<Record<string, unknown>>>> = economy;
  const isShipped = Object.entries(economyParameters).every(([group, table]) =>
    Object.entries(table).every(
      ([name, parameter]) => (values[group]?.[name] ?? parameter.default) === parameter.default,
    ),
  );
  const varied = design?.factors.some(({ key }) => key.startsWith('economy.')) ?? false;
  return isShipped && !varied ? calibratedTo : left;
}
