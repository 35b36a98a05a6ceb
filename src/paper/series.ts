/** One number that the paper's text states for a year. Years between are not in the text and stay empty. */
export interface YearValue {
  readonly year: number;
  readonly value: number;
  /** The text says "more than". */
  readonly atLeast: boolean;
}

export interface Series {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly points: readonly YearValue[];
}

const at = (year: number, value: number): YearValue => ({ year, value, atLeast: false });
const over = (year: number, value: number): YearValue => ({ year, value, atLeast: true });

/** Figure 1: natural persons in the central bank's registry, at the year's end. */
export const persons: Series = {
  id: 'persons',
  label: 'in the registry',
  unit: 'million persons',
  points: [at(2015, 880), at(2018, 980), over(2020, 1100)],
};

/** Figure 1: those among them who have a credit record. */
export const withRecord: Series = {
  id: 'with-record',
  label: 'with a credit record',
  unit: 'million persons',
  points: [at(2015, 380), at(2018, 450)],
};

/** Figure 3: institutions connected to the registry. */
export const connected: Series = {
  id: 'connected',
  label: 'institutions connected',
  unit: 'institutions',
  points: [over(2015, 2550), at(2020, 3904)],
};

/** Figure 4: inquiries for personal reports. */
export const inquiries: Series = {
  id: 'inquiries',
  label: 'inquiries',
  unit: 'million inquiries',
  points: [at(2015, 631), at(2020, 3161)],
};

/** Of the same year-end as Figure 1's last point: enterprises and other organisations, millions. */
export const organisations = at(2020, 60.92);
