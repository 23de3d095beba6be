import type { Tone } from '../../parts/tone.ts';

/** What `GET /console/shops` says of each. */
export interface ShopState {
  readonly name: string;
  readonly isAway?: true;
  readonly lastRun?: {
    readonly id: string;
    readonly endedAt: string;
    readonly exchanges: number;
    readonly errors: number;
  };
  readonly orders?: number;
  readonly alerts?: number;
}

interface Verdict {
  readonly word: 'away' | 'alerts' | 'errors' | 'never' | 'well';
  readonly tone?: Tone;
}

/** The worst that is known of a shop. */
export function verdictOf({ isAway, lastRun, alerts = 0 }: ShopState): Verdict {
  if (isAway) return { word: 'away', tone: 'error' };
  if (alerts > 0) return { word: 'alerts', tone: 'error' };
  if (!lastRun) return { word: 'never' };
  return lastRun.errors > 0 ? { word: 'errors', tone: 'alert' } : { word: 'well', tone: 'ok' };
}
