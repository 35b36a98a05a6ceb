import type { Regime } from '../../engine/index.ts';
import { UserError } from '../../errors.ts';
import type { InstitutionChoice } from '../scenario.ts';
import { rulesOf } from './check.ts';
import { declaredInstitution } from './declared.ts';
import { institutions } from '../../institutions/registry.ts';
import { lenderColumns, type Institution, type LenderKindName } from '../../institutions/index.ts';

/**
 * How a user's module is loaded, given its absolute path: `loadExternalInstitution` in Node. A page has
 * no files to load, so it passes its own refusal, and no Node module reaches it from here.
 */
export type LoadInstitution = (path: string) => Promise<Institution>;

/**
 * The institution that a scenario chooses, under the name that it has there.
 *
 * @throws UserError if there is none of this id, or its module cannot be used
 */
export async function institutionOf(
  choice: InstitutionChoice,
  load: LoadInstitution,
): Promise<Institution> {
  const institution = await find(choice, load);
  return { ...institution, id: choice.id, label: choice.label };
}

/**
 * The institution of a scenario as one market meets it, its rules checked on the market's lenders.
 *
 * @throws UserError also if a rule throws or answers nonsense
 */
export async function regimeOf(
  choice: InstitutionChoice,
  lenders: readonly { readonly kind: LenderKindName; readonly share: number }[],
  load: LoadInstitution,
): Promise<Regime> {
  const institution = await institutionOf(choice, load);
  const rules = rulesOf(institution, choice.values, lenderColumns(lenders));
  const { participation } = choice;
  return participation === undefined ? { rules } : { rules, participation };
}

function find({ id, from }: InstitutionChoice, load: LoadInstitution) {
  if (from.kind === 'module') return load(from.path);
  if (from.kind === 'declared') return declaredInstitution(id, from.columns);
  if (Object.hasOwn(institutions, from.id)) return institutions[from.id];
  throw new UserError([
    {
      message: `${id}: there is no institution '${from.id}'`,
      hint: `institutions: ${Object.keys(institutions).join(', ')}`,
    },
  ]);
}
