import { economyParameters, lenderParameters } from '../engine/index.ts';
import { institutionName } from '../institution-names.ts';
import type { Language } from '../language.ts';
import type { ParameterTable } from '../parameters.ts';
import { originOf } from '../scenario/index.ts';
import { chinesePassport, type PassportWords } from './chinese/passport.ts';
import type { DrawableRun } from './inputs.ts';

const words = {
  en: {
    economy: (group: string) => `economy: ${group}`,
    lender: (id: string) => `lender: ${id}`,
    truth: (value: boolean) => (value ? 'yes' : 'no'),
    passport: (own: PassportWords) => own,
  },
  zh: {
    economy: (group: string) => `经济：${group}`,
    lender: (id: string) => `贷款机构：${id}`,
    truth: (value: boolean) => (value ? '是' : '否'),
    passport: chinesePassport,
  },
} as const;

/** One number that went into a run, with its passport. */
export interface Assumption {
  /** What it belongs to: a part of the economy, a lender, an institution. */
  readonly group: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly about: string;
  readonly source: string;
  /** Where the value comes from: our assumption, a fit to evidence, a cited source, or the scenario's own choice. */
  readonly origin: ReturnType<typeof originOf>;
}

/** All numbers of a run: the economy's, the lenders', the institutions'. */
export function assumptionsOf(
  { scenario, institutions }: DrawableRun,
  language: Language,
): Assumption[] {
  const say = words[language];
  const economy: Readonly<Record<string, Readonly<Record<string, unknown>>>> = scenario.economy;
  return [
    ...Object.entries(economyParameters).flatMap(([group, table]) =>
      rowsOf(say.economy(group), table, economy[group] ?? {}, language),
    ),
    ...scenario.lenders.flatMap((lender) =>
      rowsOf(say.lender(lender.id), lenderParameters, { ...lender }, language),
    ),
    ...scenario.institutions.flatMap((one) =>
      rowsOf(
        institutionName(one, language),
        institutions.get(one.id)?.parameters ?? {},
        one.values,
        language,
      ),
    ),
  ];
}

function rowsOf(
  group: string,
  table: ParameterTable,
  values: Readonly<Record<string, unknown>>,
  language: Language,
): Assumption[] {
  return Object.entries(table).map(([name, parameter]) => {
    const value = values[name] ?? parameter.default;
    const { unit, about, source } = words[language].passport(parameter);
    return {
      group,
      name,
      value: write(value, language),
      unit,
      about,
      source,
      origin: originOf(parameter, value),
    };
  });
}

function write(value: unknown, language: Language): string {
  if (typeof value === 'boolean') return words[language].truth(value);
  return String(value).replace('-', '−');
}
