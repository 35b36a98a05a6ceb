import { Document, isScalar } from 'yaml';
import { economyParameters, lenderParameters } from '../../engine/index.ts';
import { institutions } from '../../institutions/registry.ts';
import type { Institution } from '../../institutions/index.ts';
import type { Parameter, ParameterTable } from '../../parameters.ts';
import { runParameters } from '../run-parameters.ts';
import type { InstitutionChoice, Scenario } from '../scenario.ts';

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
  const {
    version,
    title,
    question,
    source,
    seed,
    worlds,
    reference,
    sanctions = 'held',
  } = scenario;
  const { borrowers, quarters, burnIn, replicates, lenders, economy } = scenario;
  const document = new Document({
    ...{ version, title, question, source, seed, borrowers, quarters, burnIn, replicates },
    ...{ worlds, sanctions, reference },
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
function entryOf(choice: InstitutionChoice, { parameters }: Institution) {
  const all = Object.entries(parameters).map(([name, parameter]) => [
    name,
    choice.values[name] ?? parameter.default,
  ]);
  const { participation } = choice;
  return { ...sourceOf(choice), with: Object.fromEntries(all), participation };
}

function sourceOf({ id, label, from }: InstitutionChoice) {
  if (from.kind === 'declared') {
    const { values: _, ...declare } = from.columns;
    return { declare, as: id };
  }
  if (from.kind === 'module') return { use: from.path, as: id, label };
  if (from.id !== id) return { use: from.id, as: id, label };
  return { use: id, label: label === institutions[id].label ? undefined : label };
}

/** Unit, meaning, and on what grounds: an assumption, a source, or the scenario's own decision. */
function remark({ unit, about, source, default: usual }: Parameter, value: unknown): string {
  const isAssumption = source.startsWith('assumption');
  const grounds = isAssumption ? 'assumption' : source;
  return `${unit}: ${about} [${value === usual ? grounds : `set here; else ${usual}`}]`;
}
