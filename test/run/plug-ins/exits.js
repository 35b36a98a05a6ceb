import { defineInstitution, institutions } from 'creditlab';

const { sesame } = institutions;

/** Passes every check on a small sample of reports and ends its thread in a market. */
export default defineInstitution({
  ...sesame,
  id: 'exits',
  label: 'Exits',
  parameters: {},
  rules: () => {
    const rules = sesame.rules();
    if (!rules.score) return rules;
    return {
      ...rules,
      score: {
        ...rules.score,
        points(reports, out) {
          if (reports.n > 20) process.exit(3);
          out.fill(600);
        },
      },
    };
  },
});
