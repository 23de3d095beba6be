import type { Alert } from '../shop/alerts.ts';
import type { Finding } from './finding.ts';

export interface BookChanges {
  /** Everything that has to be written. */
  readonly alerts: readonly Alert[];
  /** Those among them that people are to be told of. */
  readonly toTell: readonly Alert[];
}

export interface BookOptions {
  readonly now: string;
  readonly createId: () => string;
  /** Kinds that were looked for: what was not, is not over. */
  readonly looked: ReadonlySet<Alert['kind']>;
  /** How long it takes until people are told again of what still holds. */
  readonly repeatMs: number;
}

const placeOf = ({ kind, subject }: Finding): string => `${kind} ${subject}`;

/** What findings do to the alerts that were open: raised, seen again, told again, over. */
export function bookChanges(
  open: readonly Alert[],
  findings: readonly Finding[],
  { now, createId, looked, repeatMs }: BookOptions,
): BookChanges {
  const known = new Map(open.map((alert) => [placeOf(alert), alert]));
  const found = new Set(findings.map(placeOf));
  const holding = findings.map((finding): Alert => {
    const before = known.get(placeOf(finding));
    return before
      ? { ...before, facts: finding.facts, seenAt: now }
      : { ...finding, id: createId(), raisedAt: now, seenAt: now };
  });
  const toTell = holding
    .filter(({ toldAt }) => toldAt === undefined || Date.parse(now) - Date.parse(toldAt) >= repeatMs)
    .map((alert): Alert => ({ ...alert, toldAt: now }));
  const told = new Map(toTell.map((alert) => [alert.id, alert]));
  const over = open
    .filter((alert) => looked.has(alert.kind) && !found.has(placeOf(alert)))
    .map((alert): Alert => ({ ...alert, resolvedAt: now }));
  return { alerts: [...holding.map((alert) => told.get(alert.id) ?? alert), ...over], toTell };
}
