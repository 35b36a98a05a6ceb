import { join } from 'node:path';
import { measureName, remedySentences, unitName } from '../../answers/index.ts';
import type { Content } from '../../folder/index.ts';
import type { Language } from '../../language.ts';
import { manifestText } from '../../folder/manifest.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import type { Estimate } from '../../math/interval.ts';
import { displayOf } from '../../measures/index.ts';
import {
  economyColumns,
  planRemedies,
  remedyNames,
  runRemedies,
  strengthNames,
} from '../../run/answers/remedies.ts';
import { askedOf } from '../../run/index.ts';
import { loadScenario } from '../../scenario/load.ts';
import { csvOf } from '../../text/csv.ts';
import { plainPage } from '../../text/markdown.ts';
import { print } from '../../terminal/terminal.ts';
import { pictureFiles, type DrawFlags } from '../design/draw.ts';
import { answerPictures } from './answer-pictures.ts';
import { sayNumbers } from '../words/where-words.ts';
import { inFolder, overridesOf, type AnswerFlags } from './prepare.ts';
import { printAnswer } from './print-answer.ts';

/** How the page calls remedies and strengths; the table keeps their English names, by which the figure knows them. */
const words: Readonly<
  Record<Language, { title: string; names: readonly string[]; strengths: readonly string[] }>
> = {
  en: { title: 'What are the remedies worth?', names: remedyNames, strengths: strengthNames },
  zh: {
    title: '各项对策值多少？',
    names: ['法律与监管', '统一数据标准', '宣传与教育'],
    strengths: ['弱', '中', '强'],
  },
};
const measures = ['welfare', 'default-rate', 'approval-rate'];

/** Law, one standard and publicity on the dual system: each alone, in pairs and together, at three strengths. */
export async function runRemedyGame(flags: AnswerFlags & DrawFlags): Promise<void> {
  const scenario = planRemedies(await loadScenario(flags.scenario, overridesOf(flags)));
  const asked = measures.map((id) => askedOf(id, undefined));
  const { title, names, strengths } = words[flags.lang];
  await inFolder(
    'experiment remedies',
    flags,
    scenario,
    async (folder, meansFor) =>
      runRemedies(scenario, asked, folder, await meansFor('points', scenario)),
    async (found, folder) => {
      const columns = economyColumns(scenario);
      const sections = asked.map(({ passport }, m) => {
        const { factor, unit } = displayOf(passport.unit);
        const better = passport.better === 'lower' ? ('lower' as const) : ('higher' as const);
        const heading = measureName(passport, flags.lang);
        const shown = { title: heading, factor, unit: unitName(unit, flags.lang), better };
        return {
          title: heading,
          sentences: remedySentences(names, found[m], shown, strengths, columns, flags.lang),
        };
      });
      const table = asked.flatMap(({ passport }, m) =>
        found[m].flatMap((effects, economy) =>
          effects.flatMap(({ strength, alone, pairs, all, allInteraction, most }) => {
            const line = (what: string, kind: string, { mean, low, high }: Estimate) => ({
              ...{
                measure: passport.id,
                economy,
                strength: strengthNames[strength],
                remedies: what,
              },
              ...{ kind, mean, low, high },
              isFirst: most !== undefined && remedyNames[most] === what,
            });
            return [
              ...alone.map((own, k) => line(remedyNames[k], 'alone', own)),
              ...pairs.flatMap(({ of: [a, b], joint, interaction }) => {
                const both = `${remedyNames[a]} + ${remedyNames[b]}`;
                return [line(both, 'joint', joint), line(both, 'interaction', interaction)];
              }),
              line('all', 'joint', all),
              line('all', 'interaction', allInteraction),
            ];
          }),
        ),
      );
      const page = sections.map((one) => ({ heading: one.title, sentences: one.sentences }));
      const inside = new Map<string, Content>([
        ['remedies.csv', csvOf(table)],
        ['remedies.md', plainPage(title, scenario.title, page)],
      ]);
      const { design: _, ...plain } = scenario;
      inside.set('remedies-manifest.json', manifestText(plain, inside));
      const files = await pictureFiles(
        answerPictures('remedies', plain, table, flags.lang),
        plain,
        flags,
      );
      for (const [name, content] of inside) files.set(join('experiments', name), content);
      publishBeside(folder, files, { leaves: false, force: flags.force });
      if (flags.json) {
        return print(JSON.stringify({ question: title, folder, sections, table }, null, 2));
      }
      printAnswer(
        title,
        scenario.title,
        [],
        sections.flatMap(({ sentences }) => sentences),
      );
      const numbers = join(folder, 'experiments', 'remedies.csv');
      if (!flags.quiet) sayNumbers(flags.lang, { numbers });
    },
  );
}
