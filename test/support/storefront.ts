import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from './listen.ts';

const SERVER = fileURLToPath(new URL('../../examples/storefront/server.ts', import.meta.url));
const OWN_PACKAGE = new URL('../../scripts/own-package.ts', import.meta.url).href;

/** The example's storefront, as a process of its own. */
export interface Storefront {
  readonly url: string;
  /** The last one-time link that it printed. */
  link(): string;
  /** What it wrote to standard error. */
  errors(): string;
  stop(): Promise<void>;
}

export function spawnStorefront(environment: Readonly<Record<string, string>>) {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, ['--import', OWN_PACKAGE, SERVER], { env: { PATH, ...environment } });
}

/** Resolves when it is open. */
export async function startStorefront(api: string, token: string): Promise<Storefront> {
  const port = await freePort();
  const child = spawnStorefront({ PASSERELLE_API: api, PASSERELLE_TOKEN: token, PORT: String(port) });
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes(' is open: ')) resolve();
    });
    child.once('exit', () =>
      reject(new Error(`the storefront ended before it was open:\n${output}${errors}`)),
    );
  });
  return {
    url: `http://127.0.0.1:${port}`,
    link: () => [...output.matchAll(/http:\S+\/sign-in\/\S+/g)].at(-1)?.[0] ?? '',
    errors: () => errors,
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}
