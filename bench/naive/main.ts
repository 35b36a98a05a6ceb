import { createInstitution } from './institution.ts';
import { type InstitutionOptions } from './rules.ts';
import { measuresOf, summaryOf } from './measures.ts';
import { defaultEconomy, defaultLenders, worlds, type Economy } from './parameters.ts';
import { simulate, type SimulationInput } from './simulate.ts';

/**
 * The straight simulation of economy 2 from a shell:
 *
 *     node_modules/.bin/tsx bench/naive/main.ts --institution full-sharing --borrowers 500 --quarters 40 --world actual
 *
 * More: --burnIn Q, --seed a,b, --sanctions held|relearned, --set name=value (an economy parameter, as often
 * as wanted), --with name=value (an institution's), --summary (the summary only), --tables (ages, prices,
 * histograms and quintiles too).
 */
function main(words: readonly string[]): void {
  const one = (flag: string, otherwise: string) => {
    const at = words.indexOf(`--${flag}`);
    return at < 0 ? otherwise : words[at + 1];
  };
  const pairs = (flag: string) =>
    words.flatMap((word, at) => (word === `--${flag}` ? [words[at + 1].split('=')] : []));
  const quarters = Number(one('quarters', '40'));
  const economy: Record<string, number> = { ...defaultEconomy };
  for (const [name, value] of pairs('set')) {
    if (!(name in economy)) throw new Error(`no parameter ${name}`);
    economy[name] = Number(value);
  }
  const options: Record<string, unknown> = Object.fromEntries(
    pairs('with').map(([name, value]) => [
      name,
      value === 'true' ? true : value === 'false' ? false : Number(value),
    ]),
  );
  const [s0, s1] = one('seed', '1,2').split(',').map(Number);
  const world = worlds.find((name) => name === one('world', 'actual'));
  if (!world) throw new Error('no such world');
  const input: SimulationInput = {
    borrowers: Number(one('borrowers', '500')),
    quarters,
    burnIn: Number(one('burnIn', String(Math.floor(quarters / 2)))),
    seed: [s0, s1],
    economy: { ...defaultEconomy, ...economy } satisfies Economy,
    lenders: defaultLenders,
    institution: createInstitution(
      one('institution', 'full-sharing'),
      defaultLenders,
      options satisfies InstitutionOptions,
    ),
    world,
    sanctions: one('sanctions', 'held') === 'relearned' ? 'relearned' : 'held',
  };
  const result = simulate(input);
  const { sums, lenders, covered, ages, prices, histograms, quintiles } = result.ledger;
  const tables = words.includes('--tables') ? { ages, prices, histograms, quintiles } : {};
  const summary = summaryOf(input, result);
  const full = {
    sums,
    lenders,
    covered,
    ...tables,
    beliefs: result.history.map(({ theta, dRes, tBar }, t) => ({
      theta,
      dRes,
      tBar,
      ...result.surplus[t],
    })),
    cards: result.history.map(({ cards }) => cards),
    market: result.history.map(({ market }) => market),
    timing: result.history.map(({ timing }) => timing),
    measures: measuresOf(input, result),
    summary,
  };
  process.stdout.write(`${JSON.stringify(words.includes('--summary') ? summary : full)}\n`);
}

main(process.argv.slice(2));
