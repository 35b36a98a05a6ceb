import { Document, isScalar } from 'yaml';
import { economyParameters, lenderParameters } from '../engine/parameters.ts';
import type { Institution } from '../institutions/institution.ts';
import type { Parameter, ParameterTable } from '../parameters.ts';
import { runParameters } from './run-parameters.ts';
import type { InstitutionChoice, Scenario } from './scenario.ts';

/**
 * A scenario as a file of its own, every number stated and explained: unit, then meaning. Read again,
 * it gives the same scenario.
 *
 * @param institutionOf the institution behind each choice
 */
export function printScenario(
  scenario: Scenario,
  institutionOf: (choice: InstitutionChoice) => Institution,
): string {
  const { version, title, question, source, seed, worlds, reference } = scenario;
  const { borrowers, quarters, burnIn, replicates, lenders, economy } = scenario;
  const document = new Document({
    ...{ version, title, question, source, seed, borrowers, quarters, burnIn, replicates },
    ...{ worlds, reference },
    institutions: scenario.institutions.map((choice) => entryOf(choice, institutionOf(choice))),
    ...{ lenders, economy },
  });
  const explain = (path: readonly (string | number)[], table: ParameterTable) => {
    for (const [name, parameter] of Object.entries(table)) {
      const node = document.getIn([...path, name], true);
      if (isScalar(node)) node.comment = ` ${remark(parameter, node.value)}`;
    }
  };
  explain([], runParameters);
  for (const [group, table] of Object.entries(economyParameters))
    explain(['economy', group], table);
  // The columns of the first lender explain those of the others.
  explain(['lenders', 0], lenderParameters);
  scenario.institutions.forEach((choice, i) =>
    explain(['institutions', i, 'with'], institutionOf(choice).parameters),
  );
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The entry of `institutions` that makes this choice, with every value. */
function entryOf(choice: InstitutionChoice, institution: Institution) {
  const { id, label, from, values, participation } = choice;
  const all = Object.entries(institution.parameters).map(([name, parameter]) => [
    name,
    values[name] ?? parameter.default,
  ]);
  return {
    ...sourceOf(id, label, from, institution),
    with: Object.fromEntries(all),
    participation,
  };
}

function sourceOf(
  id: string,
  label: string,
  from: InstitutionChoice['from'],
  institution: Institution,
) {
  if (from.kind === 'declared') {
    const { values: _, ...declare } = from.columns;
    return { declare, as: id };
  }
  const use = from.kind === 'module' ? from.path : from.id;
  return {
    use,
    as: id === use ? undefined : id,
    label: label === institution.label ? undefined : label,
  };
}

/** Unit, meaning, and on what grounds: an assumption, a source, or the scenario's own decision. */
function remark({ unit, about, source, default: usual }: Parameter, value: unknown): string {
  const isAssumption = source.startsWith('assumption');
  const grounds = isAssumption ? 'assumption' : source;
  return `${unit}: ${about} [${value === usual ? grounds : `set here; else ${usual}`}]`;
}
