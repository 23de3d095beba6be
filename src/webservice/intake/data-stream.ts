import type { Channel } from '../bulk/channel.ts';
import type { FormPart } from './form-part.ts';

export interface DataStreamOptions {
  /**
   * Asked once, when the first bytes of `data` are there: a channel when they can be worked on while they arrive, given
   * the variables that came before them.
   */
  streamData(variables: ReadonlyMap<string, string>, firstBytes: Uint8Array): Promise<Channel | undefined>;
}

/** Hands the part `data` to who works on it while it arrives, if anybody does. */
export interface DataStream {
  /** Gives the number of bytes that left the part's memory. */
  offer(data: FormPart, variables: ReadonlyMap<string, string>): Promise<number>;
  /** Resolves when more may come. */
  drained(): Promise<void>;
  fail(error: unknown): void;
}

export function createDataStream({ streamData }: DataStreamOptions): DataStream {
  let asked = false;
  let channel: Channel | undefined;
  return {
    async offer(data, variables) {
      if (asked || data.size === 0) return 0;
      asked = true;
      channel = await streamData(variables, data.memory());
      return channel ? data.divert(channel.write) : 0;
    },
    drained: async () => channel?.drained(),
    fail: (error) => channel?.fail(error),
  };
}
