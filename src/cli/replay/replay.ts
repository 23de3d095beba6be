import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { OpenedShop } from '../../composition/opened-shop.ts';
import { fail } from '../../domain/error.ts';
import { openCopy, withTemporaryFolder } from '../../replay/copy.ts';
import { refuseHandOver } from '../../replay/hand-over.ts';
import { replayExchange } from '../../replay/replay-exchange.ts';
import { type ReplayResult, replayMany } from '../../replay/replay-many.ts';
import type { ReplayTarget } from '../../replay/target.ts';
import type { OpenSheets } from '../../sheets/sheets.ts';
import type { RecordedExchange } from '../../shop/journal.ts';
import { createSpool } from '../../webservice/intake/spool.ts';
import { decodeText } from '../../wire/xml/text.ts';
import type { ShopCommand } from '../commands/context.ts';
import { requireConfirmation } from '../confirm.ts';
import { interruption } from '../interruption.ts';
import type { SelectOptions } from '../journal/select-options.ts';
import { selectedIds } from '../journal/selection.ts';
import { endpointLimits, servedSettings, shopSpec } from '../serve/settings.ts';
import { openShopSheets } from '../serve/shops/shop-sheets.ts';
import { writeLine } from '../terminal.ts';
import { REPLAY_WORDING } from '../wording/replay.ts';
import { reportResults } from './report.ts';

export interface ReplayOptions extends SelectOptions {
  readonly edit?: string;
  readonly saveRequest?: string;
  readonly forReal?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

interface Asked extends ReplayOptions {
  readonly ids: readonly string[];
}

export async function replay(opened: OpenedShop, command: ShopCommand, asked: Asked): Promise<void> {
  const { terminal, language, shop } = command;
  const wording = REPLAY_WORDING[language];
  const { edit, saveRequest, forReal = false, yes = false } = asked;
  if (saveRequest !== undefined) return save(await theOne(opened, command, asked), saveRequest, command);
  const edited = edit === undefined ? undefined : await readRequest(resolve(terminal.folder, edit));
  const one = edited === undefined ? undefined : await theOne(opened, command, asked);
  const ids = one ? [one.id] : await selectedIds(opened.journal, asked.ids, { command, options: asked });
  if (ids.length === 0) return writeLine(terminal.errors, wording.none);
  if (forReal && !yes) await requireConfirmation(terminal, wording.question(ids.length, shop.name));
  const signal = interruption();
  await withTemporaryFolder(async (folder) => {
    if (!forReal) await writeLine(terminal.errors, wording.copying);
    const sheets = await openShopSheets(shop);
    const target = forReal ? opened : await openCopy(shopSpec(shop), folder);
    try {
      const to = replayTarget({ opened: target, sheets }, command, folder);
      const refuse = forReal && asked.ids.length === 0 ? { refuse: refuseHandOver } : {};
      const results =
        one && edited !== undefined
          ? replayEdited(one, to, edited)
          : replayMany(ids, { source: opened, target: to, signal, ...refuse });
      await reportResults(results, command, {
        ...asked,
        forReal,
        total: ids.length,
        isEdited: one !== undefined,
        signal,
      });
    } finally {
      sheets?.close();
      if (!forReal) await target.close();
    }
  });
}

function replayTarget(
  { opened, sheets }: { readonly opened: OpenedShop; readonly sheets: OpenSheets | undefined },
  { shop, configuration }: ShopCommand,
  folder: string,
): ReplayTarget {
  const limits = endpointLimits(configuration.limits);
  return {
    shop: opened,
    served: { ...servedSettings(shop), ...(sheets && { transformXml: sheets }) },
    limits,
    spool: createSpool(join(folder, 'spool'), limits),
    payloadCharacters: configuration.journal.payloadBytes,
  };
}

async function* replayEdited(
  before: RecordedExchange,
  target: ReplayTarget,
  edited: string,
): AsyncGenerator<readonly ReplayResult[]> {
  yield [{ ok: true, replay: await replayExchange(before, target, edited) }];
}

/** Of what is done with one exchange alone. */
async function theOne(
  { journal }: OpenedShop,
  { language }: ShopCommand,
  { ids, edit, saveRequest }: Asked,
): Promise<RecordedExchange> {
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0) {
    const { oneExpected: expected } = REPLAY_WORDING[language];
    const [field, value] = saveRequest === undefined ? ['--edit', edit] : ['--save-request', saveRequest];
    throw fail('option_invalid', { field, value: value ?? '', expected });
  }
  const found = await journal.exchange(id);
  if (found) return found;
  throw fail('exchange_unknown', { value: id });
}

async function save(
  { id, request, isRequestCut }: RecordedExchange,
  file: string,
  command: ShopCommand,
): Promise<void> {
  const { terminal, language } = command;
  if (!request) throw fail('request_not_kept', { entity: 'exchange', record: id });
  if (isRequestCut) throw fail('request_cut', { entity: 'exchange', record: id });
  const path = resolve(terminal.folder, file);
  try {
    await writeFile(path, request, { mode: 0o600 });
  } catch (error) {
    throw fail('file_unwritable', { value: path, expected: messageOf(error) }, error);
  }
  await writeLine(terminal.errors, REPLAY_WORDING[language].saved(file));
}

async function readRequest(path: string): Promise<string> {
  try {
    return decodeText(await readFile(path));
  } catch (error) {
    throw fail('file_unreadable', { value: path, expected: messageOf(error) }, error);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
