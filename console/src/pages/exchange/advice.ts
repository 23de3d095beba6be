import type { Outcome } from '../../parts/tone.ts';

type Advice = 'key' | 'failed' | 'refused' | 'warning';

/** What to do about an exchange that did not go smoothly. */
export function adviceFor(outcome: Outcome, reason: string | undefined): Advice | undefined {
  if (reason?.startsWith('key_')) return 'key';
  if (outcome === 'success' || outcome === 'unchanged') return undefined;
  return outcome === 'partly' ? 'refused' : outcome;
}
