import { instantOf, type LocalDateTime, localDateTime } from '../../domain/dates.ts';

/** Between the Unix seconds that a database keeps and the shop's wall clock. */
export interface WallClock {
  local(unix: number): LocalDateTime;
  unix(local: LocalDateTime): number;
}

export const createWallClock = (timeZone: string): WallClock => ({
  local: (unix) => localDateTime(new Date(unix * 1000), timeZone),
  unix: (local) => Math.floor(instantOf(local, timeZone).getTime() / 1000),
});
