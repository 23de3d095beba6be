/** What a shop can keep. Callers and tests read these flags; a shop never pretends. */
export interface Capabilities {
  readonly variants: boolean;
  readonly translations: boolean;
  readonly priceLevels: boolean;
  readonly categoryPrices: boolean;
  readonly customFields: boolean;
  readonly images: boolean;
  readonly customers: boolean;
  readonly priceRules: boolean;
  readonly salesDocuments: boolean;
  readonly tracking: boolean;
}

export const ALL_CAPABILITIES: Capabilities = {
  variants: true,
  translations: true,
  priceLevels: true,
  categoryPrices: true,
  customFields: true,
  images: true,
  customers: true,
  priceRules: true,
  salesDocuments: true,
  tracking: true,
};
