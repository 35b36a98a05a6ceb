import { Document, isScalar } from 'yaml';
import { economyParameters, lenderParameters } from '../../engine/index.ts';
import { institutions } from '../../institutions/registry.ts';
import type { Institution } from '../../institutions/index.ts';
import type { Parameter, ParameterTable } from '../../parameters.ts';
import { runParameters } from '../run-parameters.ts';
import { valuesOfTier } from '../institutions/combined.ts';
import type { Becoming } from '../scenario.ts';
import { printReforms } from '../reforms/print-reforms.ts';
import type { Origin, Scenario } from '../scenario.ts';

/**
 * A scenario as a file of its own, every number stated and explained: unit, then meaning. Read again,
 * it gives the same scenario.
 *
 * @param institutionOf the institution behind each choice
 */
export function printScenario(
  scenario: Scenario,
  institutionOf: (choice: Becoming) => Institution,
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
  const { borrowers, quarters, burnIn, start, replicates, lenders, economy } = scenario;
  const unreformed = scenario.institutions.filter(({ reformOf }) => reformOf === undefined);
  const document = new Document(
    inAllLanguages(scenario, {
      ...{ version, title, question, source, seed, borrowers, quarters, burnIn, start, replicates },
      ...{ worlds, sanctions, reference },
      institutions: unreformed.map((choice) => ({
        ...entryOf(choice, institutionOf(choice).parameters),
        reforms: printReforms(
          scenario.institutions.filter(({ reformOf }) => reformOf === choice.id),
          // Of what it becomes, what differs is said: whoever prints knows the institutions of today alone.
          (next) => entryOf(next, {}),
        ),
      })),
      ...{ lenders, economy },
    }),
  );
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
  unreformed.forEach((choice, i) => {
    const { parameters } = institutionOf(choice);
    if (choice.from.kind !== 'combined') explain(['institutions', i, 'with'], parameters);
    else {
      choice.from.tiers.forEach(({ name }, k) =>
        explain(['institutions', i, 'combine', k, 'with'], valuesOfTier(name, parameters)),
      );
    }
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Texts that the scenario has in several languages, in all of them. */
function inAllLanguages({ words }: Pick<Scenario, 'words'>, value: unknown, key = ''): unknown {
  if (words === undefined) return value;
  if (typeof value === 'string') {
    const isText = ['title', 'question', 'source', 'label'].includes(key);
    return isText && Object.hasOwn(words, value) ? words[value] : value;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => inAllLanguages({ words }, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, inAllLanguages({ words }, inner, name)]),
  );
}

/** The entry of `institutions` that makes this choice, with every value. */
function entryOf(choice: Becoming, parameters: ParameterTable) {
  const { from, id, label } = choice;
  if (from.kind === 'combined') {
    const combine = from.tiers.map((tier) => ({
      ...sourceOf({ id: tier.name, from: tier.from, label: undefined }),
      with: valuesOfTier(tier.name, valuesIn(choice, parameters)),
    }));
    return { combine, as: id, label, participation: choice.participation };
  }
  const { participation } = choice;
  return { ...sourceOf({ id, label, from }), with: valuesIn(choice, parameters), participation };
}

/** Every value of an institution, set or not. */
function valuesIn(choice: Becoming, parameters: ParameterTable) {
  const all = Object.entries(parameters).map(([name, parameter]) => [
    name,
    choice.values[name] ?? parameter.default,
  ]);
  return { ...Object.fromEntries(all), ...choice.values };
}

function sourceOf({
  id,
  label,
  from,
}: {
  readonly id: string;
  readonly label: string | undefined;
  readonly from: Origin;
}) {
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
