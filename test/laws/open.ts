import type { Law } from './law.ts';

const sinceCalibration =
  'it holds in the economy of docs/model.md, section 13, and not in the calibrated one (29 November 2026)';
const ofEstimates =
  `${sinceCalibration}. Markets have 1,500 people here, so that estimates may be biased or intervals too narrow; which, and ` +
  'what of the calibrated economy brings it about, is not known yet. Do not read these experiments to the last digit.';

/** Laws that the shipped economy does not keep yet, by what they say, with what is known of it. */
const open: Readonly<Record<string, string>> = {
  'Karlan & Zinman: selection, burden and incentive: Incentive, where action is contractible, is zero':
    ofEstimates,
  'Einav, Finkelstein & Cullen: cost curves: Slope of cost, where types are visible, is zero':
    ofEstimates,
  'Karlan & Zinman: selection, burden and incentive: Burden, 95 % interval over twelve seeds holds the truth':
    ofEstimates,
  'Karlan & Zinman: selection, burden and incentive: Incentive, 95 % interval over twelve seeds holds the truth':
    ofEstimates,
  'Einav, Finkelstein & Cullen: cost curves: Slope of cost, 95 % interval over twelve seeds holds the truth':
    ofEstimates,
  'Einav, Finkelstein & Cullen: cost curves: Efficient price, 95 % interval over twelve seeds holds the truth':
    ofEstimates,
  'All 64 of these intervals: how many miss': ofEstimates,
};

/**
 * Laws, those that are open marked so.
 *
 * @throws Error if an open one is none of them, so that a law that was renamed is not forgotten
 */
export function withOpen(laws: readonly Law[]): Law[] {
  const unknown = Object.keys(open).filter((says) => !laws.some((law) => law.says === says));
  if (unknown.length > 0) throw new Error(`no such law: ${unknown.join('; ')}`);
  return laws.map((law) => (law.says in open ? { ...law, open: open[law.says] } : law));
}
