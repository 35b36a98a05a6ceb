import type { Institution } from '../institutions/index.ts';
import {
  becomings,
  printScenario,
  provenanceOf,
  type Becoming,
  type LoadInstitution,
  type Scenario,
} from '../scenario/index.ts';
import { institutionOf } from '../scenario/institutions/resolve.ts';
import { idleNotes } from './idle-notes.ts';

/** A scenario that is valid, and what is known of its numbers. */
export interface Checked {
  /** Resolved: every number stated. */
  readonly scenario: Scenario;
  /** The same as YAML, every number with its unit. */
  readonly text: string;
  /** How many of its numbers are assumptions of creditlab, fitted, cited, and its own. */
  readonly provenance: ReturnType<typeof provenanceOf>;
  /** What it says that changes nothing. */
  readonly notes: readonly string[];
}

/** What `creditlab check` says of a scenario. */
export async function checked(scenario: Scenario, load: LoadInstitution): Promise<Checked> {
  const lookup = await institutionsOf(scenario, load);
  return {
    scenario,
    text: printScenario(scenario, lookup),
    provenance: provenanceOf(scenario, lookup),
    notes: await idleNotes(scenario, load),
  };
}

/** The institution behind each choice, loaded once. */
async function institutionsOf(
  scenario: Scenario,
  load: LoadInstitution,
): Promise<(choice: Becoming) => Institution> {
  const loaded = await Promise.all(
    scenario.institutions
      .flatMap(becomings)
      .map(async (choice) => [choice, await institutionOf(choice, load)] as const),
  );
  const byChoice = new Map<Becoming, Institution>(loaded);
  return (choice) => {
    const institution = byChoice.get(choice);
    if (institution === undefined) throw new Error(`${choice.id} is not of this scenario`);
    return institution;
  };
}
