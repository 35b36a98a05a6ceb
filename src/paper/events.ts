export const stages = ['exploratory', 'initial', 'development', 'innovation'] as const;
export type Stage = (typeof stages)[number];

/** Table 2: what happened when in the building of China's credit reporting. */
export interface CreditEvent {
  readonly stage: Stage;
  /** Year as a number, for a time line; "late 1980s" stands at 1988. */
  readonly year: number;
  /** When, as the paper dates it. */
  readonly when: string;
  readonly event: string;
  /** Two or three words for a time line. */
  readonly short: string;
}

export const events: readonly CreditEvent[] = [
  {
    stage: 'exploratory',
    year: 1988,
    when: 'late 1980s',
    event: 'Central bank approves the first credit rating company',
    short: 'First rating company',
  },
  {
    stage: 'initial',
    year: 1997,
    when: '1997',
    event: 'Shanghai begins enterprise rating; a pilot of personal reporting follows',
    short: 'Shanghai rates enterprises',
  },
  {
    stage: 'initial',
    year: 1999,
    when: 'end of 1999',
    event: 'Bank credit registration and consulting system goes on line',
    short: 'Bank registration on line',
  },
  {
    stage: 'initial',
    year: 2002,
    when: '2002',
    event: 'The registration system can be asked nation-wide',
    short: 'Nation-wide inquiries',
  },
  {
    stage: 'development',
    year: 2004,
    when: '2004',
    event: 'Central bank founds the national database of personal credit',
    short: 'Personal database',
  },
  {
    stage: 'development',
    year: 2005,
    when: '2005',
    event: 'The registration system becomes the national database of enterprise credit',
    short: 'Enterprise database',
  },
  {
    stage: 'development',
    year: 2006,
    when: 'start of 2006',
    event: 'Credit Reference Center of the central bank opens',
    short: 'Credit Reference Center',
  },
  {
    stage: 'innovation',
    year: 2015,
    when: 'start of 2015',
    event: 'Eight private firms become pilots of personal credit reporting',
    short: 'Eight private pilots',
  },
  {
    stage: 'innovation',
    year: 2018,
    when: '2018',
    event: 'Baihang Credit is granted the first personal licence',
    short: 'Baihang licensed',
  },
];
