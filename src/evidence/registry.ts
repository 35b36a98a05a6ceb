import { approvalLevel } from './facts/loans/approval-level.ts';
import { aprLevel } from './facts/loans/apr-level.ts';
import { badIn18Months } from './facts/files/bad-in-18-months.ts';
import { bureauAuc } from './facts/files/bureau-auc.ts';
import { bureauAucBestHalf } from './facts/files/bureau-auc-best-half.ts';
import { cannotPay } from './facts/loans/cannot-pay.ts';
import { competitionLowersPrice } from './facts/rules/competition-lowers-price.ts';
import { cycle } from './facts/loans/cycle.ts';
import { defaultAfterDefault } from './facts/loans/default-after-default.ts';
import { defaultLevel } from './facts/loans/default-level.ts';
import { errorMovesTier } from './facts/files/error-moves-tier.ts';
import { exposureMatters } from './facts/rules/exposure-matters.ts';
import { fileErrors } from './facts/files/file-errors.ts';
import { hazardByAge } from './facts/loans/hazard-by-age.ts';
import { historyBeatsCapacity } from './facts/loans/history-beats-capacity.ts';
import { incomeAndDefault } from './facts/loans/income-and-default.ts';
import { lessAccurateForPoor } from './facts/files/less-accurate-for-poor.ts';
import { lossGivenDefault } from './facts/loans/loss-given-default.ts';
import { lossRisesWithRisk } from './facts/loans/loss-rises-with-risk.ts';
import { negativeDisciplinesMore } from './facts/rules/negative-disciplines-more.ts';
import { noFile } from './facts/files/no-file.ts';
import { opaqueGainMost } from './facts/rules/opaque-gain-most.ts';
import { priceFit } from './facts/loans/price-fit.ts';
import { priceSlope } from './facts/loans/price-slope.ts';
import { rangeRestriction } from './facts/files/range-restriction.ts';
import { retentionOptimum } from './facts/rules/retention-optimum.ts';
import { returnRisesWithRisk } from './facts/loans/return-rises-with-risk.ts';
import { sharingLowersDefault } from './facts/rules/sharing-lowers-default.ts';
import { sharingLowersHoldUp } from './facts/rules/sharing-lowers-hold-up.ts';
import { thinFilesArePoor } from './facts/files/thin-files-are-poor.ts';
import { unscored } from './facts/files/unscored.ts';
import type { Fact } from './fact.ts';

/** Every fact that is shipped, in the order in which tables list them. A new one is one file and one line here. */
export const facts: readonly Fact[] = [
  bureauAuc,
  bureauAucBestHalf,
  rangeRestriction,
  badIn18Months,
  priceSlope,
  priceFit,
  lossGivenDefault,
  lossRisesWithRisk,
  returnRisesWithRisk,
  hazardByAge,
  defaultAfterDefault,
  incomeAndDefault,
  historyBeatsCapacity,
  defaultLevel,
  approvalLevel,
  aprLevel,
  cannotPay,
  cycle,
  noFile,
  unscored,
  thinFilesArePoor,
  fileErrors,
  errorMovesTier,
  lessAccurateForPoor,
  sharingLowersDefault,
  opaqueGainMost,
  retentionOptimum,
  negativeDisciplinesMore,
  exposureMatters,
  competitionLowersPrice,
  sharingLowersHoldUp,
];
