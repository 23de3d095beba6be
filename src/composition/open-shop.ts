import { withTransforms } from '../decorators/transforms/transforms.ts';
import { withinCapabilities } from '../decorators/within-capabilities/within-capabilities.ts';
import type { Shop } from '../shop/shop.ts';
import { decorated, loadDecorators } from './decorators.ts';
import type { ComposedShop } from './opened-shop.ts';
import { readOnly } from './read-only.ts';
import { SHOP_KINDS, shopKindOf } from './shop-kinds.ts';
import type { ShopSpec } from './shop-spec.ts';
import { loadTransforms } from './transforms.ts';

/**
 * Opens a shop: the one place where a stack is put together, whoever asks it, on whatever thread. From the inside: the
 * shop of its kind, its capabilities' limits, its decorators, its transformations. Rejects with `store_unavailable` when the shop does not
 * answer, with another error when it cannot be opened at all.
 */
export async function openShop(spec: ShopSpec, kinds = SHOP_KINDS): Promise<ComposedShop> {
  const kind = shopKindOf(spec.url, kinds);
  const decorators = await loadDecorators(spec.decorators);
  const transforms = spec.transforms && (await loadTransforms(spec.transforms));
  const opened = await kind.open(spec);
  const stacked = async (bottom: Shop): Promise<Shop> => {
    const bare = await decorated(withinCapabilities(bottom), decorators);
    return transforms ? withTransforms(bare, transforms) : bare;
  };
  let untouched: Promise<Shop> | undefined;
  try {
    const shop = await stacked(opened.shop);
    return {
      ...opened,
      shop,
      untouched: () => (untouched ??= stacked(readOnly(opened.shop, opened.reader))),
      async close() {
        await (await untouched)?.close();
        await shop.close();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
