import type { Outcome } from '../../parts/tone.ts';

type Advice = 'key' | 'held' | 'failed' | 'refused' | 'warning';

/** What to do about an exchange that did not go smoothly. */
export function adviceFor(outcome: Outcome, reason: string | undefined): Advice | undefined {
  if (reason?.startsWith('key_')) return 'key';
  if (reason?.startsWith('too_many_')) return 'held';
  if (outcome === 'success' || outcome === 'unchanged') return undefined;
  return outcome === 'partly' ? 'refused' : outcome;
}
