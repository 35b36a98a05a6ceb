/**
 * Who knows what in the engine: rooms × columns (docs/model.md, section 4). A room is a folder; what it reads is what its
 * files import, followed through whatever they import; what it writes are the writers that it imports itself.
 *
 * `stakes`, `signals`, `reports` are parts of `hidden` and `visible` that have writers of their own. Beside columns: the loan
 * `book`, `motives` and what the `quarter` does to loans (loans/book.ts), the `trial` of contracts, what offers are worth
 * (`surplus`), `population`, `records`, nature's `draws`, and the `keys` with which a draw can be made over again.
 */
const everything =
  'book draws hidden keys lesson loanSums motives outcome population quarter records roll surplus terms trial visible';
export const knows: Readonly<Record<string, { reads: string; writes: string }>> = {
  lenders: { reads: 'lesson roll visible', writes: '' },
  files: { reads: 'book records roll visible', writes: 'reports roll' },
  competition: { reads: 'keys roll terms visible', writes: 'terms' },
  people: {
    reads: 'draws hidden keys population records roll visible',
    writes: 'hidden reports roll signals',
  },
  loans: {
    reads:
      'book draws hidden keys lesson loanSums motives outcome quarter roll terms trial visible',
    writes: 'lesson loanSums outcome roll terms',
  },
  stake: {
    reads: 'book hidden keys motives outcome quarter records roll surplus terms visible',
    writes: 'roll stakes',
  },
  worlds: { reads: everything, writes: 'outcome stakes terms' },
  tally: {
    reads:
      'book hidden loanSums motives outcome population quarter roll surplus terms trial visible',
    writes: '',
  },
  // Who is told, and whose records an act strikes.
  phases: { reads: 'draws hidden keys population records roll', writes: '' },
  // An observer may ask what more collateral would do.
  observe: { reads: everything, writes: 'signals' },
};

export const words = (line: string) => line.split(' ').filter((word) => word !== '');
