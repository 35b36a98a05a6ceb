import { UserError } from '../../errors.ts';
import { defineInstitution, type Institution } from '../../institutions/index.ts';
import { defaultOf, property } from './default-of.ts';
import { institutionShape, misfits } from './shape.ts';

/**
 * The institution that a loaded module exports: `export default`, `module.exports`, or one in the other.
 *
 * @throws UserError if it exports none
 */
export function institutionIn(path: string, loaded: unknown): Institution {
  const exported = defaultOf(loaded);
  if (property(exported, 'rules') === undefined && property(exported, 'id') === undefined) {
    throw new UserError([
      {
        file: path,
        message: 'has no default export',
        hint: 'end it with: export default defineInstitution({ … })',
      },
    ]);
  }
  const parsed = institutionShape.safeParse(exported);
  if (parsed.success) return defineInstitution(parsed.data);
  throw new UserError(
    misfits(institutionShape, exported).map((message) => ({ file: path, message })),
  );
}
