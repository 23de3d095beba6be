import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { OpenedShop } from '../../composition/opened-shop.ts';
import { localDateTime } from '../../domain/dates.ts';
import { fail, PasserelleError } from '../../domain/error.ts';
import { bundle } from '../../replay/bundle/bundle.ts';
import type { KnownSecrets } from '../../replay/bundle/secrets.ts';
import { createFindingProgress } from '../check/progress.ts';
import type { ShopCommand } from '../commands/context.ts';
import type { ShopConfiguration } from '../configuration/resolve.ts';
import type { SelectOptions } from '../journal/select-options.ts';
import { selectedIds } from '../journal/selection.ts';
import { writeLine } from '../terminal.ts';
import { BUNDLE_WORDING } from '../wording/bundle.ts';
import { aboutServer } from './about.ts';

export interface BundleCommandOptions extends SelectOptions {
  readonly output?: string;
  readonly withPersonalData?: boolean;
}

export async function writeBundle(
  opened: OpenedShop,
  command: ShopCommand,
  options: BundleCommandOptions & { readonly ids: readonly string[] },
): Promise<void> {
  const { terminal, language, shop, configuration } = command;
  const wording = BUNDLE_WORDING[language];
  const ids = await selectedIds(opened.journal, options.ids, { command, options });
  if (ids.length === 0) return writeLine(terminal.errors, wording.none);
  const now = new Date();
  const file = options.output ?? defaultName(shop, now);
  const path = resolve(terminal.folder, file);
  if (existsSync(path)) throw fail('file_unwritable', { value: path, expected: wording.exists });
  const isRedacted = !options.withPersonalData;
  const progress = createFindingProgress(terminal.errors, wording);
  try {
    const zip = bundle(ids, {
      journal: opened.journal,
      language,
      timeZone: shop.timeZone,
      isRedacted,
      secrets: await knownSecrets(opened, shop),
      about: aboutServer(configuration, shop),
      now,
      onExchange: (done) => progress.show(done, ids.length),
    });
    await writeWhole(path, zip);
  } finally {
    progress.stop();
  }
  await writeLine(terminal.output, wording.written(ids.length, file));
  await writeLine(terminal.errors, isRedacted ? wording.redacted : wording.personal);
}

const defaultName = ({ name, timeZone }: ShopConfiguration, now: Date): string =>
  `passerelle-${name}-${localDateTime(now, timeZone).replace(/\D/g, '').replace(/^.{8}/, '$&-')}.zip`;

async function knownSecrets(
  { accessKeys, apiTokens }: OpenedShop,
  { keys }: ShopConfiguration,
): Promise<KnownSecrets> {
  const made = [...(await accessKeys.keys()), ...(await apiTokens.tokens())];
  return { digests: made.map(({ sha256 }) => sha256), literals: keys ?? [] };
}

/** The file appears when it is whole, and is its owner's alone. Rejects with `file_unwritable`. */
async function writeWhole(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(chunks, createWriteStream(part, { mode: 0o600 }));
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true });
    if (cause instanceof PasserelleError || !(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw fail('file_unwritable', { value: path, expected: cause.message }, cause);
  }
}
