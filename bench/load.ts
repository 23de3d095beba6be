import { type Address, openConnection } from './connection.ts';

/** Requests that are sent as fast as the replies come. */
export interface Load {
  readonly clients: number;
  readonly seconds: number;
  /** Gives each client what makes its requests; the bytes are sent before it is asked again. */
  messages(): () => Uint8Array;
  /** Whether a reply's body is the right one. */
  accepts(body: Buffer): boolean;
}

/** Gives replies per second. Rejects at the first wrong reply. */
export async function drive(server: Address, load: Load): Promise<number> {
  const connections = await Promise.all(Array.from({ length: load.clients }, () => openConnection(server)));
  const start = performance.now();
  const until = start + load.seconds * 1000;
  let replies = 0;
  try {
    await Promise.all(
      connections.map(async (connection) => {
        const next = load.messages();
        while (performance.now() < until) {
          const { status, body } = await connection.ask(next());
          if (status !== 200 || !load.accepts(body))
            throw new Error(`${status} ${body.toString().slice(0, 500)}`);
          replies += 1;
        }
      }),
    );
    return replies / ((performance.now() - start) / 1000);
  } finally {
    for (const connection of connections) connection.close();
  }
}

/** Long enough for the server's code to be compiled: a round of one client alone would measure the compiler. */
const WARM = { clients: 32, seconds: 3 };

export async function warmUp(
  server: Address,
  load: Pick<Load, 'messages' | 'accepts'>,
  seconds: (seconds: number) => number,
): Promise<void> {
  await drive(server, { ...load, clients: WARM.clients, seconds: seconds(WARM.seconds) });
}
