import { institutionName } from '../institution-names.ts';
import { headline } from '../findings/index.ts';
import { displayOf, resultDictionary } from '../measures/index.ts';
import { csvOf } from '../text/csv.ts';
import { footLine } from '../charts/index.ts';
import { stampOfRun } from './stamp.ts';
import type { Report } from './report.ts';

/** One row an institution, in per cent, for spreadsheets: mean, ends of the interval, difference; and what it is. */
export function wideTable(report: Report): string {
  const { run, language } = report;
  const { scenario, summary } = run.inputs;
  const note = footLine(stampOfRun(report.run), language);
  const rows = scenario.institutions.map((one) => {
    const cells = headline.flatMap(({ measure, upper, world }) =>
      [measure, ...(upper === undefined ? [] : [upper])].flatMap((id) => {
        const row = summary.find(
          (each) => each.institution === one.id && each.measure === id && each.world === world,
        );
        const { factor } = displayOf(resultDictionary.passportOf(id).unit);
        const shown = (value: number | undefined) =>
          value === undefined || Number.isNaN(value) ? null : Number((factor * value).toFixed(4));
        const name = id.replaceAll('-', '_');
        return [
          [`${name}_percent`, shown(row?.mean)],
          [`${name}_low`, shown(row?.low)],
          [`${name}_high`, shown(row?.high)],
          [`${name}_difference`, shown(row?.difference)],
        ] as const;
      }),
    );
    return {
      institution: one.id,
      label: institutionName(one, language),
      ...Object.fromEntries(cells),
      note,
    };
  });
  return csvOf(rows);
}
