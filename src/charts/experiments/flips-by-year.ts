import { inWords } from '../../language.ts';
import { mean } from '../../math/statistics.ts';
import { curveValues } from '../findings/inputs.ts';
import { awayFromZero } from '../findings/zero.ts';
import { percent } from '../kit/words.ts';
import { parts } from '../theme.ts';
import { curvePanels } from '../kit/curve-panels.ts';
import { lackingFlips } from './flips.ts';

const years = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** When a default costs its borrower what it costs: year by year after it. */
export const flipsByYear = curvePanels({
  id: 'flips-by-year',
  title: {
    en: 'When a default costs its borrower what it costs',
    zh: '违约的代价落在哪一年',
  },
  experiment: 'flips',
  series: [
    {
      measure: 'flips:cost-by-year',
      name: { en: 'what a default costs', zh: '违约的实际代价' },
      colour: parts.dark,
      dash: [],
    },
  ],
  along: { en: 'Year after the default', zh: '违约后第几年' },
  places: { en: years, zh: years },
  axis: { en: '% of a loan', zh: '占贷款的 %' },
  lacking: lackingFlips,
  under: {
    en: 'What is lost in each year after the default, discounted; below zero, what is gained.',
    zh: '违约之后每一年的损失（折现）；低于零为所得。',
  },
  finding: (inputs, language) => {
    const costs = inputs.scenario.institutions.map(({ id }) =>
      years.map((_, k) => curveValues(inputs, 'flips', 'flips:cost-by-year', id, k + 1)),
    );
    const total = (from: number, to: number) =>
      costs.flat().reduce((sum, values, k) => {
        const year = k % years.length;
        return year < from || year >= to
          ? sum
          : sum + mean(values.filter((one) => !Number.isNaN(one)));
      }, 0);
    const share = total(0, 4) / total(0, years.length);
    const firm = inputs.scenario.replicates > 1 && share > 0 && share < 1;
    if (!firm)
      return inWords(language, {
        en: 'When a default costs its borrower cannot be told',
        zh: '违约的代价落在哪一年无法判定',
      });
    const tested = awayFromZero(
      costs.map((curve) =>
        curve[0].map((_, r) => curve.slice(0, 4).reduce((sum, year) => sum + year[r], 0)),
      ),
    );
    if (tested.up === 0)
      return inWords(language, {
        en: 'No cost in the first four years can be told',
        zh: '违约在前四年的代价不显著',
      });
    const part = percent(share, 0);
    return inWords(language, {
      en: `About ${part} of a default’s cost falls within four years`,
      zh: `违约代价的约 ${part} 落在前四年`,
    });
  },
  caption: {
    en: 'The same borrower with the same luck, its repaid loan on file as repaid and as a default: the difference of what it gets, year by year, discounted to the default. The eighth year holds the last two of thirty quarters, and the ends of the loans signed by then.',
    zh: '同一借款人以同样的运气度过两种人生：已还清的贷款在档案中记为还清，或记为违约；图为两者所得之差，按年计，折现到违约之时。第八年只含三十个季度的最后两个，以及此前所签贷款的余下部分。',
  },
});
