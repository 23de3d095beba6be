import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerProcess, type ServerSettings, startServer } from '../../support/server-process.ts';

/** Servers of one shop that die and come back. */
export interface Servers {
  /** One for each, of the last one that ran where none does. */
  urls(): readonly string[];
  kills(): number;
  /** The one of this URL, or another one that runs; at once, if any does. Resolves once it is there again. */
  kill(url: string): Promise<void>;
  /** Resolves once each was seen to be ready to serve; rejects when one is not for long. */
  untilReady(): Promise<void>;
  stop(): Promise<void>;
  /** What the servers said that they should not have had to say. */
  faults(): readonly string[];
}

interface Place {
  readonly data: string;
  server: ServerProcess;
  isDown: boolean;
  /** Settled once it is there again. */
  returning?: Promise<void>;
}

const isUp = ({ isDown }: Place): boolean => !isDown;

export interface ServersOptions {
  readonly count: number;
  /** For what each has of its own. */
  readonly folder: string;
  readonly shop: NonNullable<ServerSettings['shop']>;
}

const LONGEST_MS = 60_000;

export async function startServers({ count, folder, shop }: ServersOptions): Promise<Servers> {
  const places = await Promise.all(Array.from({ length: count }, (_, number) => startPlace(number)));
  const faults: string[] = [];
  let kills = 0;
  let isOver = false;

  async function startPlace(number: number): Promise<Place> {
    const data = join(folder, `server-${number}`);
    mkdirSync(data);
    return { data, server: await startServer(data, { shop }), isDown: false };
  }

  function runningPlace(url: string): Place | undefined {
    const running = places.filter(isUp);
    return running.find(({ server }) => server.url === url) ?? running[0];
  }

  async function end(place: Place, how: 'kill' | 'stop'): Promise<void> {
    const { server } = place;
    place.isDown = true;
    if (server.exitCode() !== null) faults.push(`ended by itself: ${server.log()}`);
    await server[how]();
    faults.push(...server.log().split('\n').filter(isFault));
  }

  async function restart(place: Place): Promise<void> {
    await end(place, 'kill');
    place.server = await startServer(place.data, { shop });
    place.isDown = false;
  }

  return {
    urls: () => places.map(({ server }) => server.url),
    kills: () => kills,
    async kill(url) {
      let place = runningPlace(url);
      for (; !place && !isOver; place = runningPlace(url)) await sleep(10);
      if (!place || isOver) return;
      kills += 1;
      place.returning = restart(place);
      await place.returning;
    },
    async untilReady() {
      const until = performance.now() + LONGEST_MS;
      for (const place of places)
        while (!(await isReady(place.server))) {
          if (performance.now() > until) throw new Error(`not ready for long: ${place.server.log()}`);
          await sleep(20);
        }
    },
    async stop() {
      isOver = true;
      await Promise.allSettled(places.map(({ returning }) => returning));
      await Promise.all(places.filter(isUp).map((place) => end(place, 'stop')));
    },
    faults: () => faults,
  };
}

const isReady = ({ url }: ServerProcess): Promise<boolean> =>
  fetch(new URL('/readyz', url)).then(
    ({ ok }) => ok,
    () => false,
  );

/** Whatever is no log line, and errors that are not the database's absence; a kill may have cut the last line. */
function isFault(line: string): boolean {
  if (line === '') return false;
  if (!line.startsWith('{')) return true;
  return /"level":[56]0/.test(line) && line.endsWith('}') && !line.includes('store_unavailable');
}
