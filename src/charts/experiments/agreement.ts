import { tableChart } from '../kit/table-chart.ts';
import type { TopLevelSpec } from 'vega-lite';
import { inWords, type Language } from '../../language.ts';
import { studentTQuantile } from '../../math/student-t.ts';
import type { ChartInputs } from '../chart.ts';
import { correlation, methods, tilesOf, type Tile } from './agreement-table.ts';
import { countWord } from '../findings/numbers.ts';
import { fade, frame } from '../kit/frame.ts';
import { nameAxis, nameColumn } from '../kit/institutions.ts';
import { nameInSentence, runIt } from '../kit/select.ts';
import { textWidth, wrapToPoints } from '../kit/text.ts';
import { ink, problems, type Theme } from '../theme.ts';
import { paragraph } from '../kit/words.ts';

/** Whether the methods that measure the same problem agree on its sign and on the order of institutions. */
export const agreement = tableChart({
  id: 'agreement',
  title: { en: 'Do the methods agree?', zh: '各方法是否一致？' },
  experiment: 'agreement',
  table: (inputs) => methods.flatMap((method) => tilesOf(inputs, method)),
  lacking: [
    { en: 'experiment that sets the methods side by side', zh: '各方法并列的实验' },
    runIt('agreement'),
  ],
  spec,
  caption: {
    en: 'A column a method, a row an institution. Numbers are ranks (1 has least of the problem), since units do not compare. Filled: the problem is there, with 95% confidence; pale: it cannot be told; framed: the sign is the opposite.',
    zh: '每列一种方法，每行一种征信模式。数字为名次（1 为问题最轻），各列单位不同，故只比名次。填色：在 95% 置信水平下该问题存在；浅色：无法判定；带框：方向相反。',
  },
  bars: false,
  altText: altText,
});

/** How many pairs of methods of one problem rank institutions alike, by the test of Spearman's correlation. */
function finding(inputs: ChartInputs, table: readonly Tile[], language: Language): string {
  const n = inputs.scenario.institutions.length;
  if (n < 4)
    return inWords(language, {
      en: 'Too few institutions to compare rankings',
      zh: '征信模式太少，无法比较名次',
    });
  const t = studentTQuantile(0.975, n - 2);
  const least = t / Math.sqrt(t * t + n - 2);
  const present = methods.filter(({ id }) => table.some(({ method }) => method === id));
  const pairs = present.flatMap((a, i) =>
    present.slice(i + 1).flatMap((b) => (a.problem === b.problem ? [[a.id, b.id] as const] : [])),
  );
  const alike = pairs.filter(([a, b]) => correlation(table, a, b) >= least).length;
  return inWords(language, {
    en: `${countWord(alike, 'en').replace(/^./, (c) => c.toUpperCase())} of ${countWord(pairs.length, 'en')} pairs of methods rank alike`,
    zh: `${pairs.length} 对方法中有 ${alike} 对的排序一致`,
  });
}

function spec(
  inputs: ChartInputs,
  table: readonly Tile[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { scenario } = inputs;
  const names = nameAxis(scenario, look, language);
  const present = methods.filter(({ id }) => table.some(({ method }) => method === id));
  const room = look.width - names.gutter - look.fontSize * 1.5;
  const { width, axis } = headsOf(present, room, look, language);
  const x = {
    field: 'method',
    type: 'nominal',
    scale: { domain: present.map(({ id }) => id) },
    axis,
  } as const;
  const y = {
    field: 'institution',
    type: 'nominal',
    scale: { domain: scenario.institutions.map(({ id }) => id) },
    axis: nameColumn(names, look),
  } as const;
  const plain = { type: 'nominal', scale: null, legend: null } as const;
  return {
    ...frame(look, language, finding(inputs, table, language), [
      inWords(language, {
        en: `Rank, 1 has least of the problem. Blue: adverse selection; red: moral hazard; pale: cannot tell whether it is there; framed: the opposite.`,
        zh: '名次，1 为问题最轻。蓝：逆向选择；红：道德风险；浅色：该问题是否存在无法判定；带框：方向相反。',
      }),
    ]),
    width,
    height: Math.round(scenario.institutions.length * names.rowHeight),
    data: { name: 'ranks', values: table.map(painted) },
    layer: [
      {
        mark: { type: 'rect', strokeWidth: look.line * 1.6 },
        encoding: {
          x,
          y,
          fill: { field: 'fill', ...plain },
          stroke: { field: 'edge', ...plain },
          opacity: fade,
        },
      },
      {
        mark: { type: 'text', baseline: 'middle' },
        encoding: {
          x,
          y,
          text: { field: 'place' },
          color: { field: 'ink', ...plain },
          opacity: fade,
        },
      },
    ],
  };
}

/** Names of methods above the tiles, slanted where they are too long; and how wide all tiles are together. */
function headsOf(
  present: readonly (typeof methods)[number][],
  room: number,
  { fontSize }: Theme,
  language: Language,
) {
  const each = room / present.length;
  // Names stand upright where one of their words is wider than a tile.
  const upright = present.some(({ name }) =>
    name[language].split(/\s+/).some((word) => textWidth(word, fontSize) > each * 0.94),
  );
  // Slanted, they reach beyond the tiles.
  const reach = present.map(
    ({ name }, k) => textWidth(name[language], fontSize) * 0.65 - each * (present.length - k - 0.5),
  );
  const heads = Object.fromEntries(
    present.map(({ id, name }) => [
      id,
      upright ? [name[language]] : wrapToPoints(name[language], each * 0.96, fontSize),
    ]),
  );
  const most = Math.max(...Object.values(heads).map((lines) => lines.length));
  const axis = {
    title: null,
    orient: 'top',
    ticks: false,
    domain: false,
    labelAngle: upright ? -50 : 0,
    labelAlign: upright ? 'left' : 'center',
    labelLimit: 0,
    labelLineHeight: fontSize * 1.15,
    // Vega hangs further lines below the first, over the tiles.
    labelPadding: upright ? fontSize * 0.3 : fontSize * (0.3 + 1.15 * (most - 1)),
    labelExpr: `${JSON.stringify(heads)}[datum.value]`,
  } as const;
  return { width: Math.floor(room - (upright ? Math.max(0, ...reach) : 0)), axis };
}

/** A tile with its colours: what it tells of which problem. */
function painted(tile: Tile) {
  const isHazard = tile.problem === 'hazard';
  const told = isHazard ? problems.hazard : problems.selection;
  return {
    ...tile,
    place: String(tile.rank),
    fill: tile.sign === 'cannot tell' ? '#eef1f3' : tile.sign === 'opposite' ? 'white' : told,
    edge: tile.sign === 'opposite' ? ink.text : 'white',
    ink: tile.sign === 'there' && isHazard ? 'white' : 'black',
  };
}

function altText(table: readonly Tile[], language: Language): string {
  const lines = methods.flatMap(({ id, name }) => {
    const own = table.filter(({ method }) => method === id).toSorted((a, b) => a.rank - b.rank);
    if (own.length === 0) return [];
    const ranked = own.map((tile) => nameInSentence(tile, language));
    return inWords(language, {
      en: [`${name.en}: ${ranked.join(', ')}.`],
      zh: [`${name.zh}：${ranked.join('、')}。`],
    });
  });
  return paragraph(
    [
      inWords(language, {
        en: 'Table of ranks; each method, from least to most of the problem.',
        zh: '名次表，各方法由轻到重排列：',
      }),
      ...lines,
    ],
    language,
  );
}
