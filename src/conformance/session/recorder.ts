import type { Evidence, Finding } from '../report.ts';
import type { Language } from '../requirement.ts';
import type { RequirementId } from '../requirements/requirements.ts';
import type { Texts } from '../texts.ts';

/** Every reply speaks for `transport.root`: a report shows the failing ones and some of the others. */
const FAILING_KEPT = 20;
const PASSING_KEPT = 5;

interface Record {
  readonly failing: Evidence[];
  readonly passing: Evidence[];
  reason?: string;
}

/** Collects what speaks for and against each requirement. */
export interface Recorder {
  add(id: RequirementId, evidence: Evidence): void;
  /** Why nothing could be observed; evidence overrules it. */
  explain(id: RequirementId, reason: Texts): void;
  read(id: RequirementId): Pick<Finding, 'evidence' | 'reason'>;
}

export function createRecorder(language: Language): Recorder {
  const records = new Map<RequirementId, Record>();
  const recordOf = (id: RequirementId): Record => {
    const record = records.get(id) ?? { failing: [], passing: [] };
    records.set(id, record);
    return record;
  };
  return {
    add(id, evidence) {
      const { failing, passing } = recordOf(id);
      const [list, kept] = evidence.ok ? [passing, PASSING_KEPT] : [failing, FAILING_KEPT];
      if (list.length < kept) list.push(evidence);
    },
    explain(id, reason) {
      recordOf(id).reason = reason[language];
    },
    read(id) {
      const { failing, passing, reason } = recordOf(id);
      return { evidence: [...failing, ...passing], ...(reason === undefined ? {} : { reason }) };
    },
  };
}
