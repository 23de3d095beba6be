import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface SharingPooler {
  /** The database's URL through the pooler. */
  readonly url: string;
  close(): void;
}

interface Turn {
  readonly client: Socket;
  readonly message: Buffer;
}

// https://www.postgresql.org/docs/current/protocol-message-formats.html
const QUERY = 'Q';
const READY = 'Z';
const AUTHENTICATION = 'R';

/**
 * What a pooler of transactions comes to when it has one session left: all connections take turns on it, one query each.
 * Passwords are the first connection's business; the others are let in with what the server said to it.
 */
export async function sharingPooler(databaseUrl: string): Promise<SharingPooler> {
  const target = new URL(databaseUrl);
  const database = connect(Number(target.port), target.hostname);
  await once(database, 'connect');
  const clients = new Set<Socket>();
  const turns: Turn[] = [];
  const welcomed = Promise.withResolvers<Buffer>();
  const welcome: Buffer[] = [];
  let current: Socket | undefined;

  const next = (): void => {
    const turn = current ? undefined : turns.shift();
    if (!turn) return;
    current = turn.client;
    database.write(turn.message);
  };

  const fromDatabase = splitter({ startup: false }, (message) => {
    const kind = kindOf(message);
    const ok = kind === AUTHENTICATION && message.readInt32BE(5) === 0;
    if (ok || welcome.length > 0) welcome.push(message);
    current?.write(message);
    if (kind !== READY) return;
    welcomed.resolve(Buffer.concat(welcome));
    current = undefined;
    next();
  });
  database.on('data', fromDatabase);

  const server = createServer((client) => {
    clients.add(client);
    client.on('error', () => {});
    const first = clients.size === 1;
    if (first) current = client;
    else void welcomed.promise.then((greeting) => client.write(greeting));
    const fromClient = splitter({ startup: true }, (message, isStartup) => {
      if (kindOf(message) === QUERY && !isStartup) turns.push({ client, message });
      else if (first && current === client) database.write(message);
      next();
    });
    client.on('data', fromClient);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' && address ? address.port : '');
  return {
    url: url.href,
    close() {
      server.close();
      database.destroy();
      for (const client of clients) client.destroy();
    },
  };
}

const kindOf = (message: Buffer): string => String.fromCharCode(message[0] ?? 0);

/** Cuts what arrives into messages; a client's first one has no letter before its length. */
function splitter(
  { startup }: { readonly startup: boolean },
  take: (message: Buffer, isStartup: boolean) => void,
): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isStartup = startup;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const before = isStartup ? 0 : 1;
      if (rest.length < before + 4) return;
      const length = before + rest.readInt32BE(before);
      if (rest.length < length) return;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      const wasStartup = isStartup;
      isStartup = false;
      take(message, wasStartup);
    }
  };
}
