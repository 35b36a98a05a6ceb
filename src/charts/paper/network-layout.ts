import type { Link, Party } from '../../paper/index.ts';
import { nameById } from './words.ts';
import { textWidth, wrapToPoints } from '../kit/text.ts';
import { inWords, type Language, type Words } from '../../language.ts';

/** What parties are and what links carry, in Chinese, by the English of the data. */
const chinese: Readonly<Record<string, string>> = {
  'the central bank’s Credit Reference Center; leads': '中国人民银行征信中心，居主导地位',
  'licensed private firms, such as Baihang Credit': '持牌民营机构，如百行征信',
  'banks and other institutions that lend': '银行及其他放贷机构',
  'persons who borrow, rent, travel': '借款、租赁、出行的个人',
  records: '记录',
  reports: '报告',
  'reports and scores': '报告与评分',
  'applications, repayments': '申请、还款',
  credit: '信贷',
  'scores used outside credit': '评分用于信贷之外',
  'own report': '本人报告',
};

/** A text of the data in a language. */
export const inLanguage = (text: string, language: Language) =>
  inWords(language, { en: text, zh: chinese[text] ?? text });

/** A party in the picture: its words, and where its box lies, in points from the upper left corner. */
export interface Box {
  readonly id: string;
  readonly name: Words;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** A box for each party, wide enough for its words, in points from the upper left corner. */
export function boxesOf(
  parties: readonly Party[],
  width: number,
  height: number,
  fontSize: number,
  language: Language,
): Box[] {
  const room = Math.min(width * 0.27, fontSize * 18);
  return parties.map(({ id, label, about, x, y }) => {
    const name = nameById(id, label);
    const lines = wrapToPoints(inLanguage(about, language), room, fontSize);
    const widest = Math.max(
      textWidth(name[language], fontSize * 1.1),
      ...lines.map((line) => textWidth(line, fontSize)),
    );
    const halfWidth = widest / 2 + fontSize;
    const halfHeight = (fontSize * (2 + lines.length * 1.25)) / 2;
    return {
      id,
      name,
      lines,
      x: halfWidth + x * (width - 2 * halfWidth),
      y: halfHeight + (1 - y) * (height - 2 * halfHeight),
      halfWidth,
      halfHeight,
    };
  });
}

/** A link in the picture. */
export type Arrow = ReturnType<typeof arrow>;

/** All links as arrows. */
export function arrowsOf(
  links: readonly Link[],
  boxes: readonly Box[],
  width: number,
  fontSize: number,
  language: Language,
): Arrow[] {
  return links.map((link) => {
    const back = links.some(({ from, to }) => from === link.to && to === link.from);
    return arrow(link, back, boxes, width, fontSize, language);
  });
}

/**
 * An arrow from the edge of one box to the edge of another, a little to its own right, so that the way
 * back fits beside it; its words stand on the outer side.
 */
function arrow(
  link: Link,
  back: boolean,
  boxes: readonly Box[],
  width: number,
  fontSize: number,
  language: Language,
) {
  const middle = width / 2;
  const room = Math.max(width * 0.16, fontSize * 7);
  const from = boxCalled(link.from, boxes);
  const to = boxCalled(link.to, boxes);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [nx, ny] = [-uy, ux];
  const [ox, oy] = [nx * fontSize * 0.8, ny * fontSize * 0.8];
  const start = edge(from, ox, oy, ux, uy) + fontSize * 0.2;
  const end = edge(to, ox, oy, -ux, -uy) + fontSize * 0.6;
  const [x, y] = [from.x + ox + ux * start, from.y + oy + uy * start];
  const [x2, y2] = [to.x + ox - ux * end, to.y + oy - uy * end];
  const lines = wrapToPoints(inLanguage(link.carries, language), room, fontSize);
  const wide = Math.max(...lines.map((line) => textWidth(line, fontSize)));
  const off =
    (Math.abs(nx) * wide + Math.abs(ny) * fontSize * 1.25 * lines.length) / 2 + fontSize * 0.4;
  // A link without a way back has its words on the side away from the middle. All words lie towards the lower end:
  // upright links have more room below the boxes at the sides, slanted ones are further apart there.
  const side = back ? 1 : Math.sign(nx * (x + x2 - 2 * middle)) || 1;
  const low = Math.abs(ux) < 0.1 ? 0.67 : back ? 0.58 : 0.5;
  const along = uy > 0 ? low : 1 - low;
  const textX = x + (x2 - x) * along + side * nx * off;
  const textY = y + (y2 - y) * along + side * ny * off;
  const high = lines.length * fontSize * 1.25;
  return {
    stated: link.stated !== '',
    x,
    y,
    x2,
    y2,
    angle: (Math.atan2(uy, ux) * 180) / Math.PI + 90,
    text: lines.join('\n'),
    textX,
    /** Middle of the first line. */
    textY: textY - (high - fontSize * 1.25) / 2,
    ground: {
      left: textX - wide / 2,
      right: textX + wide / 2,
      top: textY - high / 2,
      bottom: textY + high / 2,
    },
  };
}

/** Distance from a point near a box's middle to its edge, in a direction. */
function edge(box: Box, ox: number, oy: number, ux: number, uy: number): number {
  const across = ux === 0 ? Infinity : (box.halfWidth - Math.sign(ux) * ox) / Math.abs(ux);
  const along = uy === 0 ? Infinity : (box.halfHeight - Math.sign(uy) * oy) / Math.abs(uy);
  return Math.min(across, along);
}

function boxCalled(id: string, boxes: readonly Box[]): Box {
  const found = boxes.find((one) => one.id === id);
  if (!found) throw new Error(`a link names a party that is not there: ${id}`);
  return found;
}
