import type { Evidence } from '../report.ts';
import type { Observation } from './judges/observation.ts';

const MOST_FAILING = 10;
const MOST_PASSING = 3;

interface Entry {
  readonly failing: Evidence[];
  readonly passing: Evidence[];
}

/** Evidence by requirement: all the failures are counted on, the first few are kept. */
export interface EvidenceBook {
  readonly add: (
    observation: Observation,
    texts: { readonly sent: string; readonly received: string; readonly expected: string },
  ) => void;
  /** Failing ones first. */
  readonly of: (id: string) => readonly Evidence[];
}

export function createEvidenceBook(): EvidenceBook {
  const entries = new Map<string, Entry>();
  return {
    add({ id, ok, what }, texts) {
      const entry = entries.get(id) ?? { failing: [], passing: [] };
      entries.set(id, entry);
      const kept = ok ? entry.passing : entry.failing;
      if (kept.length < (ok ? MOST_PASSING : MOST_FAILING)) kept.push({ what, ok, ...texts });
    },
    of(id) {
      const { failing = [], passing = [] } = entries.get(id) ?? {};
      return [...failing, ...passing];
    },
  };
}
