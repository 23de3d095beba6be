import { connect, createServer, type Socket } from 'node:net';
import { listen } from './listen.ts';

export interface CuttingProxy {
  /** The database's URL through the proxy. */
  readonly url: string;
  close(): void;
}

/**
 * A network between client and database that breaks once the client says `word`: `before` it reaches the database, or
 * `after`, so that the database has it and its answer gets lost.
 */
export async function cuttingProxy(
  databaseUrl: string,
  word: string,
  moment: 'before' | 'after',
): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const cut = (): void => {
      client.destroy();
      database.destroy();
    };
    let said = false;
    client.on('data', (bytes) => {
      said ||= bytes.includes(word);
      if (said && moment === 'before') cut();
      else database.write(bytes);
    });
    database.on('data', (bytes) => {
      if (said) cut();
      else client.write(bytes);
    });
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', cut).on('close', cut);
    }
  });
  const port = await listen(server);
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
