/** Where a figure comes from; travels inside every file of it. */
export interface Provenance {
  /** The figure's id. */
  readonly figure: string;
  readonly title: string;
  /** What the picture shows, in words. */
  readonly description: string;
  /** `creditlab 0.1.0` */
  readonly program: string;
  readonly scenario: string;
  readonly seed: string;
  readonly replicates: number;
  /** SHA-256 of the results that were drawn, in hexadecimal. */
  readonly results: string;
}

/** The provenance as words, one fact a line, for files that hold plain text. */
export function provenanceLines(of: Provenance): readonly (readonly [string, string])[] {
  return [
    ['Figure', of.figure],
    ['Scenario', of.scenario],
    ['Seed', of.seed],
    ['Replicates', String(of.replicates)],
    ['Software', of.program],
    ['Results SHA-256', of.results],
  ];
}
