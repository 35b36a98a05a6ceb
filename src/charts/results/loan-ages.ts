import { tableChart } from '../kit/table-chart.ts';
import type { TopLevelSpec } from 'vega-lite';
import { inWords, marks, type Language } from '../../language.ts';
import type { Cells, ChartInputs } from '../chart.ts';
import { fade, frame, percentFormat, roundAxis } from '../kit/frame.ts';
import { estimates, nameInSentence, runAgain } from '../kit/select.ts';
import { panelsByInstitution } from '../kit/small-multiples.ts';
import { decimal, paragraph, percent, institutionTip, tip } from '../kit/words.ts';
import { neutral, problems, type Theme } from '../theme.ts';

const title = { en: 'When loans go bad', zh: '贷款何时违约' };

const kinds = [
  { id: 'default-will-not-pay', name: { en: 'Will not pay', zh: '不愿偿还' } },
  { id: 'default-cannot-pay', name: { en: 'Cannot pay', zh: '无力偿还' } },
] as const;

interface Bar extends Cells {
  readonly institution: string;
  readonly label: string;
  /** 1 = the first instalment is missed. */
  readonly instalment: number;
  readonly kind: string;
  readonly mean: number;
  readonly start: number;
  readonly end: number;
}

/** Defaults by the instalment that is missed, of all loans signed, in their two kinds. */
export const loanAges = tableChart({
  id: 'loan-ages',
  title,
  table: bars,
  lacking: [{ en: 'defaults by instalment', zh: '按分期的违约' }, runAgain],
  spec,
  caption: {
    en: 'The instalment that is missed first, as a share of all loans taken; over all instalments it adds up to the default rate.',
    zh: '在第几期分期上违约，占全部已发放贷款的比例；各期之和为违约率。',
  },
  bars: false,
  altText: altText,
});

function bars(inputs: ChartInputs): Bar[] {
  const instalments = inputs.summary.flatMap(({ measure }) => {
    const found = /^default-cannot-pay@instalment-(\d+)$/.exec(measure);
    return found === null ? [] : [Number(found[1])];
  });
  return [...new Set(instalments)]
    .toSorted((a, b) => a - b)
    .flatMap((instalment) => {
      const [will, cannot] = kinds.map(({ id }) =>
        estimates(inputs, `${id}@instalment-${instalment}`),
      );
      return will.flatMap(({ institution, label, mean: first }) => {
        const second = cannot.find((one) => one.institution === institution)?.mean ?? null;
        if (first === null || second === null) return [];
        const own = { institution, label, instalment };
        return [
          { ...own, kind: kinds[0].id, mean: first, start: 0, end: first },
          { ...own, kind: kinds[1].id, mean: second, start: first, end: first + second },
        ];
      });
    });
}

/** Of a hundred defaults, how many come at the first instalment, over all institutions. */
function finding(table: readonly Bar[], language: Language): string {
  const sum = (some: readonly Bar[]) => some.reduce((all, { mean }) => all + mean, 0);
  const first = sum(table.filter(({ instalment }) => instalment === 1)) / sum(table);
  if (!Number.isFinite(first)) return inWords(language, { en: 'Nobody defaults', zh: '无人违约' });
  const count = decimal(100 * first, 0);
  return inWords(language, {
    en: `About ${count} of 100 defaults come at the first instalment`,
    zh: `每 100 例违约中约 ${count} 例发生在第一期`,
  });
}

function spec(
  inputs: ChartInputs,
  table: readonly Bar[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const shown = inputs.scenario.institutions.filter(({ id }) =>
    table.some(({ institution }) => institution === id),
  );
  const panels = panelsByInstitution({ ...inputs.scenario, institutions: shown }, look, language, {
    axis: inWords(language, { en: '% of loans', zh: '占贷款的 %' }),
    side: fontSize * 2.8,
    gap: fontSize * 1.4,
    least: fontSize * 9,
    wanted: (wide) => Math.min(wide * 0.9, fontSize * 12),
  });
  const axis = roundAxis(0, Math.max(0.001, ...table.map(({ end }) => end)), 4);
  const names = kinds.map(({ name }) => name[language]);
  const values = table.map((bar) => ({
    ...bar,
    kindName: kinds.find(({ id }) => id === bar.kind)?.name[language] ?? '',
  }));
  return {
    ...frame(look, language, finding(table, language), [
      inWords(language, {
        en: 'The instalment that is missed first, in per cent of loans.',
        zh: '首次违约的分期，占贷款的 %。',
      }),
    ]),
    data: { name: 'instalments', values },
    ...panels.layout,
    spec: {
      width: panels.width,
      height: panels.height,
      mark: { type: 'bar' },
      encoding: {
        x: {
          field: 'instalment',
          type: 'ordinal',
          scale: { paddingInner: 0.25, paddingOuter: 0.15 },
          axis: {
            title: inWords(language, { en: 'Instalment missed', zh: '首次未还的期次' }),
            labelAngle: 0,
            ticks: false,
          },
        },
        y: {
          field: 'start',
          type: 'quantitative',
          scale: { domain: axis.domain, nice: false },
          axis: {
            title: panels.axisTitle,
            values: axis.ticks,
            format: percentFormat(axis.ticks),
          },
        },
        y2: { field: 'end' },
        color: {
          field: 'kindName',
          type: 'nominal',
          scale: { domain: names, range: [problems.hazard, neutral] },
          legend: { title: null, orient: 'top', direction: 'horizontal', symbolType: 'square' },
        },
        opacity: fade,
        tooltip: [
          institutionTip(language),
          tip('instalment', { en: 'instalment', zh: '分期' }, language),
          tip('kindName', { en: 'kind', zh: '类别' }, language),
          tip('mean', { en: 'of loans', zh: '占贷款' }, language, '.2%'),
        ],
      },
    },
  };
}

function altText(table: readonly Bar[], language: Language): string {
  const ids = [...new Set(table.map(({ institution }) => institution))];
  const lines = ids.map((id) => {
    const own = table.filter(({ institution }) => institution === id);
    const told = kinds.map(({ id: kind, name }) => {
      const shares = own.filter((bar) => bar.kind === kind).map(({ mean }) => percent(mean));
      return `${inWords(language, { en: name.en.toLowerCase(), zh: name.zh })} ${shares.join(marks[language].listed)}`;
    });
    const name = nameInSentence(own[0] ?? { institution: id, label: id }, language);
    return inWords(language, {
      en: `${name}: ${told.join('; ')}.`,
      zh: `${name}：${told.join('；')}。`,
    });
  });
  return paragraph(
    [
      inWords(language, {
        en: 'Stacked bars by instalment, one panel an institution. Share of loans that default at each instalment.',
        zh: '按分期的堆叠条形图，每种征信模式一幅。各期违约占贷款的比例：',
      }),
      ...lines,
    ],
    language,
  );
}
