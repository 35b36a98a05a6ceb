/** Facts about where numbers come from, in the order in which they are told: `['Seed', 'creditlab']`. */
export type OriginFacts = readonly (readonly [name: string, value: string])[];

/** Where a figure comes from; travels inside every file of it. */
export interface Provenance {
  /** The figure's id. */
  readonly figure: string;
  readonly title: string;
  /** What the picture shows, in words. */
  readonly description: string;
  /** `creditlab 0.1.0` */
  readonly program: string;
  /** Of the numbers: a run, an experiment, or the paper. */
  readonly origin: OriginFacts;
}

/** The provenance as words, one fact a line, for files that hold plain text. */
export function provenanceLines({ figure, origin, program }: Provenance): OriginFacts {
  return [['Figure', figure], ...origin, ['Software', program]];
}
