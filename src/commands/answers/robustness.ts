import { askedOf } from '../../run/index.ts';
import { runRobustness } from '../../run/answers/robustness.ts';
import { defineCommand } from '../command.ts';
import { ensembleOption } from '../market-options.ts';
import { listOption, numberOption } from '../options.ts';
import { answerOptions, drawOptions, questionOptions } from './answer-options.ts';
import { designed, inFolder } from './prepare.ts';
import { tellRobustness } from './robustness-report.ts';
import { questionOf, usualRobustness } from '../../library/answers/question.ts';

const usual = usualRobustness;

export const command = defineCommand({
  options: (yargs) =>
    drawOptions(questionOptions(answerOptions(yargs)))
      .option(
        'between',
        listOption('between', 'look for where the first of two is ahead, e.g. sesame,none'),
      )
      .option(
        'points',
        numberOption({
          flag: 'points',
          about: `points of the sample, where the scenario has none; without it ${usual.points}`,
          ...{ min: 2, max: 1_000_000, whole: true },
        }),
      )
      .option('ensemble', ensembleOption)
      .example('$0 robustness baseline', 'who stays first over all that one does not know')
      .example(
        '$0 robustness sweep.yaml',
        'over the points of a design, whose finished jobs are reused',
      )
      .example('$0 robustness baseline --between sesame,none', 'until where one is ahead')
      .example('$0 robustness baseline --ensemble admissible-us', 'over economies that fit'),
  run: async (args) => {
    const asked = askedOf(args.measure, args.world);
    const points = args.points ?? usual.points;
    const { isOwn, ...scenario } = await designed(args, args.over, (over) => ({
      ...{ design: 'sobol', points, over },
    }));
    const question = questionOf(
      { institution: undefined, between: args.between },
      scenario.institutions.map(({ id }) => id),
    );
    const between =
      question.kind === 'difference'
        ? ([question.institution, question.other] as const)
        : undefined;
    const replicates = args.replicates ?? (isOwn ? scenario.replicates : usual.replicates);
    const sized = { ...scenario, replicates };
    await inFolder(
      'robustness',
      args,
      sized,
      (folder, meansFor) => runRobustness(sized, asked, between, folder, meansFor),
      (outcome, folder) => tellRobustness(sized, asked, outcome, folder, args),
    );
  },
});
