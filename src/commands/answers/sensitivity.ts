import { questionOf, usualSensitivity } from '../../library/answers/question.ts';
import { askedOf, spaceOf } from '../../run/index.ts';
import { runSensitivity } from '../../run/answers/sensitivity.ts';
import { defineCommand } from '../command.ts';
import {
  answerOptions,
  drawOptions,
  questionOptions,
  sensitivityOptions,
} from './answer-options.ts';
import { designed, inFolder } from './prepare.ts';
import { tellSensitivity } from './sensitivity-report.ts';

const usual = usualSensitivity;

export const command = defineCommand({
  options: (yargs) =>
    drawOptions(sensitivityOptions(questionOptions(answerOptions(yargs))))
      .example('$0 sensitivity baseline', 'which assumptions decide who is first in welfare')
      .example(
        '$0 sensitivity baseline --measure apr --between dual,none',
        'what drives a difference',
      )
      .example('$0 sensitivity my.yaml --base 0', 'screening alone: quick'),
  run: async (args) => {
    const asked = askedOf(args.measure, args.world);
    const { trajectories = usual.trajectories, base = usual.base, factors = usual.factors } = args;
    const { isOwn: _, ...scenario } = await designed(args, args.over, (over) => ({
      ...{ design: 'morris', trajectories, over },
    }));
    const question = questionOf(
      args,
      scenario.institutions.map(({ id }) => id),
    );
    const space = spaceOf(scenario.design);
    const replicates = [
      args.replicates ?? usual.replicates[0],
      args.replicates ?? usual.replicates[1],
    ] as const;
    const effort = { trajectories, base, most: factors, replicates };
    await inFolder(
      'sensitivity',
      args,
      scenario,
      (folder, meansFor) =>
        runSensitivity(scenario, space, question, asked, effort, folder, meansFor),
      (outcome, folder) =>
        tellSensitivity({ scenario, question, asked, effort, outcome }, folder, args),
    );
  },
});
