import type { ProfileName } from '../../requirement.ts';

/** How a profile spells a shop's replies. */
export interface Spelling {
  readonly errorStatus: 200 | 400;
  /** `<orders_list><id/><current_state/></orders_list>` once an order. */
  readonly flatOrdersList: boolean;
  readonly dayFirstDates: boolean;
  /** Whether an order may hold what not every reader knows. */
  readonly extras: boolean;
  /** Element of a reply that is not called as its resource. */
  readonly replyElements: Readonly<Record<string, string>>;
}

const V3: Spelling = {
  errorStatus: 200,
  flatOrdersList: false,
  dayFirstDates: false,
  extras: true,
  replyElements: {},
};

export const SPELLINGS: Readonly<Record<ProfileName, Spelling>> = {
  v3: V3,
  'kit-2015': {
    ...V3,
    flatOrdersList: true,
    dayFirstDates: true,
    extras: false,
    replyElements: { update_option: 'update_product', add_grilles: 'add_product' },
  },
  samples: { ...V3, errorStatus: 400, replyElements: { set_order_exported: 'orders_list' } },
};

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const xml = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<connecteur>${content}</connecteur>\n`;

export const leaf = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
