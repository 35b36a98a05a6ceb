import { inWords, type Language } from '../../language.ts';
import type { ChartInputs } from '../chart.ts';
import { nameInSentence } from '../kit/select.ts';
import { orderIn } from './inputs.ts';
import { shownBy } from './leader.ts';

/**
 * In how many admissible economies the order that a title names holds, as a sentence of its own; nothing where no
 * standings are known, or the title names nobody.
 */
export function standingLine(
  inputs: ChartInputs,
  language: Language,
  measure = 'welfare',
  world = 'actual',
): string {
  const { standings, scenario } = inputs;
  const found = orderIn(inputs, world, measure);
  const shown = shownBy(found);
  if (standings === undefined || (shown.kind !== 'first' && shown.kind !== 'last')) return '';
  const isFirst = shown.kind === 'first';
  const end = found.places[isFirst ? 0 : found.places.length - 1].institution;
  const other = found.places.findIndex((_, i) => !shown.who.includes(i));
  const next = isFirst ? other : Math.min(...shown.who) - 1;
  const against = found.places[next]?.institution;
  const pair = standings.pairs.find(
    (one) =>
      one.measure === measure &&
      [one.first, one.second].includes(end) &&
      [one.first, one.second].includes(against ?? ''),
  );
  if (pair === undefined || against === undefined) return '';
  const [better, worse] = isFirst ? [end, against] : [against, end];
  const holds = pair.first === better ? pair.ahead : pair.behind;
  const name = (id: string) => {
    const one = scenario.institutions.find((each) => each.id === id);
    return nameInSentence({ institution: id, label: one?.label ?? id }, language);
  };
  return inWords(language, {
    en: ` ${name(better)} is ahead of ${name(worse)} in ${holds} of ${standings.economies} economies that fit as well.`,
    zh: `在 ${standings.economies} 个同样符合校准目标的经济中，${name(better)}有 ${holds} 个优于${name(worse)}。`,
  });
}
