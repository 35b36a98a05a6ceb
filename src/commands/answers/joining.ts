import { join } from 'node:path';
import {
  atOwnFee,
  breakTable,
  coalitionTable,
  joiningSentences,
  moveTable,
  type Solved,
} from '../../answers/index.ts';
import { UserError } from '../../errors.ts';
import type { Content } from '../../folder/index.ts';
import { manifestText } from '../../folder/manifest.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { inOrderOfRecord } from '../../jobs/index.ts';
import { planJoining, playJoining } from '../../run/answers/joining.ts';
import { inReadingOrder, type Scenario } from '../../scenario/index.ts';
import { loadScenario } from '../../scenario/load.ts';
import { csvOf } from '../../text/csv.ts';
import { plainPage } from '../../text/markdown.ts';
import { print } from '../../terminal/terminal.ts';
import { pictureFiles, type DrawFlags } from '../design/draw.ts';
import { answerPictures } from './answer-pictures.ts';
import { sayNumbers } from '../words/where-words.ts';
import { inFolder, overridesOf, type AnswerFlags } from './prepare.ts';
import { printAnswer } from './print-answer.ts';

const title = 'Which lenders would join?';

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
  const planned = await planJoining(scenario, feesOf(flags.fees));
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

/** Fees to try, from the flag; undefined for the usual ones. */
function feesOf(given: readonly string[] | undefined): number[] | undefined {
  return given?.map((text) => {
    const fee = Number(text);
    if (text.trim() !== '' && fee >= 0 && fee <= 1) return fee;
    const hint = 'fees in mean loans a loan, 0 to 1, e.g. 0,0.002,0.005,0.01,0.02';
    throw new UserError([{ message: `--fees: "${text}" is no fee`, hint }]);
  });
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
  solved: readonly Solved[],
  folder: string,
  flags: JoiningFlags,
): Promise<void> {
  const shares = new Map(scenario.lenders.map(({ id, share }) => [id, share]));
  const table = coalitionTable(solved, (id) => shares.get(id) ?? 0);
  const sections = solved.map((one) => ({ label: one.label, sentences: joiningSentences(one) }));
  const page = sections.map(({ label, sentences }) => ({ heading: label, sentences }));
  const inside = new Map<string, Content>([
    ['joining.csv', csvOf(table)],
    ['joining-moves.csv', csvOf(moveTable(solved))],
    ['joining-fees.csv', csvOf(breakTable(solved))],
    ['joining.md', plainPage(title, scenario.title, page)],
  ]);
  inside.set('joining-manifest.json', manifestText(inOrderOfRecord(scenario), inside));
  const pictures = answerPictures('joining', inOrderOfRecord(scenario), table, flags.lang);
  const files = await pictureFiles(pictures, scenario, flags);
  for (const [name, text] of inside) files.set(join('experiments', name), text);
  publishBeside(folder, files, { leaves: false, force: flags.force });
  if (flags.json) {
    print(JSON.stringify({ question: title, folder, sections, table }, null, 2));
    return;
  }
  for (const [k, one] of solved.entries()) {
    const { fee } = atOwnFee(one);
    const rows = table
      .filter((row) => row['institution'] === one.institution && Object.is(row['fee'], fee))
      .filter(({ byMeans, isPlanner, fromNobody, fromEverybody }) =>
        [byMeans, isPlanner, fromNobody !== null, fromEverybody !== null].includes(true),
      )
      .map((row) => ({
        ...row,
        verdict: row['verdict'] === 'untold' ? 'cannot tell' : row['verdict'],
        inResamples: `${Math.round(100 * Number(row['inResamples']))}%`,
        welfare: (100 * Number(row['welfare'])).toFixed(2).replace('-', '−'),
        planner: row['isPlanner'] === true ? 'yes' : '',
      }));
    const columns = [
      { head: 'coalition', of: 'coalition' },
      { head: 'verdict', of: 'verdict' },
      { head: 'in resamples', of: 'inResamples', right: true },
      { head: 'welfare, % of a loan', of: 'welfare', right: true },
      { head: 'planner’s', of: 'planner' },
    ];
    printAnswer(title, scenario.title, [{ columns, rows }], sections[k].sentences);
    print('');
  }
  const numbers = join(folder, 'experiments', 'joining.csv');
  if (!flags.quiet) sayNumbers(flags.lang, { numbers, beside: true });
}
