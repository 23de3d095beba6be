import { connect, createServer, type Socket } from 'node:net';
import { listen } from '../support/listen.ts';

type Direction = 'request' | 'reply';

/** A place in what passes during one run: so many bytes in one direction. */
export interface Place {
  readonly direction: Direction;
  readonly bytes: number;
  /** Whether it breaks as soon as so many have passed, or when one more comes. */
  readonly when: 'reached' | 'passed';
}

/** One message or a piece of it, as it passed. */
export interface Passed {
  readonly direction: Direction;
  readonly bytes: number;
}

export interface BreakingProxy {
  readonly url: string;
  /** Begins a run: breaks once, at `place`; what comes afterwards passes. */
  breakAt(place: Place | undefined): void;
  hasBroken(): boolean;
  /** What passed since the run began: neighbours of one direction are one message. */
  passed(): readonly Passed[];
  close(): void;
}

export interface ProxyOptions {
  readonly port: () => number;
  /** Instead of cutting the connection: done before anything more passes. */
  readonly act?: () => Promise<void>;
}

/** A wire between a connector and its shop that breaks at an exact byte. */
export async function startProxy({ port, act }: ProxyOptions): Promise<BreakingProxy> {
  let place: Place | undefined;
  let broken = false;
  let messages: { direction: Direction; bytes: number }[] = [];
  const sockets = new Set<Socket>();

  const total = (direction: Direction): number =>
    messages.filter((message) => message.direction === direction).reduce((sum, { bytes }) => sum + bytes, 0);

  function note(direction: Direction, bytes: number): void {
    const last = messages.at(-1);
    if (last?.direction === direction) last.bytes += bytes;
    else messages.push({ direction, bytes });
  }

  /** How many bytes of a chunk pass before it breaks; undefined when it does not. */
  function breakWithin(direction: Direction, length: number): number | undefined {
    if (broken || place?.direction !== direction) return undefined;
    const left = place.bytes - total(direction);
    return (place.when === 'reached' ? length >= left : length > left) ? Math.max(0, left) : undefined;
  }

  async function pass(direction: Direction, chunk: Buffer, { from, to }: Pair): Promise<void> {
    const end = breakWithin(direction, chunk.length);
    note(direction, end ?? chunk.length);
    if (end === undefined) {
      to.write(chunk);
      return;
    }
    broken = true;
    if (!act) {
      to.end(chunk.subarray(0, end));
      from.destroy();
      return;
    }
    to.write(chunk.subarray(0, end));
    from.pause();
    await act();
    from.destroy();
    to.destroy();
  }

  const server = createServer((client) => {
    const shop = connect(port(), '127.0.0.1');
    join('request', { from: client, to: shop });
    join('reply', { from: shop, to: client });
  });

  function join(direction: Direction, pair: Pair): void {
    const { from, to } = pair;
    sockets.add(from);
    from.on('data', (chunk: Buffer) => void pass(direction, chunk, pair));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.end();
    });
  }

  return {
    url: `http://127.0.0.1:${await listen(server)}/webservice`,
    breakAt(next) {
      place = next;
      broken = false;
      messages = [];
    },
    hasBroken: () => broken,
    passed: () => messages,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

interface Pair {
  readonly from: Socket;
  readonly to: Socket;
}

const DIRECTIONS = ['request', 'reply'] as const;

/** Where messages of one direction end, the beginning of the first included. */
function endsIn(passed: readonly Passed[], direction: Direction): readonly number[] {
  const ends = [0];
  for (const message of passed)
    if (message.direction === direction) ends.push((ends.at(-1) ?? 0) + message.bytes);
  return ends;
}

/** In a run that went well: when a message has passed whole, and when one comes but has not passed. */
export const boundariesIn = (passed: readonly Passed[]): readonly Place[] =>
  DIRECTIONS.flatMap((direction) => {
    const ends = endsIn(passed, direction);
    return [
      ...ends.slice(1).map((bytes) => ({ direction, bytes, when: 'reached' }) as const),
      ...ends.slice(0, -1).map((bytes) => ({ direction, bytes, when: 'passed' }) as const),
    ];
  });

/** The boundaries, and places within messages: after the first byte, before the last, and every `stride` bytes. */
export function placesIn(passed: readonly Passed[], stride: number): readonly Place[] {
  const within = DIRECTIONS.flatMap((direction) => {
    const ends = endsIn(passed, direction);
    const last = ends.at(-1) ?? 0;
    const strides = Array.from({ length: Math.floor(last / stride) }, (_, index) => (index + 1) * stride);
    const bytes = new Set([...ends.flatMap((end) => [end - 1, end + 1]), ...strides]);
    return [...bytes]
      .filter((one) => one > 0 && one < last)
      .map((one) => ({ direction, bytes: one, when: 'reached' }) as const);
  });
  return [...boundariesIn(passed), ...within];
}
