/** The first of a list that comes in batches and was asked for one more than `limit`: that one tells whether anything follows. */
export async function firstOf<Item extends { readonly id: string }>(
  batches: AsyncIterable<readonly Item[]>,
  limit: number,
): Promise<{ readonly shown: readonly Item[]; readonly next: readonly [string] | undefined }> {
  const found: Item[] = [];
  for await (const batch of batches) found.push(...batch);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { shown, next: last && [last.id] };
}
