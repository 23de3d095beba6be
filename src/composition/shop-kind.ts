import type { Examination } from '../adapters/examination.ts';
import type { StorePlace } from '../store/database-kind.ts';
import type { OpenedShop } from './opened-shop.ts';
import type { ShopSpec } from './shop-spec.ts';

/** A kind of place that a shop's data can be in, told by the beginning of its URL. */
export interface ShopKind extends StorePlace {
  /** The shop itself, before anything stands before it. Rejects with `store_unavailable` or `option_invalid`. */
  open(spec: ShopSpec): Promise<OpenedShop>;
  /** Looks for what is wrong or strange, and changes nothing. Absent: that it opens is all there is to be seen. */
  examine?(spec: ShopSpec): Promise<Examination>;
}
