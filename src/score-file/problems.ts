import { UserError, type Problem } from '../errors.ts';

/** Mistakes in a file, up to a number that a person will read. */
export class Problems {
  private readonly list: Problem[] = [];
  private readonly most: number;

  constructor(most = 20) {
    this.most = most;
  }

  get full(): boolean {
    return this.list.length >= this.most;
  }

  get any(): boolean {
    return this.list.length > 0;
  }

  add(problem: Problem): void {
    if (!this.full) this.list.push(problem);
  }

  /** @throws UserError with all of them, if there are any. */
  throwIfAny(): void {
    if (this.list.length === 0) return;
    const last = { message: `reading stopped at ${this.most} problems; there may be more` };
    throw new UserError(this.full ? [...this.list, last] : this.list);
  }
}
