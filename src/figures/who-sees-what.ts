import { join } from '../engine/index.ts';
import { scoreColumn, type SightRow } from '../charts/index.ts';
import { Access } from '../institutions/index.ts';
import { marketInstitutionOf } from '../scenario/institutions/resolve.ts';
import { becomings, type LoadInstitution, type Scenario } from '../scenario/index.ts';

/**
 * Who sees what under each institution of a scenario, from its rules; nothing is simulated. Of one that is reformed, who
 * does in the end: its name says what it becomes.
 */
export async function sightsOf(
  { institutions, lenders }: Scenario,
  load: LoadInstitution,
): Promise<SightRow[]> {
  const rows: SightRow[] = [];
  const scored = new Map<string, Uint8Array>();
  for (const choice of institutions) {
    const sharing = join(
      lenders,
      await marketInstitutionOf(becomings(choice).at(-1) ?? choice, lenders, load),
    );
    scored.set(choice.id, sharing.scoreReader);
    const { id: institution, label } = choice;
    for (const [j, { id: reader }] of lenders.entries())
      for (const [q, { id: contributor }] of lenders.entries())
        rows.push({
          institution,
          label,
          reader,
          contributor,
          level: j === q ? 'own' : levelName(sharing.level[j * lenders.length + q]),
        });
  }
  const anyScore = [...scored.values()].some((column) => column.includes(1));
  if (!anyScore) return rows;
  const scores = institutions.flatMap(({ id: institution, label }) =>
    lenders.map(({ id: reader }, j): SightRow => {
      const level = scored.get(institution)?.[j] === 1 ? 'full' : 'none';
      return { institution, label, reader, contributor: scoreColumn, level };
    }),
  );
  return [...rows, ...scores];
}

function levelName(code: number | undefined): SightRow['level'] {
  if (code === Access.full) return 'full';
  if (code === Access['full-without-balances']) return 'full-without-balances';
  return code === Access.negative ? 'negative' : 'none';
}
