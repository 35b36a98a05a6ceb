import { pairIn, type PairStandings } from '../src/findings/ensemble.ts';
import { shippedStandings, type KeptStandings } from '../src/folder/ensemble/standings-file.ts';
import { resultDictionary } from '../src/measures/result-measures.ts';
import { markdownTable } from '../src/text/markdown-table.ts';

/** The README's findings with their conditions: in how many of the shipped economies that fit each ranking holds. */

const code = (institution: string) => `\`${institution}\``;

/** Measures in a few words. */
const plain: Readonly<Record<string, string>> = {
  'default-rate': 'default',
  'will-not-pay-rate': 'will not pay',
  'cannot-pay-rate': 'cannot pay',
  apr: 'APR',
  'auc-applicants': 'AUC',
  'thin-file-approval': 'thin files approved',
  'owing-several': 'owing several lenders',
  'debt-service': 'instalments due',
};

/** "ahead in 47 of 60, behind in 3": the first institution as it stands to the second. */
function standingText({ ahead, behind, alike }: PairStandings): string {
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
  const beside = (first: string, second: string, measures: readonly string[]) =>
    measures
      .map((measure) => `${plain[measure] ?? measure} ${pair(measure, first, second)}`)
      .join('; ');
  const ids = Object.keys(kept.markets);
  return [
    `**Positive data and debts.** \`full-sharing\` beside \`negative-only\`: ${beside('full-sharing', 'negative-only', ['welfare', 'will-not-pay-rate', 'cannot-pay-rate', 'apr', 'owing-several', 'debt-service'])}.`,
    `**Thin files.** \`sesame\` beside \`market-led\`: ${beside('sesame', 'market-led', ['thin-file-approval', 'auc-applicants'])}; \`dual\` beside \`government-led\`: ${beside('dual', 'government-led', ['thin-file-approval', 'auc-applicants'])}.`,
    `**Each institution’s weak spot**, the measure in which it is most often behind another: ${ids.map((id) => weakSpot(kept, id)).join('; ')}.`,
    `**What Xu, Guo & Li say and the model does not support.** Their example to learn from is a score of behaviours. Without credit files (\`sesame\`) it stands, beside \`none\`, so: ${beside('sesame', 'none', ['welfare', 'default-rate', 'will-not-pay-rate'])}; beside \`market-led\`: ${beside('sesame', 'market-led', ['welfare', 'default-rate', 'will-not-pay-rate'])}. A registry and a bureau beside each other (\`dual\`), beside \`market-led\`: ${beside('dual', 'market-led', ['welfare', 'default-rate'])}.`,
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

/**
 * How every institution stands to no sharing, ahead / behind: by discipline (what hangs on what a default costs) and by
 * screening (what hangs on what lenders see).
 */
function gainsTable({ measures, markets }: KeptStandings): string {
  const columns = [
    ...['welfare', 'default-rate', 'will-not-pay-rate', 'effort'],
    ...['auc-applicants', 'cannot-pay-rate', 'thin-file-approval'],
  ];
  return markdownTable(
    ['against `none`', ...columns.map((measure) => plain[measure] ?? measure)],
    Object.keys(markets)
      .filter((id) => id !== 'none')
      .map((id) => [
        code(id),
        ...columns.map((measure) => {
          const found = pairIn(measures, measure, id, 'none');
          return found ? `${found.ahead} / ${found.behind}` : '';
        }),
      ]),
  ).join('\n');
}

/** Tables of the findings over the admissible set, each with what it shows above it. */
export function admissibleTables(kept = shippedStandings()): string[] {
  if (!kept) return [];
  return [
    `What sharing gains, in ${kept.vectors} economies that fit: in how many each institution is ahead of / behind \`none\` (of default, refusal and rates, less is ahead). By discipline: will not pay, effort. By screening: AUC, cannot pay, thin files.`,
    gainsTable(kept),
    'Welfare pair by pair: in how many the row’s institution is ahead of / behind the column’s.',
    standingsMatrix(kept, 'welfare'),
  ];
}

/** Welfare pair by pair: the row's institution ahead / behind the column's. */
function standingsMatrix(kept: KeptStandings, measure: string): string {
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
