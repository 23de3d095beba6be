import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadConfiguration } from '../../src/cli/configuration/load.ts';
import { serve } from '../../src/cli/serve/serve.ts';
import { openStore } from '../../src/store/open.ts';
import { post } from '../support/form.ts';
import { type AtEnd, temporaryFolder } from '../support/temporary.ts';
import { sheet } from './sheet-kinds.ts';

/** Name to content, within a new folder. */
export function folderOf(files: Readonly<Record<string, string>>, atEnd: AtEnd = onTestFinished): string {
  const folder = temporaryFolder(atEnd);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const SHARED = {
  'commun/table.xml': '<t><r k="A">Acmé</r></t>',
  'commun/table.xsl': sheet('<xsl:template name="shared"><shared/></xsl:template>'),
};

interface Shop {
  readonly name: string;
  /** By file name. */
  readonly sheets?: Readonly<Record<string, string>>;
  readonly [setting: string]: unknown;
}

/** The real server, with `settings` of its own, for a test or until `atEnd`. A shop's key is its name. */
export async function serveShops(
  shops: readonly Shop[],
  settings: object = {},
  atEnd: AtEnd = onTestFinished,
) {
  const folder = temporaryFolder(atEnd);
  const configured = shops.map(({ sheets, ...shop }) => ({
    ...shop,
    keys: [`key-${shop.name}`],
    ...(sheets && { sheets: folderOf({ ...SHARED, ...sheets }, atEnd) }),
  }));
  writeFileSync(
    join(folder, 'passerelle.config.json'),
    JSON.stringify({ port: 0, logLevel: 'silent', language: 'en', ...settings, shops: configured }),
  );
  const configuration = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  const printed: string[] = [];
  const server = await serve(configuration, { print: (line) => void printed.push(line) });
  atEnd(() => server.stop());
  return {
    /** The server's own. */
    folder,
    /** What the start says, line by line. */
    printed,
    async ask(name: string, resource: string, data: string | Uint8Array): Promise<string> {
      const fields = [
        ['key', `key-${name}`],
        ['resource', resource],
        ['data', data],
      ] as const;
      return (await post(server.url, fields)).text;
    },
    async store(name: string) {
      const store = await openStore({
        url: `sqlite:${join(folder, 'data', `${name}.sqlite`)}`,
        blobFolder: join(folder, 'data', `${name}-blobs`),
      });
      atEnd(() => store.close());
      return store.backoffice;
    },
  };
}
