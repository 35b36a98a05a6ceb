import type { MarketNeed } from '../fact.ts';

/**
 * The mature market of facts about files: market-led, everybody as the third year after the burn-in begins, and the
 * eighteen months from then on. Its bureau is a reader with full access to all who contribute.
 */
export const matureFiles: MarketNeed = {
  institution: 'market-led',
  watch: {
    people: {
      after: 8,
      ahead: 6,
      files: { bureau: { access: 'full' }, corrected: { access: 'full', corrected: true } },
    },
  },
};

/** The mature market of facts about loans. */
export const matureLoans: MarketNeed = { institution: 'market-led', watch: { loans: true } };
