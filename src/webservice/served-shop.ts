import type { Journal } from '../shop/journal.ts';
import type { PriceRuleMode, Shop } from '../shop/shop.ts';
import type { Language } from '../shop/wording.ts';
import type { WireOptions } from '../wire/messages/codec.ts';
import type { KeyRing } from './gate.ts';
import type { XmlTransforms } from './xml-transforms.ts';

/** A shop as the endpoint serves it. */
export interface ServedShop {
  /** The NAME of `/webservice/NAME`. */
  readonly name: string;
  readonly shop: Shop;
  readonly keys: KeyRing;
  /** Where exchanges are recorded; none when the shop has no place for them. */
  readonly journal?: Pick<Journal, 'recordExchange'>;
  readonly wire: WireOptions;
  /** Of error replies. */
  readonly language: Language;
  readonly priceRuleMode: PriceRuleMode;
  /** The state that `set_order_exported` sets when the connector names none. */
  readonly finalState?: string;
  /** None where no message is transformed as XML. */
  readonly transformXml?: XmlTransforms;
}
