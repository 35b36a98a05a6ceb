/** A moment of a film: a quarter, and how far it is. A whole quarter has phase 1. */
export interface Moment {
  readonly quarter: number;
  readonly phase: number;
}

/** A moment so many quarters later: never before the beginning, at most the end. */
export function later({ quarter, phase }: Moment, by: number, quarters: number): Moment {
  const at = Math.max(0, Math.min(quarters, quarter + phase + by));
  const whole = Math.min(quarters - 1, Math.floor(at));
  return { quarter: whole, phase: Math.min(1, at - whole) };
}

/** The quarter before or after, as it stands at its end. */
export function stepped({ quarter, phase }: Moment, by: 1 | -1, quarters: number): Moment {
  const isWithin = phase < 1 && by === 1;
  const to = isWithin ? quarter : quarter + by;
  return { quarter: Math.max(0, Math.min(quarters - 1, to)), phase: 1 };
}
