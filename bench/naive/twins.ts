import type { Book } from './book.ts';
import type { Loan } from './loan.ts';
import { purposes } from './luck.ts';
import { clamp, discountSum, wholePower } from './mathematics.ts';
import { copyFile, furnish } from './records.ts';
import type { Setting } from './stake.ts';

const lifeOfATwin = 30;
const fading = 0.985;

/** A borrower's double whose loan stands as defaulted. */
interface Twin {
  readonly book: Book;
  readonly made: number;
  /** V_o/θ and (V_s − perks)/θ of the loan that ended. */
  readonly rawOwn: number;
  readonly rawShared: number;
}

/** θ: realised loss of surplus over the stake reckoned, learned from twins (section 7.3). */
export class Twins {
  readonly living = new Map<number, Twin>();
  theta = 1;
  x = 0;
  y = 0;
  private readonly setting: Setting;
  private readonly prior: number;

  constructor(setting: Setting, borrowers: number) {
    this.setting = setting;
    this.prior = (setting.economy.x0 * borrowers) / 5000;
  }

  /** Step 11 of quarter t. `books` are the originals', by number. */
  learn(t: number, books: readonly Book[]): void {
    const { economy, luck } = this.setting;
    if (t < economy.twinFrom) return;
    let gained = 0;
    let reckoned = 0;
    for (const [number, twin] of this.living) {
      const age = t - twin.made;
      const discount = wholePower(economy.patience, age);
      gained += discount * (books[number].surplus - twin.book.surplus);
      reckoned += discount * this.reckonedPerQuarter(twin, age);
    }
    this.x = fading * this.x + gained;
    this.y = fading * this.y + reckoned;
    for (const [number, twin] of this.living) {
      if (t - twin.made >= lifeOfATwin) this.living.delete(number);
    }
    for (const book of books) {
      const { number, aware } = book.person;
      if (!aware || this.living.has(number) || book.repaidNow.length === 0) continue;
      if (!(luck.uniform(number, t, purposes.twin) < economy.twins)) continue;
      this.living.set(number, this.create(book, book.repaidNow[0], t));
    }
    this.theta = clamp((this.x + this.prior) / (this.y + this.prior), 0.2, 4);
  }

  /** The raw stake spread evenly over the quarters in which a default can be seen. */
  private reckonedPerQuarter(twin: Twin, age: number): number {
    const { economy, institution } = this.setting;
    const { lag, retentionNegative } = institution;
    const own = discountSum(economy.patience, 1, 31);
    const heard = discountSum(economy.patience, 1 + lag, lag + retentionNegative);
    const isHeard = age > lag && age <= lag + retentionNegative;
    const itself = own > 0 ? twin.rawOwn / own : 0;
    return itself + (isHeard && heard > 0 ? twin.rawShared / heard : 0);
  }

  private create(original: Book, ended: Loan, t: number): Twin {
    const { institution, luck } = this.setting;
    const { number } = original.person;
    const files = original.files.map(copyFile);
    const file = files[ended.lender];
    const others = (entries: { quarter: number }[]) => {
      const at = entries.findIndex(({ quarter }) => quarter === t);
      if (at >= 0) entries.splice(at, 1);
    };
    others(file.truth);
    others(file.shared);
    others(file.crossed);
    file.truth.push({ quarter: t, defaulted: true });
    if (institution.contributes[ended.lender] && ended.size >= institution.threshold) {
      const missed = luck.uniform(number, t, purposes.twinsCopy) < institution.missedDefault;
      furnish(file, !missed, ended, t, number, institution, luck);
    }
    const book: Book = {
      person: original.person,
      loans: [...original.loans],
      files,
      surplus: 0,
      takenNow: false,
      repaidNow: [],
    };
    return {
      book,
      made: t,
      rawOwn: ended.stakeOwn / ended.theta,
      rawShared: (ended.stakeShared - institution.perks[ended.lender]) / ended.theta,
    };
  }
}
