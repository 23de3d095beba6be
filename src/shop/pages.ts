/** Where a list goes on: behind the record that has these values in its order. Whoever asks hands it back as it is. */
export type Place = readonly (string | number)[];

export interface PageQuery {
  /** Absent: from the beginning. */
  readonly after?: Place;
  /** Items of the page at most. */
  readonly limit: number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Undefined when nothing follows. */
  readonly next: Place | undefined;
}
