import type { Origin } from '../../domain/origin.ts';
import type { Language } from '../../shop/wording.ts';

/** What `provenance` says, and its help. */
export interface ProvenanceWording {
  readonly help: Readonly<Record<'provenance' | 'reference' | 'json', string>>;
  readonly columns: readonly [field: string, writer: string, when: string, exchange: string, owned: string];
  readonly writers: Readonly<Record<Origin['by'], string>>;
  readonly owned: string;
  readonly none: string;
}

const ENGLISH: ProvenanceWording = {
  help: {
    provenance: 'show who gave each field of a product its value',
    reference: 'the reference of a product or variant',
    json: 'as JSON',
  },
  columns: ['field', 'written by', 'when', 'exchange', ''],
  writers: { erp: 'ERP', shop: 'shop', import: 'import' },
  owned: 'the shop’s own',
  none: 'Nobody has changed this product since who writes is kept.',
};

const FRENCH: ProvenanceWording = {
  help: {
    provenance: 'montre qui a donné sa valeur à chaque champ d’un produit',
    reference: 'la référence d’un produit ou d’une déclinaison',
    json: 'en JSON',
  },
  columns: ['champ', 'écrit par', 'quand', 'échange', ''],
  writers: { erp: 'ERP', shop: 'boutique', import: 'import' },
  owned: 'réservé à la boutique',
  none: 'Personne n’a modifié ce produit depuis que les auteurs sont notés.',
};

export const PROVENANCE_WORDING: Readonly<Record<Language, ProvenanceWording>> = {
  en: ENGLISH,
  fr: FRENCH,
};
