/** A bulk message as a whole: only one that came to its end is looked at. */
export async function collected<Batch>(batches: AsyncIterable<Batch>): Promise<readonly Batch[]> {
  const all: Batch[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}
