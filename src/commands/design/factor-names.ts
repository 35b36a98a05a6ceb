import type { FactorNames } from '../../charts/index.ts';
import { UserError } from '../../errors.ts';
import { institutionName } from '../../institution-names.ts';
import type { Language, Words } from '../../language.ts';
import { lenderName } from '../../lender-names.ts';
import type { ParameterTable } from '../../parameters.ts';
import { chinesePassport } from '../../report/index.ts';
import { settingsOf } from '../../scenario/design/index.ts';
import { becomings, type Scenario } from '../../scenario/index.ts';
import { institutionOf } from '../../scenario/institutions/resolve.ts';

/** Whoever draws results runs no code of theirs: numbers of such an institution keep their keys. */
const noCode = () => Promise.reject(new UserError([{ message: 'is not loaded for a figure' }]));

/** Chinese of what is no number of a passport, by the English words. */
const otherMeanings: Readonly<Record<string, string>> = {
  'synthetic borrowers in one market': '一个市场中的模拟借款人数',
  'length of a run, the burn-in included': '运行长度，含预热',
  'first quarters, not counted in outcomes, while lenders learn':
    '贷款机构学习期间不计入结果的最初季度',
  'what a default costs a reputation in the other worlds': '其他世界中违约对声誉的代价',
  'kind of lender': '贷款机构类型',
  'which institution stands there': '该处的征信模式',
  'which of the lenders that may contribute do': '可报送的贷款机构中实际报送者',
  'what becomes of records of lenders that leave': '退出机构的记录如何处理',
  'whose defaults are struck off the shared files': '哪些人的违约从共享档案中删除',
};

const otherUnits: Readonly<Record<string, string>> = {
  borrowers: '名借款人',
  replicates: '次重复',
};

/** Whose a number is, where its key begins with a word for all of a kind. */
const everyone: Readonly<Record<string, Words>> = {
  everyLender: { en: 'Every lender', zh: '各贷款机构' },
  everyInstitution: { en: 'Every institution', zh: '各征信模式' },
};

/** What the values of a scenario that can be varied mean and are counted in, by their keys. */
export async function factorNames(scenario: Scenario): Promise<FactorNames> {
  const tables = new Map<string, ParameterTable>();
  for (const choice of [...scenario.institutions, ...scenario.institutions.flatMap(becomings)]) {
    const found = await institutionOf(choice, noCode).catch(() => undefined);
    if (found) tables.set(choice.id, found.parameters);
  }
  const settings = settingsOf(scenario, (id) => tables.get(id) ?? {});
  return new Map(
    [...settings].map(([key, { about, parameter }]) => {
      const unit = parameter?.unit ?? '';
      const chinese = chinesePassport({ about, unit, source: '' });
      const short = brief(about);
      const name = {
        en: short,
        zh: otherMeanings[short] ?? brief(chinese.about),
      };
      const said = { en: unit, zh: otherUnits[unit] ?? chinese.unit };
      return [key, { name: owned(key, name, scenario), unit: said }];
    }),
  );
}

/** What it means without the remark that follows: "how long a default stays readable", and no more. */
const brief = (about: string) =>
  about.replace(/[;；:：] ?.*$/su, '').replace(/[,，] ?\d+ ?[=为].*$/su, '');

/** With whose number it is before it, unless it is the economy's. */
function owned(key: string, name: Words, { institutions, lenders }: Scenario): Words {
  const [owner = '', ...rest] = key.split('.');
  const institution = institutions.find(({ id }) => id === owner);
  const phase = rest.length > 1 && institution ? ` ${rest[0]}` : '';
  const whose = (language: Language) => {
    if (Object.hasOwn(everyone, owner)) return everyone[owner][language];
    if (institution) return `${institutionName(institution, language)}${phase}`;
    return lenders.some(({ id }) => id === owner) ? lenderName(owner, language) : '';
  };
  const said = (language: Language, colon: string) =>
    whose(language) === ''
      ? name[language].replace(/^[a-z]/, (letter) => letter.toUpperCase())
      : `${whose(language)}${colon}${name[language]}`;
  return { en: said('en', ': '), zh: said('zh', '：') };
}
