export interface CategoryChange {
  /** The category that the ERP named before. */
  readonly before: number | null;
  /** The one that it names now. */
  readonly after: number | null;
  readonly defaultCategory: number;
}

/**
 * Which of its categories a product leaves, and which one it joins: it goes into the ERP's and out of the one that the
 * ERP named before, or the default one; what a person chose stays. A product in no category at all would be visible
 * nowhere: it goes into the default one.
 */
export function categoryLinks(
  categories: readonly number[],
  { before, after, defaultCategory }: CategoryChange,
): { readonly leaving: readonly number[]; readonly joining: number | undefined } {
  const chosen = categories.filter((category) => category !== before);
  const isDefault = chosen.length === 1 && chosen[0] === defaultCategory;
  const staying = isDefault && after !== null ? [] : chosen;
  const wanted = after ?? (staying.length === 0 ? defaultCategory : undefined);
  return {
    leaving: categories.filter((category) => category !== wanted && !staying.includes(category)),
    joining: wanted === undefined || categories.includes(wanted) ? undefined : wanted,
  };
}
