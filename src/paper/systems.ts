/** Table 1: three systems of personal credit reporting, shortened. */
export interface System {
  readonly id: 'government-led' | 'market-led' | 'association-led';
  readonly label: string;
  readonly representative: string;
  readonly mechanism: string;
  /** As printed. */
  readonly purpose: string;
  /** As the paper's own section 2.2 has it, where that differs. */
  readonly purposeMeant: string;
  readonly openness: string;
  readonly dataSources: string;
  readonly character: string;
}

export const systems: readonly System[] = [
  {
    id: 'government-led',
    label: 'Government-led',
    representative: 'European Union',
    mechanism: 'government or central bank',
    purpose: 'credit rating',
    purposeMeant: 'risk prevention and financial supervision',
    openness: 'low: financial institutions only',
    dataSources: 'banks',
    character: 'mandatory, non-profit',
  },
  {
    id: 'market-led',
    label: 'Market-led',
    representative: 'United States',
    mechanism: 'market agencies',
    purpose: 'risk prevention and financial supervision',
    purposeMeant: 'credit rating',
    openness: 'high: the whole society',
    dataSources: 'all kinds of credit institutions',
    character: 'voluntary, for profit',
  },
  {
    id: 'association-led',
    label: 'Association-led',
    representative: 'Japan',
    mechanism: 'industry association',
    purpose: 'credit rating',
    purposeMeant: 'credit rating',
    openness: 'medium: members',
    dataSources: 'members of the association',
    character: 'voluntary, non-profit',
  },
];
