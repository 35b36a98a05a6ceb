import { Access, Duty, defineInstitution, real, recordParameters, recordRules } from 'creditlab';

/**
 * Large lenders only, in plain JavaScript and without the helpers: they read each other in full, and
 * the club sums a borrower's record up as a score for its members.
 */
export default defineInstitution({
  id: 'large-lenders-club',
  label: 'Club of large lenders',
  facts: {
    representative: 'no country: an example',
    mechanism: 'a private club',
    purpose: 'credit rating among equals',
    openness: 'low: members only',
    dataSources: 'members',
    character: 'voluntary, for profit',
  },
  parameters: {
    ...recordParameters({ fee: [0.001, 'assumption: half of the market-led fee'] }),
    smallestShare: real(0.15, [0, 1], 'share', {
      about: 'smallest share of borrowers’ search that admits a lender',
      source: 'assumption: an example',
    }),
    pointsPerRepaid: real(10, [0, 100], 'points', {
      about: 'points gained by each repaid loan',
      source: 'assumption: an example',
    }),
    pointsPerDefault: real(50, [0, 300], 'points', {
      about: 'points lost for each default',
      source: 'assumption: an example',
    }),
  },
  rules: (p) => ({
    contributes(lenders, out) {
      for (let j = 0; j < lenders.n; ++j) {
        out[j] = lenders.share[j] >= p.smallestShare ? Duty.may : Duty.barred;
      }
    },
    // Only who furnishes reads.
    access(lenders, contributing, out) {
      for (let j = 0; j < lenders.n; ++j) {
        for (let q = 0; q < lenders.n; ++q) {
          const both = contributing[j] && contributing[q];
          out.level[j * lenders.n + q] = both && j !== q ? Access.full : Access.none;
        }
        out.fee[j] = p.fee;
        out.score[j] = contributing[j];
      }
    },
    score: {
      // The club sees no footprint.
      authenticity: [0, 0, 0, 0, 0, 0, 0, 0, 0],
      points(reports, out) {
        for (let i = 0; i < reports.n; ++i) {
          // From the middle of the scale, 350 to 950.
          const gained = p.pointsPerRepaid * reports.repaid[i];
          const lost = p.pointsPerDefault * reports.defaults[i];
          out[i] = Math.min(950, Math.max(350, 650 + gained - lost));
        }
      },
    },
    ...recordRules(p),
  }),
});
