import { afterEach, describe, expect, it } from 'vitest';
import { takeMisgiven } from '../../src/commands/misgiven.ts';
import { namedNumbersOption, numbersOption } from '../../src/commands/number-lists.ts';
import { numberOption } from '../../src/commands/options.ts';

afterEach(takeMisgiven);

const fees = numbersOption({ flag: 'fees', about: 'fees', min: 0, max: 1 });
const weights = numbersOption({ flag: 'weights', about: 'weights', count: 5 });
const range = numbersOption({ flag: 'range', about: 'range', count: 2 });
const bands = namedNumbersOption('bands', 'bands');

function refusalOf(option: { readonly coerce: (given: string) => unknown }, given: string): string {
  option.coerce(given);
  return takeMisgiven()
    .map(({ message, hint = '' }) => `${message} | ${hint}`)
    .join('\n');
}

describe('a list of numbers on the command line', () => {
  it.each([
    [fees, '0,0.002,0.01'],
    [fees, '0.0,1.0'],
    [fees, '0'],
    [fees, '1e-3,0.5'],
    [weights, '15,20,25,30,10'],
    [weights, '0.15,0.2,0.25,0.3,0.1'],
    [range, '350,950'],
  ])('is kept as it was written', (option, given) => {
    expect(option.coerce(given)).toEqual(given.split(','));
    expect(takeMisgiven()).toEqual([]);
  });

  it.each([
    [fees, '0,01', '"0,01" is not allowed | write 0.01: decimals have a dot'],
    [fees, '0,0.005,0,01', 'write 0,0.005,0.01: decimals have a dot'],
    [fees, '0;0,01;0,02', 'write 0,0.01,0.02: decimals have a dot'],
    [fees, '0,5', 'write 0.5: decimals have a dot'],
    [fees, '0,1', '"0,1" can be read in two ways | write 0.1: decimals have a dot'],
    [fees, '0,1', 'whole ones as 0.0,1.0'],
    [fees, '0,0,1', 'can be read in two ways'],
    [fees, '0,2.5', 'allowed: numbers from 0 to 1'],
    [fees, '0,x', '"0,x" is not allowed'],
    [weights, '0,15,0,2,0,25,0,3,0,1', 'write 0.15,0.2,0.25,0.3,0.1: decimals have a dot'],
    [weights, '15,20,25,30,010', 'write 15,20,25,30.010'],
    [range, '350,5,950,0', 'write 350.5,950.0'],
    [range, '350', 'allowed: 2 numbers'],
    [bands, 'poor=350,5,fair=550', '"poor=350,5" is not allowed | write poor=350.5'],
  ])('with a decimal comma is refused with the right number: %#', (option, given, told) => {
    expect(refusalOf(option, given)).toContain(told);
  });
});

it('a number with a decimal comma is refused with the right number', () => {
  const minutes = numberOption({ flag: 'minutes', about: 'minutes', min: 0 });
  const told = 'write 0.5: decimals have a dot; allowed: a number, at least 0';
  expect(refusalOf(minutes, '0,5')).toBe(`--minutes: "0,5" is not allowed | ${told}`);
  expect(refusalOf(minutes, '-1')).toBe(
    '--minutes: "-1" is not allowed | allowed: a number, at least 0',
  );
});
