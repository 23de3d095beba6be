import type { EndpointLimits } from '../limits.ts';
import type { FormPart } from './form-part.ts';
import type { Spool, SpoolRoom } from './spool.ts';

export interface IntakeMemoryOptions {
  readonly limits: EndpointLimits;
  readonly spool: Spool;
  /** Whether the variables so far hold a right key: only then may a request fill more than a little memory. */
  isTrusted(variables: ReadonlyMap<string, string>): Promise<boolean>;
}

/** The memory of one request: what is over its bound goes to the spool. */
export interface IntakeMemory {
  /** Counts bytes that came, or left where negative. */
  take(bytes: number): void;
  /** Moves the part that grows to the spool if too much is held. */
  settle(growing: FormPart, variables: ReadonlyMap<string, string>): Promise<void>;
  /** Gives back the spool's room. */
  discard(): Promise<void>;
}

const TRUSTED_MEMORY_BYTES = 16 << 20;

export function createIntakeMemory({ limits, spool, isTrusted }: IntakeMemoryOptions): IntakeMemory {
  let held = 0;
  let room: SpoolRoom | undefined;
  return {
    take(bytes) {
      held += bytes;
    },
    async settle(growing, variables) {
      if (held <= limits.unauthenticatedMemoryBytes) return;
      if (held <= TRUSTED_MEMORY_BYTES && (await isTrusted(variables))) return;
      room ??= spool.begin();
      held -= await growing.spill(room);
    },
    discard: async () => room?.discard(),
  };
}
