/** What the shop lists (seed §5, §6). */
export interface KnownReferences {
  readonly products: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
}

export type ProductStep = 'add_product' | 'update_product' | 'update_option' | 'unchanged';

export interface ArticleFacts {
  readonly reference: string;
  /** Of the variants in its block; undefined for an article without one. */
  readonly variants: readonly string[] | undefined;
  /** The shop has accepted exactly this before. */
  readonly isSent: boolean;
}

/**
 * The choice of seed §3. Nothing is unchanged that the shop does not list: it has been emptied, or made anew. A parent
 * with its block has no choice but to be there or not.
 */
export function planArticle(
  { reference, variants, isSent }: ArticleFacts,
  known: KnownReferences,
): ProductStep {
  const isListed = (wanted: string): boolean => known.options.has(wanted) || known.products.has(wanted);
  if (isSent && isListed(reference) && (variants ?? []).every(isListed)) return 'unchanged';
  if (variants) return isListed(reference) ? 'update_product' : 'add_product';
  if (known.options.has(reference)) return 'update_option';
  return known.products.has(reference) ? 'update_product' : 'add_product';
}
