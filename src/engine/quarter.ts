/**
 * One quarter, in the order of docs/model.md. A page is opened once for all worlds (steps 1–2), then each world runs it
 * (steps 3–11); when all pages of the quarter are done, sums are added leaf by leaf and the market learns (step 12).
 *
 *  1  macro state                       macro.ts                 macroPath(market) → Z by quarter, once a market
 *  2  capacity, strain, home move       people/step.ts           stepPeople(plan, draws, people, quarter)  fills hidden by person
 *     sums of open loans by slot        loans/sums.ts            sumOpenLoans(book, motives, pageNumber, quarter)  fills loanSums, roll.owed
 *  3  who needs a loan, how large       people/apply.ts          enrol(plan, draws, quarter)  fills roll rows, visible.income … size, hidden.use
 *     whom they ask                     lenders/search.ts        ask(plan, draws, quarter)  fills roll.asked, askedAt, askedCount          (B)
 *     the next application imagined     stake/future.ts          imagine(plan, draws, quarter)  fills its own columns, adds to lookedUp    (C)
 *  4  reports are read                  files/reports.ts         readReports(plan, records, book, pageNumber, quarter)                     (B)
 *                                       files/scores …           fills visible.ownRepaid … score, scoreDrop
 *  5  lenders price                     lenders/offer.ts         offer(plan, cards, quarter)  fills terms but instalment and rate          (B)
 *     (types visible)                   worlds/…                 offerByType(…)  stakes of each lender asked first                        (C)
 *     instalment and rate               loans/contract.ts        writeContracts(plan)  fills terms.instalment, rate
 *  6  stakes                            stake/stakes.ts          reckonStakes(plan, cards, beliefs, quarter)  fills hidden.ownStake … rawShared  (C)
 *  7  borrowers choose                  loans/take-up.ts         considerOffers(plan, quarter)  fills outcome by row, taken
 *  8  loans are taken                   loans/sign.ts            sign(book, motives, pageNumber, quarter); addSigned → loanSums
 *  9  open loans live through it        loans/live.ts            liveThrough(plan, draws, book, motives, pageNumber, quarter)  outcome by slot, LoanQuarter
 * 10  records are written, furnished    files/furnish.ts         furnish(plan, draws, records, book, pageNumber, quarter)                  (B)
 *     sums                              tally/…                  tally(plan, book, motives, pageNumber, quarter, leafSums)                 (C)
 * 11  twins                             stake/twins.ts           followTwins(plan, draws, twins, records, book, motives, pageNumber, quarter)   (C)
 * 12  vintage of age T − 1 teaches      lenders/learn.ts         learnFrom(plan, book, pageNumber, quarter, leafSums) a page;
 *                                                                learn(cards, totals) a quarter                                            (B)
 *     D_res, t̄, θ move                  stake/beliefs.ts         moveBeliefs(beliefs, totals, quarter)                                      (C)
 *     balances move on                  loans/live.ts            ageBook(book, pageNumber, quarter)
 */
export const steps = 12;
