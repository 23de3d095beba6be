import { localDateTime, parseLocalDateTime } from '../../domain/dates.ts';
import type { Caller } from './caller.ts';

const HOUR_MS = 3_600_000;

interface UseNotesOptions {
  readonly now: () => number;
  readonly onFailure: ((error: unknown) => void) | undefined;
}

/** Notes when a token is used, in hours: one write an hour for each token, however often it calls. */
export function createUseNotes({ now, onFailure }: UseNotesOptions): (caller: Caller) => void {
  const noted = new Map<string, number>();
  return ({ shop, token: { id } }) => {
    const hour = Math.floor(now() / HOUR_MS);
    const place = `${shop.name} ${id}`;
    if (noted.get(place) === hour) return;
    noted.set(place, hour);
    const at = parseLocalDateTime(
      `${localDateTime(new Date(hour * HOUR_MS), shop.timeZone).slice(0, 13)}:00:00`,
    );
    if (at !== undefined)
      void shop
        .opened()
        .apiTokens.noteTokenUse(id, at)
        .catch((error) => onFailure?.(error));
  };
}
