import { UserError } from '../../errors.ts';
import {
  isRecordColumn,
  recordParameters,
  recordRules,
  defineInstitution,
  lenderKindNames,
  contributors,
  readers,
  type RecordColumn,
  type Sourced,
  type Institution,
  type Values,
} from '../../institutions/index.ts';
import type { DeclaredColumns } from '../scenario.ts';

const unstated = 'not stated';

/**
 * The institution that a scenario declares. It has the parameters of every institution, with the
 * declared values as defaults, and no score.
 *
 * @throws UserError if `columns.values` names a parameter that it cannot have
 */
export function declaredInstitution(id: string, columns: DeclaredColumns): Institution {
  const { label, facts, contributes, reads, reciprocal } = columns;
  return defineInstitution({
    id,
    label,
    facts: {
      representative: facts.representative ?? unstated,
      mechanism: facts.mechanism ?? unstated,
      purpose: facts.purpose ?? unstated,
      openness: facts.openness ?? unstated,
      dataSources: facts.dataSources ?? unstated,
      character: facts.character ?? unstated,
    },
    parameters: recordParameters(declaredValues(id, columns.values)),
    rules: (p) => ({
      contributes: contributors(contributes),
      access: readers({
        level(reader, contributor, { kind }, contributing) {
          if (reciprocal && !contributing[reader]) return 'none';
          const readerKind = lenderKindNames[kind[reader]];
          return reads[readerKind]?.[lenderKindNames[kind[contributor]]] ?? 'none';
        },
        fee: p.fee,
      }),
      ...recordRules(p),
    }),
  });
}

/** Declared values as defaults of parameters. */
function declaredValues(id: string, values: Values): Partial<Record<RecordColumn, Sourced>> {
  const own: Partial<Record<RecordColumn, Sourced>> = {};
  const problems: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (!isRecordColumn(name)) problems.push(`${name}: unknown parameter`);
    else if (typeof value !== 'number') problems.push(`${name}: ${value} is not a number`);
    else own[name] = [value, 'assumption: as the scenario declares it'];
  }
  if (problems.length > 0) {
    throw new UserError(
      problems.map((problem) => ({
        message: `${id}: ${problem}`,
        hint: `parameters of a declared institution: ${Object.keys(recordParameters()).join(', ')}`,
      })),
    );
  }
  return own;
}
