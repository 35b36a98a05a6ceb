import { checkNumber, differs, type Check } from './check.ts';
import { growthOf } from './growth.ts';
import { connected, inquiries, persons, withRecord } from './series.ts';
import { systems } from './systems.ts';

/** The paper's account of systems and their growth (Table 1, Figures 1, 3, 4) against its own data. */
export function checkSystem(): Check[] {
  return [checkPurposes(), checkOpenness(), ...checkCoverage(), ...checkGrowth(), checkAim()];
}

function checkPurposes(): Check {
  const purposes = (key: 'purpose' | 'purposeMeant') =>
    systems.map((system) => `${system.label}: ${system[key]}`).join('; ');
  return differs(
    'table-1',
    'purpose of the first two systems',
    purposes('purpose'),
    purposes('purposeMeant'),
    'the two look swapped: section 2.2.1 gives supervision to the central bank',
  );
}

function checkOpenness(): Check {
  return differs(
    'section-2.2.3',
    'who reads the files of an association',
    'not the other members (text); members (Table 1)',
    'members, as Table 1 has it',
    'the same paragraph says that members exchange the information',
  );
}

function checkCoverage(): Check[] {
  const rising = persons.points.every(
    ({ value }, index) => index === 0 || value > persons.points[index - 1].value,
  );
  const share = (index: number) => {
    const { value } = withRecord.points[index];
    return `${((value / persons.points[index].value) * 100).toFixed(1)}%`;
  };
  const values = persons.points.map(({ value, atLeast }) => `${atLeast ? '> ' : ''}${value}`);
  return [
    {
      exhibit: 'figure-1',
      about: 'natural persons in the registry',
      printed: 'rise every year',
      found: `${values.join(', ')} million in ${persons.points.map(({ year }) => year).join(', ')}`,
      agrees: rising,
      because: rising ? '' : 'a later point lies below an earlier one',
    },
    differs(
      'figure-1',
      'coverage',
      'persons in the registry',
      `with a credit record: ${share(0)} of them in 2015, ${share(1)} in 2018`,
      'most files hold no record, so coverage of the registry overstates what lenders can read',
    ),
  ];
}

function checkGrowth(): Check[] {
  const [asked] = growthOf(inquiries);
  const [joined] = growthOf(connected);
  const yearly = (share: number) => `${(share * 100).toFixed(1)}% a year`;
  return [
    checkNumber('figure-4', 'growth of inquiries 2015 to 2020, %', '401', asked.total * 100),
    differs(
      'figure-4',
      'the same growth, called year on year',
      '401% year on year',
      `401% in five years: ${yearly(asked.perYear)}`,
      'the growth of five years is printed as that of one',
    ),
    differs(
      'figure-4',
      'what is counted',
      'cumulative inquiries',
      'inquiries of each year',
      'the volumes are annual: each year’s number is its own, not a running total',
    ),
    {
      exhibit: 'figure-3',
      about: 'growth of connected institutions 2015 to 2020',
      printed: 'significant',
      found: `at most ${(joined.total * 100).toFixed(1)}%, ${yearly(joined.perYear)}`,
      agrees: true,
      because: '',
    },
  ];
}

function checkAim(): Check {
  return differs(
    'section-2.1.1',
    'adverse selection and moral hazard',
    'defined',
    'not measured anywhere in the paper',
    'the paper stops at the definitions; creditlab run measures both',
  );
}
