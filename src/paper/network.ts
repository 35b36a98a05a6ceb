/** Figure 2: who is connected to whom. Positions are those of our drawing, in a unit square. */
export interface Party {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  /** 0 (left) to 1 (right). */
  readonly x: number;
  /** 0 (bottom) to 1 (top). */
  readonly y: number;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly carries: string;
  /** Section of the paper that states the link; '' where it is our reading. */
  readonly stated: string;
}

export const parties: readonly Party[] = [
  {
    id: 'registry',
    label: 'Central registry',
    about: 'the central bank’s Credit Reference Center; leads',
    x: 0,
    y: 0.5,
  },
  {
    id: 'bureaus',
    label: 'Market bureaus',
    about: 'licensed private firms, such as Baihang Credit',
    x: 1,
    y: 0.5,
  },
  {
    id: 'lenders',
    label: 'Lenders',
    about: 'banks and other institutions that lend',
    x: 0.5,
    y: 1,
  },
  {
    id: 'users',
    label: 'Users',
    about: 'persons who borrow, rent, travel',
    x: 0.5,
    y: 0,
  },
];

export const links: readonly Link[] = [
  { from: 'lenders', to: 'registry', carries: 'records', stated: '3.1.3' },
  { from: 'registry', to: 'lenders', carries: 'reports', stated: '3.1.3' },
  { from: 'lenders', to: 'bureaus', carries: 'records', stated: '3.1.3' },
  { from: 'bureaus', to: 'lenders', carries: 'reports and scores', stated: '3.1.3' },
  { from: 'users', to: 'lenders', carries: 'applications, repayments', stated: '3.1.4' },
  { from: 'lenders', to: 'users', carries: 'credit', stated: '3.1.4' },
  { from: 'bureaus', to: 'users', carries: 'scores used outside credit', stated: '4.3' },
  { from: 'registry', to: 'users', carries: 'own report', stated: '' },
];
