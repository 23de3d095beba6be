import { PasserelleError } from '../../domain/error.ts';
import type { Decoded, Problem } from '../../domain/problem.ts';
import type { ExchangeOutcome } from '../../shop/journal.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { inWireNames } from '../../wire/messages/field-names.ts';
import type { Handled } from '../handler.ts';

/** The decoded request, or the error that the caller will read. */
export function accepted<T>(decoded: Decoded<T>): Extract<Decoded<T>, { readonly ok: true }> {
  if (decoded.ok) return decoded;
  throw new PasserelleError(decoded.problem);
}

/** What the journal says of one record's write. */
export function savedOne(
  reply: string,
  reference: string,
  { result, warnings }: { readonly result: SaveResult; readonly warnings: readonly Problem[] },
): Handled {
  const all = [...warnings, ...result.warnings.map(inWireNames)];
  return { reply, reference, warnings: all, outcome: outcomeOf(result, all.length) };
}

function outcomeOf(result: SaveResult, warnings: number): ExchangeOutcome {
  if (warnings > 0) return 'warning';
  return result.outcome === 'unchanged' ? 'unchanged' : 'success';
}
