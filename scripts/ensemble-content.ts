import { pairIn } from '../src/findings/ensemble.ts';
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

/** What a measure is called in a sentence, and the words for its better and for its worse side. */
const told: Readonly<Record<string, readonly [what: string, better: string, worse: string]>> = {
  welfare: ['welfare', 'higher', 'lower'],
  'borrower-surplus': ['what borrowers gain', 'larger', 'smaller'],
  'approval-rate': ['the approval rate', 'higher', 'lower'],
  'thin-file-approval': ['the approval rate of thin files', 'higher', 'lower'],
  'default-rate': ['default', 'rarer', 'more common'],
  'will-not-pay-rate': ['refusal to pay', 'rarer', 'more common'],
  'cannot-pay-rate': ['inability to pay', 'rarer', 'more common'],
  apr: ['the APR paid', 'lower', 'higher'],
  effort: ['borrowers’ effort', 'higher', 'lower'],
  'auc-applicants': ['lenders’ ranking of applicants by risk (AUC)', 'better', 'worse'],
  'lender-calibration-gap': ['lenders’ largest error about default', 'smaller', 'larger'],
  'owing-several': ['owing several lenders at once', 'rarer', 'more common'],
  'debt-service': ['the burden of instalments', 'lighter', 'heavier'],
  'institution-cost': ['the cost of the institution', 'lower', 'higher'],
};

function toldOf(measure: string): readonly [what: string, better: string, worse: string] {
  const found = told[measure];
  if (!found)
    throw new Error(`no sentence has words for ${measure} yet (scripts/ensemble-content.ts)`);
  return found;
}

/**
 * "the APR paid is lower in 29 of the 36 economies; refusal to pay is rarer in 2 and more common in 5": how the first institution
 * stands to the second, what is told apart nowhere last.
 */
function clauses(
  kept: KeptStandings,
  first: string,
  second: string,
  measures: readonly string[],
): string {
  const never: string[] = [];
  const said: string[] = [];
  for (const measure of measures) {
    const found = pairIn(kept.measures, measure, first, second);
    if (!found) throw new Error(`nothing was counted for ${first} and ${second} in ${measure}`);
    const [what, better, worse] = toldOf(measure);
    const sides = [
      { count: found.ahead, word: better },
      { count: found.behind, word: worse },
    ].flatMap(({ count, word }) => (count > 0 ? [`${word} in ${count}`] : []));
    if (sides.length === 0) never.push(what);
    else said.push(`${what} is ${sides.join(' and ')}`);
  }
  if (said[0]) said[0] = said[0].replace(/ in (\d+)/, ` in $1 of the ${kept.vectors} economies`);
  const last = never.length > 0 ? [`${listed(never)} cannot be told apart in any`] : [];
  return [...said, ...last].join('; ');
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Findings over the admissible set as points of a list; one that says how to count where nothing was counted. */
export function admissibleFindings(kept = shippedStandings()): string[] {
  if (!kept) {
    return [
      'In how many other economies that fit the data these orders hold has not been counted yet: `npm run docs:ensemble` counts, once `creditlab calibrate targets-us --admissible 60` has drawn `scenarios/admissible-us.csv`.',
    ];
  }
  const beside = (first: string, second: string, measures: readonly string[]) =>
    clauses(kept, first, second, measures);
  const debts = ['welfare', 'will-not-pay-rate', 'cannot-pay-rate', 'apr'];
  const sees = ['thin-file-approval', 'auc-applicants'];
  const paper = ['welfare', 'default-rate', 'will-not-pay-rate'];
  return [
    `**How far the orders hold.** They were counted again in ${kept.vectors} economies that fit [the targets](scenarios/targets-us.yaml) as well (\`scenarios/admissible-us.csv\`), with ${kept.borrowers.toLocaleString('en')} borrowers and ${kept.seeds} seeds in each. Two institutions differ in an economy where the paired 95% interval of their difference leaves out zero; in the economies that a sentence does not name they cannot be told apart. The counts are shares of the economies found, never a probability. All pairs, and by start of the search: [standings](scenarios/admissible-us.standings.json), economy \`${kept.economy.slice(0, 8)}\`.`,
    `**Positive data and debts.** Under \`full-sharing\`, compared with \`negative-only\`, ${beside('full-sharing', 'negative-only', [...debts, 'owing-several', 'debt-service'])}.`,
    `**Thin files.** Under \`sesame\`, compared with \`market-led\`, ${beside('sesame', 'market-led', sees)}. Under \`dual\`, compared with \`government-led\`, ${beside('dual', 'government-led', sees)}.`,
    `**Where each institution is weakest**, by the measure, among those that have a better side, in which it is most often worse than another one (owing several lenders and the burden of instalments have none): ${weakSpots(kept)}. A comparison is with one other institution in one economy.`,
    `**What Xu, Guo & Li hold up as an example, in the model.** Their example to learn from is a score of behaviours. Under a score that stands alone, without credit files (\`sesame\`), compared with \`none\`, ${beside('sesame', 'none', paper)}. Compared with \`market-led\`, ${beside('sesame', 'market-led', paper)}. Under a registry and a bureau beside each other (\`dual\`), compared with \`market-led\`, ${beside('dual', 'market-led', paper.slice(0, 2))}.`,
  ];
}

/** "the APR paid for `sesame` (higher in 213 of 252 comparisons) and `dual` (131); …": measures by how often they are it. */
function weakSpots(kept: KeptStandings): string {
  const { markets, measures } = kept;
  const ids = Object.keys(markets);
  const all = (ids.length - 1) * kept.vectors;
  const spots = ids.map((id) => {
    const [worst] = measures
      .filter(({ measure }) => resultDictionary.passportOf(measure).better !== 'neither')
      .map(({ measure }) => {
        const others = ids.filter((other) => other !== id);
        const pairs = others.flatMap((other) => pairIn(measures, measure, id, other) ?? []);
        return { id, measure, behind: pairs.reduce((sum, one) => sum + one.behind, 0) };
      })
      .toSorted((a, b) => b.behind - a.behind);
    return worst;
  });
  const own = (measure: string) => spots.filter((spot) => spot.measure === measure);
  return [...new Set(spots.map(({ measure }) => measure))]
    .toSorted((a, b) => own(b).length - own(a).length)
    .map((measure, k) => {
      const [what, , worse] = toldOf(measure);
      const each = own(measure)
        .toSorted((a, b) => b.behind - a.behind)
        .map(({ id, behind }, i) => {
          const count = k === 0 && i === 0 ? `${behind} of ${all} comparisons` : String(behind);
          return `${code(id)} (${i === 0 ? `${worse} in ` : ''}${count})`;
        });
      return `${what} for ${listed(each)}`;
    })
    .join('; ');
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
