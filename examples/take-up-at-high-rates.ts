import { defineFact, meanOver, rowsWhere } from 'creditlab';

/** Of those who are offered credit at a high rate, about six in ten take it. */
export default defineFact({
  id: 'take-up-at-high-rates',
  title: 'Who is offered a high rate often declines',
  source: 'DeFusco, Tang & Yannelis 2022: .58 to .65 at high rates',
  kind: 'published',
  band: [0.5, 0.7],
  unit: 'share of offers',
  population: 'approved applications at an APR of 30 % and more, mature market',
  needs: { market: { institution: 'market-led', watch: { applications: true } } },
  of({ market: { applications } }) {
    const { n, approved, apr, taken } = applications;
    const dear = rowsWhere(n, (row) => approved[row] === 1 && apr[row] >= 0.3);
    return meanOver(taken, dear);
  },
});
