import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sql } from './database.ts';

/** Where a list stands: the id of the row before a position, so that a page is one index range. */
export interface Checkpoints {
  /** The id of the last row before `start`; undefined when the list is not that long. */
  idBefore(start: number): Promise<number | undefined>;
  /** `id` is the row just before position `start`, seen while the list was `version`. */
  remember(start: number, id: number, version: number): void;
  /** The list's version, to be read before the rows: positions seen in an older one are forgotten. */
  version(): Promise<number>;
}

export interface CheckpointOptions {
  /** Reads a counter that changes whenever the list changes otherwise than by appending. */
  version(): Promise<number>;
  /** Id of the row that stands `count` rows after `id`, or undefined beyond the end. */
  skip(id: number, count: number): Promise<number | undefined>;
}

/** Rows between two checkpoints that are kept for good: a page at any start skips fewer than these. */
export const STRIDE = 2000;
/** Ends of pages just served, the likely starts of the next ones. */
const MAX_PAGE_ENDS = 1000;
const STRIDES_A_TURN = 64;

/**
 * Positions in a list that only ever grows at its end stay true for ever, so they are found once and kept: a page deep
 * in a list of a million then costs what the first one costs. A counter in the database tells when they are not true
 * any more, whichever process changed the list.
 */
export function createCheckpoints({ version, skip }: CheckpointOptions): Checkpoints {
  /** The id before position 0, STRIDE, 2 × STRIDE, … */
  let strides: number[] = [0];
  const pageEnds = new Map<number, number>();
  let seen: number | undefined;

  /** From the nearest stride that is known, one after another. */
  async function climb(stride: number): Promise<number | undefined> {
    // A list that changes meanwhile begins a new array: what is found then goes into this one, and is forgotten.
    const positions = strides;
    let index = Math.min(stride, positions.length - 1);
    let id: number | undefined = positions[index];
    for (; index < stride && id !== undefined; index += 1) {
      id = positions[index + 1] ?? (await skip(id, STRIDE));
      if (id !== undefined) positions[index + 1] = id;
      if (index % STRIDES_A_TURN === 0) await nextTurn();
    }
    return id;
  }

  return {
    async version() {
      const current = await version();
      if (current !== seen) {
        strides = [0];
        pageEnds.clear();
        seen = current;
      }
      return current;
    },
    async idBefore(start) {
      const known = pageEnds.get(start);
      if (known !== undefined) return known;
      const base = await climb(Math.floor(start / STRIDE));
      const rest = start % STRIDE;
      return base === undefined || rest === 0 ? base : skip(base, rest);
    },
    remember(start, id, from) {
      if (from !== seen) return;
      const [oldest] = pageEnds.keys();
      if (pageEnds.size >= MAX_PAGE_ENDS && oldest !== undefined) pageEnds.delete(oldest);
      pageEnds.set(start, id);
      if (start % STRIDE === 0 && start / STRIDE === strides.length) strides.push(id);
    },
  };
}

/** A counter of `list_state`. */
export async function listVersion(sql: Sql, name: string): Promise<number> {
  const row = await sql.get<{ changes: number }>('SELECT changes FROM list_state WHERE name = $1', [name]);
  return row?.changes ?? 0;
}
