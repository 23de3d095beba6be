import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { OpenedShop } from '../../composition/opened-shop.ts';
import { fail, PasserelleError } from '../../domain/error.ts';
import { idsOf } from '../../replay/select.ts';
import { createFindingProgress } from '../check/progress.ts';
import type { ShopCommand } from '../commands/context.ts';
import type { SelectOptions } from '../journal/select-options.ts';
import { selectionOf } from '../journal/selection.ts';
import { writeLine } from '../terminal.ts';
import { BUNDLE_WORDING } from '../wording/bundle.ts';
import { aboutServer } from './about.ts';
import { bundleName, shopBundle } from './shop-bundle.ts';

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
  const ids = await idsOf(
    opened.journal,
    await selectionOf(opened.journal, options.ids, { command, options }),
  );
  if (ids.length === 0) return writeLine(terminal.errors, wording.none);
  const now = new Date();
  const file = options.output ?? `${bundleName(shop, now)}.zip`;
  const path = resolve(terminal.folder, file);
  if (existsSync(path)) throw fail('file_unwritable', { value: path, expected: wording.exists });
  const isRedacted = !options.withPersonalData;
  const progress = createFindingProgress(terminal.errors, wording);
  try {
    const zip = await shopBundle(ids, {
      opened,
      shop: { ...shop, about: aboutServer(configuration, shop) },
      language,
      isRedacted,
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
