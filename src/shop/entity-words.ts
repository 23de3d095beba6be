import type { Entity } from '../domain/entity.ts';

/** Sentences use the protocol's words, which is what people see on both sides of it, in either language. */
const WORDS: Readonly<Record<Entity, string>> = {
  product: 'product',
  variant: 'option',
  customer: 'client',
  price_rule: 'grille',
  order: 'order',
  sales_document: 'document',
  webhook: 'webhook',
  exchange: 'exchange',
  category: 'category',
  image: 'image',
  key: 'key',
  token: 'token',
};

/** A journal may hold words of an earlier version: they are shown as they are. */
export const entityWord = (entity: Entity): string => WORDS[entity] ?? entity;
