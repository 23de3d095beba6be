import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A client that may misbehave: it sends the bytes it is given, no more. */
export interface RawClient {
  send(bytes: string | Uint8Array): void;
  /** All that came until the server ended or `seconds` passed. */
  received(seconds?: number): Promise<string>;
  readonly closed: Promise<unknown>;
  vanish(): void;
}

export async function rawClient(port: number): Promise<RawClient> {
  const socket: Socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  return {
    send: (bytes) => socket.write(bytes),
    async received(seconds = 5) {
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, seconds * 1000))]);
      return text;
    },
    closed,
    vanish: () => socket.destroy(),
  };
}

export const postHead = (headers: Record<string, string | number>): string =>
  `POST /webservice HTTP/1.1\r\nhost: x\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
