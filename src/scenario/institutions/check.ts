import { messageOf, UserError, type Problem } from '../../errors.ts';
import { behaviours } from '../../scores/index.ts';
import {
  isScore,
  scoresAllowed,
  withinRange,
  type Institution,
  type LenderColumns,
  type Rules,
  type Values,
} from '../../institutions/index.ts';
import { misfits, rulesShape } from './shape.ts';

/**
 * The institution's rules under these values, checked on the lenders of a market. Scores that it gives later are
 * held to the range of scores.
 *
 * @param isSound whether they were checked before, on the same lenders
 * @throws UserError if a rule throws or answers nonsense; it names the institution and the rule
 */
export function rulesOf(
  institution: Institution,
  values: Values,
  lenders: LenderColumns,
  isSound = false,
): Rules {
  const rules = attempt(institution, 'rules', () => institution.rules(values));
  if (!isSound) checkRules(institution, rules, lenders);
  const [first, ...beside] = tiersOf(rules).map(held);
  return beside.length > 0 ? { ...first, beside } : first;
}

/** The tiers of an institution. */
const tiersOf = (rules: Rules): readonly [Rules, ...Rules[]] => [rules, ...(rules.beside ?? [])];

/** One tier, whose score is held to the range of scores. */
function held(rules: Rules): Rules {
  const { score, records, errors, perks, costPerReport, leak } = rules;
  return {
    // A user's rules may be of a class of his own, whose functions stay with it.
    contributes: (...given) => rules.contributes(...given),
    access: (...given) => rules.access(...given),
    ...{ records, errors, perks, costPerReport },
    ...(score && { score: withinRange(score) }),
    ...(leak && { leak }),
  };
}

/**
 * Looks at the rules' data, then runs every rule on the lenders of a market and looks at its answers.
 *
 * @throws UserError with the problems found
 */
export function checkRules(institution: Institution, rules: Rules, lenders: LenderColumns): void {
  const found = misfits(rulesShape, rules);
  if (found.length === 0) {
    for (const [k, tier] of tiersOf(rules).entries()) {
      const where = k === 0 ? '' : `tier ${k + 1}: `;
      found.push(...nonsense(institution, tier, lenders).map((problem) => where + problem));
    }
    if (tiersOf(rules).filter(({ score }) => score).length > 1) {
      found.push('two of its tiers keep a score; one may');
    }
  }
  if (found.length > 0) {
    throw new UserError(found.map((problem) => ({ message: `${institution.id}: ${problem}` })));
  }
}

/** What is wrong with the answers of the rules' functions. */
function nonsense(institution: Institution, rules: Rules, lenders: LenderColumns): string[] {
  const { n } = lenders;
  const found = new Set<string>();
  const inquiry = inquiryInto(institution, found);
  const { ask, allow } = inquiry;
  const duty = ask('contributes', lenders, () => {
    const out = new Uint8Array(n);
    rules.contributes(lenders, out);
    return out;
  });
  allow('contributes', duty, '0 (barred), 1 (may), 2 (must)', (code) => code <= 2);
  // Once with everybody who may contribute, once with only those who must.
  for (const least of [1, 2]) {
    const contributing = duty.map((code) => (code >= least ? 1 : 0));
    lookAtReaders(inquiry, rules, lenders, contributing);
  }
  lookAtScore(inquiry, rules);
  return [...found];
}

/** Asks rules, and notes what is wrong with an answer. */
interface Inquiry {
  /** The answer of a rule that is asked twice and given `inputs` to read. */
  readonly ask: <Answer>(rule: string, inputs: unknown, answer: () => Answer) => Answer;
  readonly allow: (
    where: string,
    answers: ArrayLike<number>,
    allowed: string,
    isAllowed: (answer: number) => boolean,
  ) => void;
}

/** @param found mistakes, added to */
function inquiryInto(institution: Institution, found: Set<string>): Inquiry {
  return {
    ask(rule, inputs, answer) {
      const before = JSON.stringify(inputs);
      const first = attempt(institution, rule, answer);
      const again = attempt(institution, rule, answer);
      if (JSON.stringify(inputs) !== before) {
        found.add(`${rule}: changes what it is given; it may read that, and write into out alone`);
      } else if (JSON.stringify(again) !== JSON.stringify(first)) {
        found.add(
          `${rule}: answers differently when asked again; rules keep no state, draw no chance`,
        );
      }
      return first;
    },
    allow(where, answers, allowed, isAllowed) {
      const wrong = Array.from(answers).find((answer) => !isAllowed(answer));
      if (wrong !== undefined) found.add(`${where}: wrote ${wrong}; allowed: ${allowed}`);
    },
  };
}

/** Who reads what, and who feeds the score, when these lenders contribute. */
function lookAtReaders(
  { ask, allow }: Inquiry,
  rules: Rules,
  lenders: LenderColumns,
  contributing: Uint8Array,
): void {
  const { n } = lenders;
  const inputs = [lenders, contributing];
  const access = ask('access', inputs, () => {
    const out = {
      level: new Uint8Array(n * n),
      fee: new Float64Array(n),
      score: new Uint8Array(n),
    };
    rules.access(lenders, contributing, out);
    return out;
  });
  const ecosystem = ask('score.ecosystem', inputs, () => {
    const out = new Uint8Array(n);
    rules.score?.ecosystem?.(lenders, contributing, out);
    return out;
  });
  const levels = '0 (none), 1 (negative), 2 (full), 3 (full without balances)';
  const flag = (answer: number) => answer <= 1;
  allow('access: level', access.level, levels, (code) => code <= 3);
  allow('access: fee', access.fee, 'mean loans, 0 or more', (x) => x >= 0 && Number.isFinite(x));
  allow('access: score', access.score, '0 or 1', flag);
  allow('score.ecosystem', ecosystem, '0 or 1', flag);
}

/** The points that the score gives to four borrowers. */
function lookAtScore({ ask, allow }: Inquiry, { score }: Rules): void {
  const reports = sample();
  const points = ask('score.points', reports, () => {
    const out = new Float64Array(reports.n).fill(NaN);
    score?.points(reports, out);
    return out;
  });
  allow('score.points', points, scoresAllowed, isScore);
}

/** Four borrowers: average, good, bad with defaults, average with a long record. */
const sample = () => ({
  n: 4,
  behaviours: behaviours.map(() => [0, 2, -2, 0]),
  repaid: [0, 3, 0, 28],
  defaults: [0, 0, 5, 1],
});

/** `work()`, or its error as the user's, with the institution and the rule named. */
function attempt<T>(institution: Institution, rule: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const causes: readonly Problem[] =
      error instanceof UserError ? error.problems : [{ message: messageOf(error) }];
    throw new UserError(
      causes.map((cause) => ({
        ...cause,
        message: `${institution.id}: ${rule}: ${cause.message}`,
      })),
      { cause: error },
    );
  }
}
