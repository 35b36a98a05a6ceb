import { join } from 'node:path';
import {
  atOwnFee,
  breakTable,
  coalitionName,
  coalitionTable,
  joiningSentences,
  moveTable,
  type Solved,
  type StabilityVerdict,
} from '../../answers/index.ts';
import { UserError } from '../../errors.ts';
import type { Content } from '../../folder/index.ts';
import { manifestText } from '../../folder/manifest.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { institutionName } from '../../institution-names.ts';
import { inOrderOfRecord } from '../../jobs/index.ts';
import type { Language } from '../../language.ts';
import { planJoining, playJoining } from '../../run/answers/joining.ts';
import { inReadingOrder, spokenIn, type Scenario } from '../../scenario/index.ts';
import { loadScenario } from '../../scenario/load.ts';
import { csvOf } from '../../text/csv.ts';
import { plainPage } from '../../text/markdown.ts';
import { print } from '../../terminal/terminal.ts';
import { pictureFiles, type DrawFlags } from '../design/draw.ts';
import { answerPictures } from './answer-pictures.ts';
import { sayNumbers } from '../words/where-words.ts';
import { inFolder, overridesOf, type AnswerFlags } from './prepare.ts';
import { printAnswer, type PrintedTable } from './print-answer.ts';

/** The words of the page and of the printed table. */
const words: Readonly<
  Record<
    Language,
    {
      readonly title: string;
      /** Of the table: coalition, verdict, share of resamples, welfare, the planner's. */
      readonly heads: readonly string[];
      readonly verdicts: Readonly<Record<StabilityVerdict, string>>;
      readonly yes: string;
    }
  >
> = {
  en: {
    title: 'Which lenders would join?',
    heads: [
      'coalition',
      'verdict',
      'equilibrium in resamples',
      'welfare, % of a loan',
      'planner’s',
    ],
    verdicts: { holds: 'holds', fails: 'fails', untold: 'cannot tell' },
    yes: 'yes',
  },
  zh: {
    title: '哪些贷款机构会加入？',
    heads: ['联盟', '判断', '再抽样中为均衡', '福利，占贷款额的 %', '规划者所选'],
    verdicts: { holds: '维持', fails: '瓦解', untold: '无法判断' },
    yes: '是',
  },
};

/** Flags of `creditlab experiment joining`. */
export interface JoiningFlags extends AnswerFlags, DrawFlags {
  readonly fees: readonly string[] | undefined;
}

/** The joining game of every voluntary institution of a scenario, over all coalitions of lenders and several fees. */
export async function runJoining(flags: JoiningFlags): Promise<void> {
  // Nothing is compared with a reference here: who selects institutions need not keep one.
  const reference = flags.reference ?? flags.institutions?.[0];
  const loaded = await loadScenario(flags.scenario, { ...overridesOf(flags), reference });
  const { design: _, ...plain } = loaded;
  const scenario: Scenario = { ...plain, institutions: inReadingOrder(loaded.institutions) };
  const planned = await planJoining(scenario, flags.fees?.map(Number));
  if (planned.length === 0) throw nobodyChooses(scenario);
  await inFolder(
    'experiment joining',
    { ...flags, reference },
    scenario,
    async (folder, meansFor) => {
      const solved: Solved[] = [];
      for (const game of planned) {
        const means = await meansFor('points', game.scenario);
        solved.push(await playJoining(game, folder, means));
      }
      return solved;
    },
    (solved, folder) => tell(scenario, solved, folder, flags),
  );
}

function nobodyChooses({ institutions }: Scenario): UserError {
  const names = institutions.map(({ id }) => id).join(', ');
  const message = `no institution leaves a lender the choice to join: ${names}`;
  return new UserError([
    { message, hint: 'add market-led or association-led, or --institutions market-led' },
  ]);
}

async function tell(
  scenario: Scenario,
  games: readonly Solved[],
  folder: string,
  flags: JoiningFlags,
): Promise<void> {
  const { lang } = flags;
  const { title } = words[lang];
  const spoken = spokenIn(scenario, lang);
  const solved = games.map((one): Solved => {
    const own = spoken.institutions.find(({ id }) => id === one.institution);
    return { ...one, label: institutionName(own ?? one, lang) };
  });
  const shares = new Map(scenario.lenders.map(({ id, share }) => [id, share]));
  const table = coalitionTable(solved, (id) => shares.get(id) ?? 0);
  const sections = solved.map((one) => ({
    label: one.label,
    sentences: joiningSentences(one, lang),
  }));
  const page = sections.map(({ label, sentences }) => ({ heading: label, sentences }));
  const inside = new Map<string, Content>([
    ['joining.csv', csvOf(table)],
    ['joining-moves.csv', csvOf(moveTable(solved))],
    ['joining-fees.csv', csvOf(breakTable(solved))],
    ['joining.md', plainPage(title, spoken.title, page)],
  ]);
  inside.set('joining-manifest.json', manifestText(inOrderOfRecord(scenario), inside));
  const pictures = answerPictures('joining', inOrderOfRecord(scenario), table, lang);
  const files = await pictureFiles(pictures, scenario, flags);
  for (const [name, text] of inside) files.set(join('experiments', name), text);
  publishBeside(folder, files, { leaves: false, force: flags.force });
  if (flags.json) {
    print(JSON.stringify({ question: title, folder, sections, table }, null, 2));
    return;
  }
  for (const [k, one] of solved.entries()) {
    printAnswer(title, spoken.title, [printedTable(one, lang)], sections[k].sentences);
    print('');
  }
  const numbers = join(folder, 'experiments', 'joining.csv');
  if (!flags.quiet) sayNumbers(lang, { numbers, beside: true });
}

/** At the institution's own fee: equilibria by the means, the planner's choice, and where best responses pass. */
function printedTable(solved: Solved, language: Language): PrintedTable {
  const { heads, verdicts, yes } = words[language];
  const at = atOwnFee(solved);
  const passed = [at.fromNobody, at.fromEverybody].flatMap(({ coalitions }) => coalitions);
  const rows = at.standings
    .filter(({ coalition: c, byMeans }) => byMeans || c === at.planner || passed.includes(c))
    .map(({ coalition, verdict, inResamples }) => ({
      coalition: coalitionName(coalition, solved.players, language),
      verdict: verdicts[verdict],
      inResamples: `${Math.round(100 * inResamples)}%`,
      welfare: (100 * at.welfare[coalition].mean).toFixed(2).replace('-', '−'),
      planner: coalition === at.planner ? yes : '',
    }));
  const keys = ['coalition', 'verdict', 'inResamples', 'welfare', 'planner'];
  const right = new Set(['inResamples', 'welfare']);
  const columns = keys.map((of, k) => ({ head: heads[k], of, right: right.has(of) }));
  return { columns, rows };
}
