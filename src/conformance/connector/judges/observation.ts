import type { RequirementId } from '../requirements.ts';

/** What a judge sees for or against a requirement; the words are the protocol's own, in no language. */
export interface Observation {
  readonly id: RequirementId;
  readonly ok: boolean;
  readonly what: string;
  /** By default the requirement's sentence. */
  readonly expected?: string;
}

const MOST_FAULTS = 5;

/** One observation a fault, the first few; one that is good where there is none. */
export const judged = (
  id: RequirementId,
  {
    what,
    faults,
    expected,
  }: { readonly what: string; readonly faults: readonly string[]; readonly expected?: string },
): readonly Observation[] => {
  const more = expected === undefined ? {} : { expected };
  return faults.length === 0
    ? [{ id, ok: true, what, ...more }]
    : faults.slice(0, MOST_FAULTS).map((fault) => ({ id, ok: false, what: `${what}: ${fault}`, ...more }));
};
