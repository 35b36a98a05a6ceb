import { betweenWorlds, resultDictionary, type Row } from '../measures/index.ts';
import { contest, isTie, type Answer } from './contest.ts';
import { ranking, samplesOf, type RankedInstitution } from '../replicates/index.ts';
import { rankingSentences } from './ensemble-words.ts';
import { institutionName, type Cast } from './sentences.ts';
import { costs } from './verdict-costs.ts';
import { doubts } from './verdict-doubts.ts';
import { littleLent, mayBeNone } from './verdict-notes.ts';
import { besideFigure } from './verdict-reference.ts';
import { frozen, hazardEnds, leftOut, showing } from './verdict-worlds.ts';
import { verdictWords } from './verdict-words.ts';

/**
 * What a run shows, in plain sentences computed from its numbers. A sentence claims a difference only if it
 * survives the correction for all pairs; otherwise it says that the two cannot be told apart.
 *
 * @param rows of one scenario
 */
export function verdict(rows: readonly Row[], cast: Cast): Answer[] {
  const samples = samplesOf(rows, resultDictionary);
  const { passportOf } = samples;
  const say = verdictWords[cast.language ?? 'en'];
  const byHazard = ranking(samples, betweenWorlds, 'moral-hazard-high');
  const rank = (measure: string) => ranking(samples, 'actual', measure);
  /** With what must be known of some places: that nothing may be lent there, or little is. */
  const withNotes = (
    answer: Answer,
    places: readonly RankedInstitution[],
    more: readonly string[] = [],
  ): Answer => ({
    ...answer,
    sentences: [
      ...answer.sentences,
      ...more,
      ...mayBeNone(places, cast),
      ...littleLent(samples, places, cast),
    ],
  });
  /** With the counts of economies in which the order is the same. */
  const withCounts = (answer: Answer, measure: string): Answer => {
    const ranked = rank(measure).map(({ institution }) => institution);
    const { admissible, language } = cast;
    const name = (id: string) => institutionName(id, cast);
    const counts = rankingSentences(admissible, measure, ranked, name, language);
    return { ...answer, sentences: [...answer.sentences, ...counts] };
  };
  const welfare = contest(say.welfare, rank('welfare'), cast, {
    claim: say.highestWelfare,
    measure: passportOf('welfare'),
  });
  const winners = isTie(byHazard) ? [] : byHazard.slice(0, 1).map(({ institution }) => institution);
  return [
    frozen(samples, cast, rows),
    leftOut(samples, cast),
    withNotes(
      contest(say.action, byHazard, cast, {
        claim: say.leastAction,
        amount: say.actionAmount,
        measure: passportOf('moral-hazard-high'),
      }),
      byHazard,
      hazardEnds(samples, byHazard, cast),
    ),
    withCounts(
      contest(say.refusal, rank('will-not-pay-rate'), cast, {
        claim: say.fewestRefuse,
        measure: passportOf('will-not-pay-rate'),
      }),
      'will-not-pay-rate',
    ),
    withCounts(
      {
        question: say.welfare,
        sentences: [...welfare.sentences, ...besideFigure(samples, rank('welfare'), cast)],
      },
      'welfare',
    ),
    showing(samples, cast),
    costs(samples, winners, cast),
    doubts(samples, cast),
  ].filter((answer) => answer.sentences.length > 0);
}
