import type { Phase, MarketInstitution } from '../../engine/index.ts';
import type { Becoming } from '../scenario.ts';
import { UserError } from '../../errors.ts';
import type { InstitutionChoice, Origin, Scenario } from '../scenario.ts';
import { rulesOf } from './check.ts';
import { combinedInstitution } from './combined.ts';
import { declaredInstitution } from './declared.ts';
import { institutions } from '../../institutions/registry.ts';
import {
  Duty,
  lenderColumns,
  type Institution,
  filedUnder,
  type LenderKindName,
} from '../../institutions/index.ts';
import { dutiesOf } from './participation.ts';

export { dutiesOf };
export { originsOf } from './origins.ts';

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
export async function institutionOf(choice: Becoming, load: LoadInstitution): Promise<Institution> {
  const institution = await findInstitution(choice, load);
  return { ...institution, id: choice.id, label: choice.label };
}

/**
 * The institution of a scenario as one market meets it, its rules checked on the market's lenders.
 *
 * @throws UserError also if a rule throws or answers nonsense
 */
export async function marketInstitutionOf(
  choice: InstitutionChoice,
  lenders: readonly { readonly kind: LenderKindName; readonly share: number }[],
  load: LoadInstitution,
): Promise<MarketInstitution> {
  const marketInstitution = await withoutPhases(choice, lenders, load);
  if (!choice.phases) return marketInstitution;
  const phases: Phase[] = [];
  for (const { becomes, ...phase } of choice.phases) {
    const next = becomes && (await withoutPhases(becomes, lenders, load));
    phases.push({ ...phase, ...(next && { participation: 1, ...next }) });
  }
  return { ...marketInstitution, phases };
}

/**
 * Values and lenders with which our own institutions were last found sound, by id: most markets of a design have them in
 * common. A user's module is looked at each time, since it may answer differently.
 */
const soundWith = new Map<string, string>();

async function withoutPhases(
  choice: Becoming,
  lenders: readonly { readonly kind: LenderKindName; readonly share: number }[],
  load: LoadInstitution,
): Promise<MarketInstitution> {
  const institution = await institutionOf(choice, load);
  const { from, id, values, participation } = choice;
  const isOurs = from.kind === 'built-in';
  const given = JSON.stringify([values, lenders.map(({ kind, share }) => [kind, share])]);
  const isSound = isOurs && soundWith.get(from.id) === given;
  const checked = rulesOf(institution, values, lenderColumns(lenders), isSound);
  if (isOurs) soundWith.set(from.id, given);
  const rules = filedUnder(isOurs ? from.id : id, checked);
  return participation === undefined ? { rules } : { rules, participation };
}

async function findInstitution(
  { id, label, from }: Becoming,
  load: LoadInstitution,
): Promise<Institution> {
  if (from.kind !== 'combined') return findOne(id, from, load);
  const tiers = await Promise.all(
    from.tiers.map(async ({ name, from: origin }) => ({
      name,
      institution: await findOne(name, origin, load),
    })),
  );
  const [first, second, ...others] = tiers;
  return combinedInstitution(id, label, [first, second, ...others]);
}

function findOne(id: string, from: Origin, load: LoadInstitution) {
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

/**
 * What a scenario says of who participates that changes nothing: lenders named that must contribute anyway. One sentence an
 * institution.
 */
export async function idleParticipation(
  { institutions: choices, lenders }: Pick<Scenario, 'institutions' | 'lenders'>,
  load: LoadInstitution,
): Promise<string[]> {
  const notes: string[] = [];
  for (const choice of choices) {
    const { participation } = choice;
    if (typeof participation !== 'object') continue;
    const { rules } = await marketInstitutionOf(choice, lenders, load);
    const duties = dutiesOf(rules, lenderColumns(lenders));
    const idle = participation.filter((id) => {
      const j = lenders.findIndex((lender) => lender.id === id);
      return j >= 0 && duties[j].includes(Duty.must) && !duties[j].includes(Duty.may);
    });
    if (idle.length === 0) continue;
    notes.push(
      `${choice.id}: participation names ${idle.join(', ')}, which must contribute anyway; naming them changes nothing`,
    );
  }
  return notes;
}
