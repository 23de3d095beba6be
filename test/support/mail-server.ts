import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  /** `smtp://127.0.0.1:PORT` */
  readonly url: string;
  /** As they came: headers and text. */
  readonly mails: readonly string[];
  /** Answers every mail with an error from now on, or takes them again. */
  refuse(isRefusing: boolean): void;
  close(): Promise<void>;
}

/** Takes mail over real SMTP. */
export async function startMailServer(): Promise<MailServer> {
  const mails: string[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusing) return done(new Error('refused'));
        mails.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('it listens on a port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    refuse: (isRefusing) => {
      refusing = isRefusing;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
