import { economyParameters, lenderParameters } from '../../engine/index.ts';
import type { Institution } from '../../institutions/index.ts';
import type { Parameter, ParameterTable } from '../../parameters.ts';
import type { Words } from '../../language.ts';
import type { InstitutionChoice, Scenario } from '../scenario.ts';

/** Where the numbers of a scenario come from; switches count as numbers. */
export interface NumberSources {
  /** Defaults that are assumptions of this project. */
  readonly assumed: number;
  /** Defaults fitted to targets of consumer credit (docs/calibration.md). */
  readonly fitted: number;
  /** Defaults with a source in law or literature. */
  readonly cited: number;
  /** Set by the scenario to something else, on the grounds that its `source` gives. */
  readonly own: number;
}

/** Counts the numbers of economy, lenders and institutions by where they come from. */
export function provenanceOf(
  scenario: Scenario,
  institutionOf: (choice: InstitutionChoice) => Institution,
): NumberSources {
  const counts = { assumed: 0, fitted: 0, cited: 0, own: 0 };
  const count = (table: ParameterTable, values: Readonly<Record<string, unknown>>) => {
    for (const [name, parameter] of Object.entries(table)) {
      counts[originOf(parameter, values[name] ?? parameter.default)]++;
    }
  };
  const economy: Readonly<Record<string, Readonly<Record<string, unknown>>>> = scenario.economy;
  for (const [group, table] of Object.entries(economyParameters))
    count(table, economy[group] ?? {});
  for (const lender of scenario.lenders) count(lenderParameters, { ...lender });
  for (const choice of scenario.institutions) {
    count(institutionOf(choice).parameters, choice.values);
  }
  return counts;
}

/** The three numbers that README, report and check tell of a scenario: how many it reads, and how many are ours or calibrated. */
export function countsText({ assumed, fitted, cited, own }: NumberSources): Words {
  const all = assumed + fitted + cited + own;
  return {
    en: `Economy, lenders and institutions read ${all} numbers: ${assumed} are assumptions of this project, ${fitted} are calibrated to evidence on consumer credit.`,
    zh: `经济、贷款机构与征信模式共读取 ${all} 个数值：${assumed} 个为本项目的假设，${fitted} 个依消费信贷的证据校准。`,
  };
}

/** Where a parameter's value comes from. */
export function originOf(parameter: Parameter, value: unknown): keyof NumberSources {
  if (value !== parameter.default) return 'own';
  if (parameter.source.startsWith('assumption')) return 'assumed';
  return parameter.source.startsWith('calibrated') ? 'fitted' : 'cited';
}
