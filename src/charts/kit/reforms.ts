import { institutionScales } from './institutions.ts';
import { nameInSentence } from './select.ts';
import type { ScenarioFacts } from '../chart.ts';
import type { Language } from '../../language.ts';
import type { Theme } from '../theme.ts';

/** Colours of the reforms among these rows, in the rows' order, and a legend where there are several. */
export function reformColour(
  scenario: ScenarioFacts,
  rows: readonly { readonly institution: string; readonly label: string }[],
  look: Pick<Theme, 'width' | 'fontSize'>,
  language: Language,
) {
  const labels = new Map<string, string>();
  for (const { institution, label } of rows) {
    if (!labels.has(institution)) labels.set(institution, label);
  }
  const reforms = [...labels.keys()];
  const { colour } = institutionScales(scenario);
  const range = reforms.map((one) => colour.range[colour.domain.indexOf(one)] ?? '#333333');
  const names = [...labels].map(
    ([institution, label]) =>
      `datum.value === '${institution}' ? ${JSON.stringify(nameInSentence({ institution, label }, language))} : `,
  );
  const legend = {
    title: null,
    orient: 'bottom',
    labelExpr: `${names.join('')}''`,
    labelLimit: 0,
    columns: look.width < 40 * look.fontSize ? 1 : 2,
    symbolOpacity: 1,
  } as const;
  return {
    field: 'institution',
    type: 'nominal',
    scale: { domain: reforms, range },
    legend: reforms.length > 1 ? legend : null,
  } as const;
}

export type ReformColour = ReturnType<typeof reformColour>;
export type ReformShape = ReturnType<typeof reformShape>;

/** Shapes of the same reforms, for print without colour. */
export function reformShape(scenario: ScenarioFacts, { scale, ...same }: ReformColour) {
  const { shape } = institutionScales(scenario);
  const range = scale.domain.map((one) => shape.range[shape.domain.indexOf(one)] ?? 'circle');
  return { ...same, scale: { domain: scale.domain, range } } as const;
}
