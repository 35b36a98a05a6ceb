import { textWidth } from './text.ts';

/** The vertical axis of a chart whose rows have names: no line, no ticks, no name left out. */
export function sideNames(names: readonly string[]) {
  return {
    field: 'name',
    type: 'nominal' as const,
    scale: { domain: [...names] },
    axis: { title: null, ticks: false, domain: false, labelLimit: 0, labelOverlap: false },
  };
}

/** Room that names beside a chart need, in points. */
export function roomForNames(names: readonly string[], fontSize: number): number {
  return Math.max(...names.map((name) => textWidth(name, fontSize)));
}
