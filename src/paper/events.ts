type BuildingStage = 'exploratory' | 'initial' | 'development' | 'innovation';

/** Table 2: what happened when in the building of China's credit reporting. */
export interface CreditEvent {
  readonly stage: BuildingStage;
  /** Year as a number, for a time line; "late 1980s" stands at 1988. */
  readonly year: number;
  /** When, as the paper dates it. */
  readonly when: string;
  readonly event: string;
}

export const events: readonly CreditEvent[] = [
  {
    stage: 'exploratory',
    year: 1988,
    when: 'late 1980s',
    event: 'Central bank approves the first credit rating company',
  },
  {
    stage: 'initial',
    year: 1997,
    when: '1997',
    event: 'Shanghai begins enterprise rating; a pilot of personal reporting follows',
  },
  {
    stage: 'initial',
    year: 1999,
    when: 'end of 1999',
    event: 'Bank credit registration and consulting system goes on line',
  },
  {
    stage: 'initial',
    year: 2002,
    when: '2002',
    event: 'The registration system can be asked nation-wide',
  },
  {
    stage: 'development',
    year: 2004,
    when: '2004',
    event: 'Central bank founds the national database of personal credit',
  },
  {
    stage: 'development',
    year: 2005,
    when: '2005',
    event: 'The registration system becomes the national database of enterprise credit',
  },
  {
    stage: 'development',
    year: 2006,
    when: 'start of 2006',
    event: 'Credit Reference Center of the central bank opens',
  },
  {
    stage: 'innovation',
    year: 2015,
    when: 'start of 2015',
    event: 'Eight private firms become pilots of personal credit reporting',
  },
  {
    stage: 'innovation',
    year: 2018,
    when: '2018',
    event: 'Baihang Credit is granted the first personal licence',
  },
];
