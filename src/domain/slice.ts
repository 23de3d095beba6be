/** What part of a list is asked for: `start` counts from 0; no `count` means all the rest. */
export interface Slice {
  readonly start: number;
  readonly count?: number;
}
