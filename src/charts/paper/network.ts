import type { TopLevelSpec } from 'vega-lite';
import type { Link, Party } from '../../paper/index.ts';
import type { Cells, Drawing, PlotLayer } from '../chart.ts';
import { frame } from '../kit/frame.ts';
import { arrowsOf, boxesOf, inLanguage, type Arrow, type Box } from './network-layout.ts';
import { nameById, sourceLine } from './words.ts';
import { ink, type Theme } from '../theme.ts';
import { inWords, type Language } from '../../language.ts';
import { punctuated } from '../kit/words.ts';

const title = {
  en: 'Who is connected to whom in China’s credit reporting',
  zh: '中国征信体系中各方的联系',
};
const legend = {
  en: 'Solid: stated in the text. Dashed: our reading.',
  zh: '实线：正文所述；虚线：本项目的理解。',
};

/** Figure 2: parties as boxes, links as arrows, each pair of directions side by side. */
export function paperNetwork(parties: readonly Party[], links: readonly Link[]): Drawing {
  const table: Cells[] = links.map(({ from, to, carries, stated }) => ({
    from,
    to,
    carries,
    section: stated,
  }));
  return {
    table,
    spec: (look, language) => spec(parties, links, look, language),
    caption: (language) =>
      inWords(language, {
        en: `${legend.en} ${sourceLine.en}, 3.1.3, 3.1.4, 4.3.`,
        zh: `${legend.zh}${sourceLine.zh}，第 3.1.3、3.1.4、4.3 节。`,
      }),
    altText: (language) => {
      const list = links.map(
        ({ from, to, carries }) =>
          `${nameById(from)[language]} → ${nameById(to)[language]}: ${inLanguage(carries, language)}`,
      );
      return punctuated(`${title[language]}. ${list.join('; ')}.`, language);
    },
  };
}

function spec(
  parties: readonly Party[],
  links: readonly Link[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const width = look.width - fontSize;
  const height = fontSize * 34;
  const boxes = boxesOf(parties, width, height, fontSize, language);
  const arrows = arrowsOf(links, boxes, width, fontSize, language);
  return {
    ...frame(look, language, title[language], [legend[language]]),
    width,
    height,
    layer: [
      shafts(arrows, true, look),
      shafts(arrows, false, look),
      heads(arrows, look),
      ...partyLayers(boxes, look, language),
      ...carriedLayers(arrows, look),
    ],
  };
}

/** A field that is a place in the picture already. */
const pixel = (field: string) =>
  ({ field, type: 'quantitative', scale: null, axis: null }) as const;

/** A rectangle from corner to corner. */
const corners = {
  ...{ x: pixel('left'), x2: { field: 'right' } },
  ...{ y: pixel('top'), y2: { field: 'bottom' } },
} as const;

/** The lines of arrows that the text states, or of those that are our reading. */
function shafts(arrows: readonly Arrow[], stated: boolean, look: Theme): PlotLayer {
  return {
    data: {
      name: stated ? 'stated' : 'read',
      values: arrows.filter((one) => one.stated === stated),
    },
    mark: {
      type: 'rule',
      color: ink.quiet,
      strokeWidth: look.line * 1.3,
      ...(stated ? {} : { strokeDash: [4, 3] }),
    },
    encoding: { x: pixel('x'), y: pixel('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
  };
}

function heads(arrows: readonly Arrow[], { fontSize }: Theme): PlotLayer {
  return {
    data: { name: 'heads', values: [...arrows] },
    mark: {
      type: 'point',
      shape: 'triangle',
      color: ink.quiet,
      size: fontSize ** 2 * 0.8,
      angle: { expr: 'datum.angle' },
    },
    encoding: { x: pixel('x2'), y: pixel('y2') },
  };
}

/** The boxes, the names of the parties, and what is said of each. */
function partyLayers(boxes: readonly Box[], look: Theme, language: Language): PlotLayer[] {
  const { fontSize } = look;
  const at = { x: pixel('x'), y: pixel('y'), text: { field: 'text' } } as const;
  return [
    {
      data: {
        name: 'boxes',
        values: boxes.map((one) => ({
          left: one.x - one.halfWidth,
          right: one.x + one.halfWidth,
          top: one.y - one.halfHeight,
          bottom: one.y + one.halfHeight,
        })),
      },
      mark: {
        type: 'rect',
        color: '#f3f5f7',
        stroke: ink.text,
        strokeWidth: look.line,
        cornerRadius: fontSize * 0.4,
      },
      encoding: corners,
    },
    {
      data: {
        name: 'names',
        values: boxes.map(({ x, y, halfHeight, name }) => ({
          x,
          y: y - halfHeight + fontSize * 1.1,
          text: name[language],
        })),
      },
      mark: { type: 'text', fontWeight: 600, baseline: 'middle' },
      encoding: at,
    },
    {
      data: {
        name: 'abouts',
        values: boxes.map(({ x, y, halfHeight, lines }) => ({
          x,
          y: y - halfHeight + fontSize * 2.4,
          text: lines.join('\n'),
        })),
      },
      mark: { type: 'text', color: ink.quiet, baseline: 'middle', lineHeight: fontSize * 1.25 },
      encoding: at,
    },
  ];
}

/** What arrows carry. In a narrow figure words may lie over another arrow, which then passes behind them. */
function carriedLayers(arrows: readonly Arrow[], { fontSize }: Theme): PlotLayer[] {
  return [
    {
      data: { name: 'grounds', values: arrows.map(({ ground }) => ground) },
      mark: { type: 'rect', color: 'white' },
      encoding: corners,
    },
    {
      data: { name: 'carries', values: [...arrows] },
      mark: { type: 'text', baseline: 'middle', align: 'center', lineHeight: fontSize * 1.25 },
      encoding: { x: pixel('textX'), y: pixel('textY'), text: { field: 'text' } },
    },
  ];
}
