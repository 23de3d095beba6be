import { fail } from '../../domain/error.ts';

/** Why a shop has no such part; a name: what it cannot keep. */
type Lack =
  | 'own_side_unsupported'
  | 'reading_unsupported'
  | 'quotes_unsupported'
  | 'guard_unsupported'
  | { readonly unsupported: string };

/** A part that not every shop has. Throws a problem of the code `unsupported` where it has none. */
export function partOf<Part>(part: Part | undefined, otherwise: Lack): Part {
  if (part !== undefined) return part;
  throw typeof otherwise === 'string'
    ? fail(otherwise)
    : fail('unsupported', { field: otherwise.unsupported });
}
