import type { Book } from './book.ts';
import type { Loan } from './loan.ts';
import { purposes } from './luck.ts';
import { clamp, discountSum, wholePower } from './mathematics.ts';
import { copyFile, furnish, without } from './records.ts';
import type { Setting } from './stake.ts';
import { chanceOf, isSeen, keepsDefaults, longestReach } from './tiers.ts';

const lifeOfATwin = 30;
const fading = 0.985;

/** A borrower's double whose loan stands as defaulted. */
interface Twin {
  readonly book: Book;
  readonly made: number;
  /** Of the loan that ended. */
  readonly lender: number;
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

  /** The raw stake spread over the quarters in which a default can be seen, by how surely somebody sees it. */
  private reckonedPerQuarter(twin: Twin, age: number): number {
    const { economy, institution } = this.setting;
    const own = discountSum(economy.patience, 1, 31);
    const itself = own > 0 ? twin.rawOwn / own : 0;
    const { tiers } = institution;
    const seen = tiers.map((_, k) => k).filter((k) => isSeen(institution, k, twin.lender));
    const surely = (n: number) => {
      const keeping = seen.filter((k) => keepsDefaults(tiers[k], n));
      return 1 - chanceOf(tiers, keeping, []);
    };
    let heard = 0;
    for (let n = 1; n <= longestReach; n++) {
      heard += discountSum(economy.patience, n, n) * surely(n);
    }
    return itself + (heard > 0 ? (twin.rawShared * surely(age)) / heard : 0);
  }

  private create(original: Book, ended: Loan, t: number): Twin {
    const { institution, luck } = this.setting;
    const { number } = original.person;
    const files = original.files.map(copyFile);
    const file = without(files[ended.lender], t);
    files[ended.lender] = file;
    file.truth.push({ quarter: t, defaulted: true });
    institution.tiers.forEach((tier, k) => {
      if (!tier.contributes[ended.lender] || ended.size < tier.threshold) return;
      const draw = purposes.twinsCopy + tier.draw[ended.lender];
      const missed = luck.uniform(number, t, draw) < tier.missedDefault;
      furnish(file.copies[k], !missed, ended, t, number, tier, luck);
    });
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
      lender: ended.lender,
      rawOwn: ended.stakeOwn / ended.theta,
      rawShared: (ended.stakeShared - institution.perks[ended.lender]) / ended.theta,
    };
  }
}
