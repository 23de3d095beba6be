import type { Finding, Look } from '../finding.ts';

const MOST = 100;

/** Rules between which nothing but the lower price decides: the ERP's lists say two things. */
export async function contradictions({ sources: { quotes } }: Look): Promise<readonly Finding[]> {
  if (!quotes) return [];
  let count = 0;
  let first: string | undefined;
  for await (const { conflicts } of quotes.priceConflicts()) {
    count += conflicts.length;
    first ??= conflicts[0]?.reference;
    if (count >= MOST) break;
  }
  return first === undefined
    ? []
    : [{ kind: 'prices_contradict', subject: '', facts: { count: Math.min(count, MOST), first } }];
}
