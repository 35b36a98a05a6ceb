import { pairIn, type PairStandings } from '../src/findings/ensemble.ts';
import { shippedStandings, type KeptStandings } from '../src/folder/ensemble/standings-file.ts';
import { resultDictionary } from '../src/measures/result-measures.ts';
import { markdownTable } from '../src/text/markdown-table.ts';

/** The README's findings with their conditions: in how many of the shipped economies that fit each ranking holds. */

const code = (institution: string) => `\`${institution}\``;

/** "ahead in 47 of 60, behind in 3": the first institution as it stands to the second. */
export function standingText({ ahead, behind, alike }: PairStandings): string {
  const all = ahead + behind + alike;
  const parts = [
    ...(ahead > 0 ? [`ahead in ${ahead} of ${all}`] : []),
    ...(behind > 0 ? [`behind in ${behind}${ahead > 0 ? '' : ` of ${all}`}`] : []),
  ];
  return parts.length === 0 ? `told apart in none of ${all}` : parts.join(', ');
}

/** Findings over the admissible set as points of a list; one that says how to count where nothing was counted. */
export function admissibleFindings(kept = shippedStandings()): string[] {
  if (!kept) {
    return [
      'In how many other economies that fit the data these orders hold has not been counted yet: `npm run docs:ensemble` counts, once `creditlab calibrate targets-us --admissible 60` has drawn `scenarios/admissible-us.csv`.',
    ];
  }
  const pair = (measure: string, first: string, second: string) => {
    const found = pairIn(kept.measures, measure, first, second);
    if (!found) throw new Error(`nothing was counted for ${first} and ${second} in ${measure}`);
    return standingText(found);
  };
  const against = (measure: string, ids: readonly string[], second: string) =>
    ids.map((id) => `${code(id)} ${pair(measure, id, second)}`).join('; ');
  const ids = Object.keys(kept.markets);
  const sharing = ids.filter((id) => id !== 'none');
  const some = ['full-sharing', 'negative-only', 'market-led', 'sesame'];
  const positive = (measure: string) => pair(measure, 'full-sharing', 'negative-only');
  return [
    `**What sharing gains.** Against \`none\`, in welfare: ${against('welfare', sharing, 'none')}. In default (ahead is lower): ${against('default-rate', sharing, 'none')}.`,
    `**By discipline**, the part that hangs on what a default costs: fewer who could pay and do not (${against('will-not-pay-rate', some, 'none')}), more effort (${against('effort', some, 'none')}). **By screening**, the part that hangs on what lenders see: a higher AUC among applicants (${against('auc-applicants', some, 'none')}), fewer who cannot pay (${against('cannot-pay-rate', some, 'none')}).`,
    `**Positive data and debts.** \`full-sharing\` beside \`negative-only\`: welfare ${positive('welfare')}; refusal ${positive('will-not-pay-rate')}; default of those who cannot pay ${positive('cannot-pay-rate')}; fewer who owe several lenders ${positive('owing-several')}; instalments due ${positive('debt-service')}; APR ${positive('apr')}.`,
    `**Thin files.** Their approval against \`none\`: ${against('thin-file-approval', sharing, 'none')}; \`sesame\` against \`market-led\`: ${pair('thin-file-approval', 'sesame', 'market-led')}.`,
    `**Each institution’s weak spot**, the measure in which it is most often behind another: ${ids.map((id) => weakSpot(kept, id)).join('; ')}.`,
    `**What Xu, Guo & Li say and the model does not support.** They hold up a score of behaviours as the case to learn from: without credit files (\`sesame\`) it is in welfare, against \`none\`, ${pair('welfare', 'sesame', 'none')}, against \`market-led\` ${pair('welfare', 'sesame', 'market-led')}, and in refusal against \`none\` ${pair('will-not-pay-rate', 'sesame', 'none')}: it sees, but does not remember. A registry and a bureau beside each other (\`dual\`) are, against \`market-led\`, ${pair('welfare', 'dual', 'market-led')} in welfare, against \`government-led\` ${pair('welfare', 'dual', 'government-led')}. Both problems are defined there and measured nowhere.`,
    `These are counts over ${kept.vectors} economies that fit [the targets](scenarios/targets-us.yaml) (\`scenarios/admissible-us.csv\`), ${kept.borrowers.toLocaleString('en')} borrowers and ${kept.seeds} seeds in each, ahead and behind by the paired 95% interval, the rest not told apart; economy \`${kept.economy.slice(0, 8)}\`. They are shares of the economies found, never a probability. By start, and all pairs: [standings](scenarios/admissible-us.standings.json).`,
  ];
}

/** The measure in which an institution is most often behind another one. */
function weakSpot({ measures, markets }: KeptStandings, id: string): string {
  const counted = measures
    .filter(({ measure }) => resultDictionary.passportOf(measure).better !== 'neither')
    .map(({ measure }) => {
      const others = Object.keys(markets).filter((other) => other !== id);
      const pairs = others.flatMap((other) => pairIn(measures, measure, id, other) ?? []);
      const behind = pairs.reduce((sum, one) => sum + one.behind, 0);
      const all = pairs.reduce((sum, one) => sum + one.behind + one.ahead + one.alike, 0);
      return { measure, behind, all };
    })
    .toSorted((a, b) => b.behind - a.behind);
  const [{ measure, behind, all }] = counted;
  const title = resultDictionary.passportOf(measure).title.toLowerCase();
  return `${code(id)} ${title} (${behind} of ${all} comparisons)`;
}

/** Welfare pair by pair: the row's institution ahead / behind the column's. */
export function standingsMatrix(kept: KeptStandings, measure: string): string {
  const ids = Object.keys(kept.markets);
  const cell = (a: string, b: string) => {
    const found = a === b ? undefined : pairIn(kept.measures, measure, a, b);
    return found ? `${found.ahead} / ${found.behind}` : '';
  };
  return markdownTable(
    ['', ...ids.map(code)],
    ids.map((a) => [code(a), ...ids.map((b) => cell(a, b))]),
  ).join('\n');
}
