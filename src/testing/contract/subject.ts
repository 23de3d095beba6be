import { PRICE_LEVELS, type ProductField } from '../../domain/product.ts';
import type { Capabilities, CapabilityFlag } from '../../shop/capabilities.ts';
import type { ChangeFeed } from '../../shop/change-feed.ts';
import type { Provenance } from '../../shop/provenance.ts';
import type { ShopReader } from '../../shop/reader.ts';
import type { Shop } from '../../shop/shop.ts';
import type { Seed } from '../memory-shop.ts';

/** Facts that some way to a shop cannot bring across, whatever the shop does: a subject may be limited in them. */
export const FACTS = {
  outcomes: 'created, updated or unchanged, and how many of a bulk message were',
  warnings: 'the warnings of a write',
  reasons: 'the stable reason of a refusal',
  reader_names: 'who reads an order',
  clearing_fields: 'a field of a product said to be empty',
  clearing_parts: 'a translation, price level, custom field, image or category path said to be empty',
  clearing_customers: 'a field of a customer said to be empty',
  clearing_rules: 'an option of a price rule said to be empty',
  outer_spaces: 'white space around an e-mail address',
  shared_emails: 'an e-mail address that several customers of the shop have',
  axes_alone: 'the axes of a variant outside its parent’s gammes',
  nested_custom_fields: 'unknown fields of contacts and addresses',
  order_states: 'the state of an order that is read',
  address_names: 'a name in an address of a customer of the shop that is not their own',
  order_names: 'ids and states of orders that are no numbers',
  absent_order_fields: 'whether an optional field of an order is absent or empty',
  full_lists: 'that a price list is the whole truth of its rules',
  document_types: 'the type of a sales document, when its number does not tell it',
  document_files: 'a sales document that comes as data and file at once',
} as const;
export type Fact = keyof typeof FACTS;

/** What the contract is checked on: a fresh, empty shop, a way to read it back, and its own side's doings. */
export interface ContractSubject {
  readonly shop: Shop;
  readonly reader: ShopReader;
  readonly seed: Seed;
  /** Where the shop tells its changes: random operations then compare these too. */
  readonly changeFeed?: ChangeFeed;
  /** Where the shop keeps who wrote what: likewise. */
  readonly provenance?: Provenance;
  /** Makes a confirmed order importable again. Without it the checks that need it are skipped. */
  readonly offerOrderAgain?: (id: string) => Promise<void>;
  /** Puts the shop's clock forward. Without it the checks that need it are skipped. */
  readonly passTime?: (seconds: number) => void;
  /** Facts that do not come across on the way to this shop, each with the reason. */
  readonly limits?: Readonly<Partial<Record<Fact, string>>> | undefined;
  close(): Promise<void>;
}

/** What else must hold for a shop's capabilities, and what is said of a shop for which it does not. */
export interface Condition {
  readonly otherwise: string;
  holds(capabilities: Capabilities): boolean;
}

/** One sentence of the port's contract and its proof. */
export interface Check {
  readonly name: string;
  /** What the shop must be able to keep. `priceLevels`: all of them. */
  readonly capabilities?: readonly (CapabilityFlag | 'priceLevels')[];
  /** Fields of a product that the shop must keep. */
  readonly fields?: readonly ProductField[];
  readonly when?: Condition;
  /** Facts without which the check says nothing. */
  readonly facts?: readonly Fact[];
  readonly means?: readonly ('offerOrderAgain' | 'passTime')[];
  run(subject: ContractSubject): Promise<void>;
}

/** Checks of what a shop without this capability does not have. */
export const needing = (capability: CapabilityFlag, checks: readonly Check[]): readonly Check[] =>
  checks.map((check) => ({ ...check, capabilities: [capability, ...(check.capabilities ?? [])] }));

/** The written reason why a check says nothing about a subject. */
export function reasonToSkip(check: Check, subject: ContractSubject): string | undefined {
  const { capabilities } = subject.shop;
  const lacking = check.capabilities?.find((name) => lacks(capabilities, name));
  if (lacking) return `the shop cannot keep this: its capability "${lacking}" is false`;
  const field = check.fields?.find((name) => !capabilities.productFields.includes(name));
  if (field) return `the shop does not keep the field "${field}"`;
  if (check.when?.holds(capabilities) === false) return `the shop ${check.when.otherwise}`;
  const missing = check.means?.find((name) => subject[name] === undefined);
  if (missing) return `the subject has no ${missing}`;
  const limited = check.facts?.find((fact) => subject.limits?.[fact] !== undefined);
  return limited && `${FACTS[limited]}: ${subject.limits?.[limited]}`;
}

const lacks = (capabilities: Capabilities, name: CapabilityFlag | 'priceLevels'): boolean =>
  name === 'priceLevels'
    ? PRICE_LEVELS.some((level) => !capabilities.priceLevels.includes(level))
    : !capabilities[name];
