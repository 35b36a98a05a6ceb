import type { Institution, Rules } from '../../institutions/index.ts';

/** Two words of shared memory by which a thread shows that a module's code lives: whether it runs, and how often it did. */
export type Pulse = Int32Array<SharedArrayBuffer>;

export const newPulse = (): Pulse => new Int32Array(new SharedArrayBuffer(8));

const running = 0;
const calls = 1;

/** Shows in a pulse that a module's code runs while `work` does. */
export function shown<Result>(pulse: Pulse, work: () => Result): Result {
  Atomics.add(pulse, calls, 1);
  Atomics.store(pulse, running, 1);
  try {
    return work();
  } finally {
    Atomics.store(pulse, running, 0);
  }
}

/** Whether a module's code runs, and a number that grows with each call of it. */
export function readPulse(pulse: Pulse): { readonly isRunning: boolean; readonly count: number } {
  return {
    isRunning: Atomics.load(pulse, running) === 1,
    count: Atomics.load(pulse, calls),
  };
}

/** An institution each of whose rules shows in a pulse while it runs. */
export function withPulse(institution: Institution, pulse: Pulse): Institution {
  return {
    ...institution,
    rules: (values) =>
      tier(
        shown(pulse, () => institution.rules(values)),
        pulse,
      ),
  };
}

/** Rules may be of a class of their own: theirs stand behind. */
function tier(rules: Rules, pulse: Pulse): Rules {
  if (typeof rules !== 'object' || rules === null) return rules;
  const seen = shadow(rules, ['contributes', 'access'], pulse);
  const { score, beside } = rules;
  if (typeof score === 'object' && score !== null) {
    define(seen, 'score', shadow(score, ['ecosystem', 'points'], pulse));
  }
  if (Array.isArray(beside)) {
    define(
      seen,
      'beside',
      beside.map((one: Rules) => tier(one, pulse)),
    );
  }
  return seen;
}

function shadow<Owner extends object>(of: Owner, names: readonly string[], pulse: Pulse): Owner {
  const seen: Owner = Object.create(of);
  for (const name of names) {
    const rule: unknown = Reflect.get(of, name);
    if (typeof rule !== 'function') continue;
    define(seen, name, (...given: unknown[]): unknown =>
      shown(pulse, () => Reflect.apply(rule, of, given)),
    );
  }
  return seen;
}

function define(of: object, name: string, value: unknown): void {
  Object.defineProperty(of, name, { value, enumerable: true });
}
