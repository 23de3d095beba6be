import { shopKindOf } from '../../composition/shop-kinds.ts';
import type { Connection } from '../../console/options.ts';
import { defined } from '../../domain/optional.ts';
import type { ShopConfiguration } from '../configuration/resolve.ts';
import { ENDPOINT } from './http/endpoint-route.ts';

/** What a person is told of the link between a shop and its ERP. */
export function connectionOf(
  { name, store, profile, priceRules, importableStates, finalState, fieldMaps }: ShopConfiguration,
  { isFirst }: { readonly isFirst: boolean },
): Connection {
  const kind = shopKindOf(store);
  return {
    paths: [...(isFirst ? [ENDPOINT] : []), `${ENDPOINT}/${name}`],
    profile,
    priceRules,
    orderStates: defined({
      importable: importableStates,
      final: finalState,
      names: fieldMaps?.orderStates,
    }),
    store: kind.shown(store),
    isForeign: kind.examine !== undefined,
  };
}
