import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface DrainOptions {
  /** How long calls are still taken after the stop was asked for, so that a load balancer notices. */
  readonly announceMs: number;
  /** How long calls under way may then take. */
  readonly graceMs: number;
}

export interface Drain {
  /** To be told of each response before it is begun. */
  observe(response: ServerResponse): void;
  callsUnderWay(): number;
  /** Resolves when every connection is closed, with the number of calls that were cut off. */
  stop(): Promise<number>;
}

/** Ends a server so that every call is answered, or was refused before anything of it was read. */
export function createDrain(server: Server, { announceMs, graceMs }: DrainOptions): Drain {
  const underWay = new Set<ServerResponse>();
  let stopping = false;
  let listening = true;

  const leaving = (): readonly ServerResponse[] =>
    [...underWay].filter(({ writableEnded, writableFinished }) => writableEnded && !writableFinished);

  /** A connection counts as idle from the end of its reply on, though that may still be on its way out. */
  const closeIdle = (): void => {
    if (leaving().length === 0) server.closeIdleConnections();
  };

  const repliesLeft = async (deadline: AbortSignal): Promise<void> => {
    while (!deadline.aborted && leaving().length > 0)
      await Promise.race(leaving().map((response) => once(response, 'close', { signal: deadline }))).catch(
        () => {},
      );
  };

  return {
    observe(response) {
      underWay.add(response);
      if (stopping) response.setHeader('connection', 'close');
      response.once('close', () => {
        underWay.delete(response);
        // A reply whose head was out before the stop has left its connection open.
        if (!listening) setImmediate(closeIdle);
      });
    },
    callsUnderWay: () => underWay.size,
    async stop() {
      stopping = true;
      for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close');
      if (announceMs > 0) await sleep(announceMs);
      const deadline = AbortSignal.timeout(graceMs);
      // `close` ends idle connections too, so that it must not meet a reply on its way out.
      await repliesLeft(deadline);
      let cutOff = 0;
      const cut = (): void => {
        cutOff = underWay.size;
        server.closeAllConnections();
      };
      const closed = new Promise((resolve) => server.close(resolve));
      listening = false;
      deadline.addEventListener('abort', cut);
      if (deadline.aborted) cut();
      await closed;
      deadline.removeEventListener('abort', cut);
      return cutOff;
    },
  };
}
