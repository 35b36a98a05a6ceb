import { defineInstitution, institutions } from 'creditlab';

const { sesame } = institutions;

/** Passes every check on a small sample of reports and fails on a market's. */
export default defineInstitution({
  ...sesame,
  id: 'fails-late',
  label: 'Fails late',
  parameters: {},
  rules: () => {
    const rules = sesame.rules();
    if (!rules.score) return rules;
    return {
      ...rules,
      score: {
        ...rules.score,
        points(reports, out) {
          if (reports.n > 20) throw new Error('too many reports');
          out.fill(600);
        },
      },
    };
  },
});
