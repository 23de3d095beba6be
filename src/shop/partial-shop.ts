import { fail } from '../domain/error.ts';
import type { Capabilities } from './capabilities.ts';
import { OPERATION_NAMES, OPERATIONS, type OperationName, type Operations } from './operations.ts';
import type { Shop } from './shop.ts';

/**
 * A shop that does no more than what is given: other lists are empty, everything else is refused with `unsupported`. Its
 * capabilities must say so, or callers are promised what is refused later.
 */
export function partialShop(
  capabilities: Capabilities,
  { close, ...operations }: Partial<Operations> & Partial<Pick<Shop, 'close'>>,
): Shop {
  const others = OPERATION_NAMES.map((name) => [
    name,
    OPERATIONS[name].kind === 'list' ? none : refusing(name),
  ]);
  return {
    ...(Object.fromEntries(others) as Operations),
    ...operations,
    capabilities,
    close: async () => close?.(),
  };
}

async function* none() {}

const refusing = (name: OperationName) => async (): Promise<never> => {
  throw fail('unsupported', { field: name });
};
