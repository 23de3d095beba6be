import { createReadStream, statSync } from 'node:fs';
import { type Address, openConnection } from './connection.ts';
import { type Field, formAround, KEY } from './forms.ts';

export interface BulkMessage {
  readonly resource: 'add_grilles' | 'add_customer';
  /** Holds `data`. */
  readonly file: string;
  /** `1`: the file is zlib. */
  readonly compression?: '1';
}

/** When what happened, in ms as performance.now() counts. */
export interface BulkTimes {
  readonly start: number;
  /** The last byte has left. */
  readonly sent: number;
  readonly replied: number;
}

/** One request with a large file, as fast as it is taken. Rejects unless the reply is the success of the whole message. */
export async function sendBulk(
  server: Address,
  { resource, file, compression }: BulkMessage,
): Promise<BulkTimes> {
  const fields: readonly Field[] = [
    ['key', KEY],
    ['resource', resource],
    ...(compression === undefined ? [] : [['compression', compression] satisfies Field]),
  ];
  const { before, after } = formAround(fields, statSync(file).size);
  const connection = await openConnection(server);
  const reply = connection.reply();
  try {
    const start = performance.now();
    connection.socket.write(before);
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }))
      await written(connection.socket, chunk);
    await written(connection.socket, after);
    const sent = performance.now();
    const { body } = await reply;
    if (!body.includes(`<${resource}/>`)) throw new Error(`not a success: ${body.toString().slice(0, 1000)}`);
    return { start, sent, replied: performance.now() };
  } finally {
    connection.close();
  }
}

const written = (
  socket: { write(bytes: Buffer, done: (error?: Error | null) => void): unknown },
  bytes: Buffer,
): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
