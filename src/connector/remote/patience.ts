import { TimeOut } from './unavailable.ts';

/** Seconds. */
export interface Timeouts {
  /** Until the connection stands, TLS included. */
  readonly connect: number;
  /** Without a byte from the other end, or one that it takes. */
  readonly silence: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = { connect: 10, silence: 120 };

/** How long the other end is waited for; our own side's slowness never counts. */
export interface Patience {
  forConnection(): void;
  /** Starts again with each call. */
  forReply(): void;
  pause(): void;
  /** Nothing starts it again. */
  end(): void;
}

export function createPatience(
  { connect, silence }: Timeouts,
  onExpired: (error: TimeOut) => void,
): Patience {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const pause = (): void => clearTimeout(timer);
  const wait = (seconds: number, why: string): void => {
    pause();
    if (!isOver) timer = setTimeout(() => onExpired(new TimeOut(why)), seconds * 1000);
  };
  return {
    forConnection: () => wait(connect, `no connection within ${connect} s`),
    forReply: () => wait(silence, `no answer for ${silence} s`),
    pause,
    end() {
      isOver = true;
      pause();
    },
  };
}
