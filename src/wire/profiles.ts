import type { ProfileName } from './messages/codec.ts';

/**
 * How a generation of connectors and shops spells things (docs/protocol.md, "Replies"). Codecs ask these flags, never
 * a profile's name.
 */
export interface Profile {
  /** HTTP status of a reply that holds an `<error>`. */
  readonly errorStatus: 200 | 400;
  /** `<orders_list><id/><current_state/></orders_list>` once an order, instead of `<order>` elements in one list. */
  readonly flatOrdersList: boolean;
  /** How `date_add` is written in `orders`. */
  readonly orderDates: 'yyyy-mm-dd hh:mm:ss' | 'dd/mm/yyyy';
  /** Whether `orders` may hold the elements that not every reader knows. */
  readonly orderExtras: boolean;
  /** The element that a resource's reply is in, where it is not the resource's own name. */
  readonly replyElements: Readonly<Record<string, string>>;
}

const V3: Profile = {
  errorStatus: 200,
  flatOrdersList: false,
  orderDates: 'yyyy-mm-dd hh:mm:ss',
  orderExtras: true,
  replyElements: {},
};

/** `v3` is the specification; `kit-2015` serves old readers; `samples` does as the official sample shops do. */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  v3: V3,
  'kit-2015': {
    ...V3,
    flatOrdersList: true,
    orderDates: 'dd/mm/yyyy',
    orderExtras: false,
    replyElements: { update_option: 'update_product', add_grilles: 'add_product' },
  },
  samples: {
    ...V3,
    errorStatus: 400,
    replyElements: { set_order_exported: 'orders_list' },
  },
};

export const profileOf = ({ profile }: { readonly profile: ProfileName }): Profile => PROFILES[profile];
