import type { LocalDateTime } from '../domain/dates.ts';
import type { PriceLevel } from '../domain/product.ts';

/** What a CMS's database does not know of a shop, or what shall differ from what it knows. */
export interface CmsSettings {
  /** The CMS's own folder on this machine: images go below it. Without it no image is kept. */
  readonly siteFolder?: string;
  /** The language of the ERP's texts, as `fr-FR`; by default the site's own. */
  readonly language?: string;
  /** ISO 4217; by default the shop's main currency. */
  readonly currency?: string;
  /** A zone's key or a country's two letters; by default the shop's own. */
  readonly taxZone?: string;
  /** Path of the category of new products that come without one; by default the top. */
  readonly defaultCategory?: readonly string[];
  /** Names of user groups. */
  readonly priceLevels?: Readonly<Partial<Record<PriceLevel, string>>>;
  /** Names of the user groups that the ERP's price categories put customers into. */
  readonly customerGroups?: readonly string[];
  /** The state that an order takes when it is confirmed, where the connector names none: so that it is checked at the start. */
  readonly finalState?: string;
  /** Earlier orders are not offered. */
  readonly ordersSince?: LocalDateTime;
}
