/** Money in the measures: a mean loan is 1, told per application, in the mean over all who apply. */
export const perApplication = {
  unit: 'share of a mean loan per application',
  population: 'among applications; without a loan counted 0; expected, discounted to signing',
  series: false,
} as const;
