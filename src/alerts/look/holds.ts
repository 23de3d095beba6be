import type { Finding, Look } from '../finding.ts';

/** Runs that the guard has stopped, and about which nobody has decided. */
export async function heldRuns({ sources: { guardDesk } }: Look): Promise<readonly Finding[]> {
  const holds = (await guardDesk?.holds()) ?? [];
  return holds
    .filter(({ status }) => status === 'held')
    .map(({ id, kind, count, catalogue }) => ({
      kind: 'run_held',
      subject: id,
      facts: { what: kind, count, catalogue },
    }));
}
