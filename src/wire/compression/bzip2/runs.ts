import type { Block } from './block.ts';

/** Four equal bytes are followed by a count of how many more there are. */
const RUN_LENGTH = 4;

export interface RunDecoder {
  /** Fills `target` with the block's next bytes; fewer than its length only at the block's end. */
  decodeInto(target: Uint8Array): number;
}

/** Walks a linked block and undoes the run lengths that bzip2 writes before all else. */
export function createRunDecoder(block: Block): RunDecoder {
  const state: State = {
    column: block.column,
    position: (block.column[block.origin] ?? 0) >>> 8,
    remaining: block.length,
    previous: -1,
    equal: 0,
    pending: 0,
  };
  return {
    decodeInto(target) {
      let at = 0;
      while (at < target.length && (state.pending > 0 || state.remaining > 0)) {
        at = repeatPending(state, target, at);
        at = copyToNextRun(state, target, at);
      }
      return at;
    },
  };
}

interface State {
  readonly column: Int32Array;
  position: number;
  remaining: number;
  previous: number;
  /** How many bytes equal to `previous` were written one by one. */
  equal: number;
  /** How many more of `previous` are to be written. */
  pending: number;
}

function repeatPending(state: State, target: Uint8Array, from: number): number {
  const end = Math.min(target.length, from + state.pending);
  if (end > from) target.fill(state.previous, from, end);
  state.pending -= end - from;
  return end;
}

/** Ends after a run's count, or where the target or the block does. The hot loop works on locals. */
function copyToNextRun(state: State, target: Uint8Array, from: number): number {
  const { column } = state;
  let { position, remaining, previous, equal } = state;
  let at = from;
  while (remaining > 0 && at < target.length) {
    remaining--;
    const entry = column[position] ?? 0;
    position = entry >>> 8;
    const byte = entry & 0xff;
    if (equal === RUN_LENGTH) {
      state.pending = byte;
      equal = 0;
      break;
    }
    equal = byte === previous ? equal + 1 : 1;
    previous = byte;
    target[at++] = byte;
  }
  state.position = position;
  state.remaining = remaining;
  state.previous = previous;
  state.equal = equal;
  return at;
}
