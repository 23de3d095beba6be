import { type Call, fieldOf, gammesOf, isProductWrite } from '../request/call.ts';

/** More than two slices of 500, and more than one of 1,000: who reads in slices must ask on. */
const CANNED_PRODUCTS = 1_203;
const CANNED_OPTIONS = 1_012;

export type Known = 'product' | 'option';

/** The articles of the scripted shop: its own, those that the person named, and what the connector adds. */
export interface Catalogue {
  readonly list: (kind: Known) => readonly string[];
  /** What the shop knew of it when this run began: by then it was in the lists. */
  readonly knownBefore: (reference: string, run: number) => Known | undefined;
  /** What the shop knows of it now. */
  readonly known: (reference: string) => Known | undefined;
  readonly save: (call: Call, run: number) => void;
}

export function createCatalogue(named: Readonly<Record<Known, readonly string[]>>): Catalogue {
  const articles = new Map<string, { readonly kind: Known; readonly run: number }>();
  const add = (reference: string, kind: Known, run: number): void => {
    if (reference !== '' && !articles.has(reference)) articles.set(reference, { kind, run });
  };
  for (const reference of named.option) add(reference, 'option', 0);
  for (const reference of named.product) add(reference, 'product', 0);
  for (const reference of canned('PCK', CANNED_PRODUCTS)) add(reference, 'product', 0);
  for (const reference of canned('PCK-O', CANNED_OPTIONS)) add(reference, 'option', 0);
  return {
    list: (kind) =>
      [...articles].filter(([, article]) => article.kind === kind).map(([reference]) => reference),
    known: (reference) => articles.get(reference)?.kind,
    knownBefore(reference, run) {
      const article = articles.get(reference);
      return article && article.run < run ? article.kind : undefined;
    },
    save(call, run) {
      if (!isProductWrite(call)) return;
      const isOption = call.resource.endsWith('option');
      add(fieldOf(call, 'reference') ?? '', isOption ? 'option' : 'product', run);
      for (const { name } of gammesOf(call)) add(name.trim(), 'option', run);
    },
  };
}

const canned = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(4, '0')}`);
