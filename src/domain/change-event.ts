import type { Entity } from './entity.ts';
import type { Origin } from './origin.ts';

/** The records whose changes are told. Price rules are told by the set that they belong to: its source and rule. */
export const CHANGED_ENTITIES = [
  'product',
  'variant',
  'customer',
  'order',
  'price_rule',
  'sales_document',
] as const satisfies readonly Entity[];
export type ChangedEntity = (typeof CHANGED_ENTITIES)[number];

/** `retired`: it is kept, but does not count any more. */
export const CHANGE_OPERATIONS = ['created', 'updated', 'retired'] as const;
export type ChangeOperation = (typeof CHANGE_OPERATIONS)[number];

/** What one write did to one record. */
export interface NotedChange {
  readonly entity: ChangedEntity;
  /** A reference, a customer's id in the shop, an order's id, a document's number; of price rules `SOURCE/RULE`. */
  readonly key: string;
  readonly operation: ChangeOperation;
  /** The record's fields that have another value now, by their names in the records; empty where it was created. */
  readonly fields: readonly string[];
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly origin: Origin;
  /** The ERP's code of a customer, once known. */
  readonly code?: string;
  /** Of price rules. */
  readonly rules?: ChangedRules;
}

/** What one price list did to the rules of one set. */
export interface ChangedRules {
  readonly source: string;
  readonly rule: string;
  /** How many rules of the set. */
  readonly created: number;
  readonly updated: number;
  readonly retired: number;
}

/** A change as the feed tells it. */
export interface ChangeEvent extends NotedChange {
  /** The same whenever and to whomever it is told. */
  readonly id: string;
  /** 1, 2, 3 … without gaps, in the order in which the changes took effect: a cursor. */
  readonly sequence: number;
}

export const ruleSetKey = ({ source, rule }: Pick<ChangedRules, 'source' | 'rule'>): string =>
  `${source}/${rule}`;
