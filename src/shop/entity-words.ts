import type { Entity } from '../domain/entity.ts';
import type { Language } from './sentences/sentence.ts';

const WORDS: Readonly<Record<Entity, Readonly<Record<Language, string>>>> = {
  product: { fr: 'produit', en: 'product' },
  variant: { fr: 'déclinaison', en: 'variant' },
  customer: { fr: 'client', en: 'customer' },
  price_rule: { fr: 'tarif', en: 'price rule' },
  order: { fr: 'commande', en: 'order' },
  sales_document: { fr: 'document', en: 'document' },
  webhook: { fr: 'webhook', en: 'webhook' },
  exchange: { fr: 'échange', en: 'exchange' },
  category: { fr: 'catégorie', en: 'category' },
  image: { fr: 'image', en: 'image' },
  key: { fr: 'clé', en: 'key' },
  token: { fr: 'jeton', en: 'token' },
};

/** What sentences call a record. A journal may hold words of an earlier version: they are shown as they are. */
export const entityWord = (entity: Entity, language: Language): string => WORDS[entity]?.[language] ?? entity;
