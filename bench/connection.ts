import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createReplyReader } from './reply-reader.ts';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Beyond this a server is taken for dead. */
const SILENCE_MS = 180_000;

interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

/** A keep-alive connection that costs the client next to nothing: whole requests in, replies out, one at a time. */
export interface Connection {
  /** Of the body, only what `onBody` does not take comes with the reply. */
  ask(request: Uint8Array, onBody?: (bytes: Buffer) => void): Promise<Reply>;
  /** Waits for the reply to a request that is written to `socket`. */
  reply(): Promise<Reply>;
  readonly socket: Socket;
  close(): void;
}

interface Asking {
  readonly onBody: ((bytes: Buffer) => void) | undefined;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

export async function openConnection({ host, port }: Address): Promise<Connection> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  let asking: Asking | undefined;
  let parts: Buffer[] = [];

  const fail = (error: Error): void => {
    socket.destroy();
    asking?.reject(error);
    asking = undefined;
  };
  const reader = createReplyReader({
    onBody(bytes) {
      if (asking?.onBody) asking.onBody(bytes);
      else parts.push(bytes);
    },
    onEnd(status) {
      const [only] = parts;
      const body = parts.length === 1 && only ? only : Buffer.concat(parts);
      parts = [];
      asking?.resolve({ status, body });
    },
  });
  socket.on('data', (chunk) => {
    try {
      reader.write(chunk);
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
  socket.setTimeout(SILENCE_MS, () => fail(new Error(`no reply within ${SILENCE_MS / 1000} s`)));
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));

  const wait = (onBody?: (bytes: Buffer) => void): Promise<Reply> =>
    new Promise((resolve, reject) => {
      asking = { onBody, resolve, reject };
    });
  return {
    ask(request, onBody) {
      const reply = wait(onBody);
      socket.write(request);
      return reply;
    },
    reply: () => wait(),
    socket,
    close: () => socket.destroy(),
  };
}
