import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OpenedShop } from '../../composition/opened-shop.ts';
import { fail } from '../../domain/error.ts';
import { defined } from '../../domain/optional.ts';
import { temporaryFolder } from '../../replay/copy.ts';
import { refusedForReal } from '../../replay/hand-over.ts';
import { replayMany } from '../../replay/replay-many.ts';
import { idsOf } from '../../replay/select.ts';
import type { ReplayTarget } from '../../replay/target.ts';
import type { RecordedExchange } from '../../shop/journal.ts';
import { knownExchange } from '../../shop/known-exchange.ts';
import { decodeText } from '../../wire/xml/text.ts';
import type { ShopCommand } from '../commands/context.ts';
import { requireConfirmation } from '../confirm.ts';
import { interruption } from '../interruption.ts';
import type { SelectOptions } from '../journal/select-options.ts';
import { selectionOf } from '../journal/selection.ts';
import { writeLine } from '../terminal.ts';
import { REPLAY_WORDING } from '../wording/replay.ts';
import { reportResults } from './report.ts';
import { onCopy, replaySettings, replayTarget, withSheets } from './settings.ts';

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
  const { terminal, language, shop, configuration } = command;
  const wording = REPLAY_WORDING[language];
  const { edit, saveRequest, forReal = false, yes = false } = asked;
  if (saveRequest !== undefined) return save(await theOne(opened, command, asked), saveRequest, command);
  const edited = edit === undefined ? undefined : await readRequest(resolve(terminal.folder, edit));
  if (edited !== undefined) await theOne(opened, command, asked);
  const selection = await selectionOf(opened.journal, asked.ids, { command, options: asked });
  const ids = await idsOf(opened.journal, selection, { withoutReplays: true });
  if (ids.length === 0) return writeLine(terminal.errors, wording.none);
  if (forReal && !yes) await requireConfirmation(terminal, wording.question(ids.length, shop.name));
  const signal = interruption();
  const settings = replaySettings(shop, configuration);
  const refused = forReal ? refusedForReal(selection) : {};
  const replayOn = (target: ReplayTarget): Promise<void> =>
    reportResults(
      replayMany(ids, { source: opened, target, signal, ...refused, ...defined({ edited }) }),
      command,
      { ...asked, forReal, total: ids.length, isEdited: edited !== undefined, signal },
    );
  if (!forReal) await writeLine(terminal.errors, wording.copying);
  const { path: folder, remove } = await temporaryFolder();
  try {
    if (!forReal) return await onCopy(settings, folder, replayOn);
    await withSheets(settings, (transformXml) =>
      replayOn(replayTarget(settings, { opened, folder, ...defined({ transformXml }) })),
    );
  } finally {
    await remove();
  }
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
  return knownExchange(journal, id);
}

async function save(
  { id, request, isRequestCut }: RecordedExchange,
  file: string,
  command: ShopCommand,
): Promise<void> {
  const { terminal, language } = command;
  const wording = REPLAY_WORDING[language];
  if (!request) throw fail('request_not_kept', { entity: 'exchange', record: id });
  if (isRequestCut) throw fail('request_cut', { entity: 'exchange', record: id });
  const path = resolve(terminal.folder, file);
  try {
    // What is there may be a request that somebody has edited.
    await writeFile(path, request, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw fail(
      'file_unwritable',
      { value: path, expected: isThere ? wording.exists : messageOf(error) },
      error,
    );
  }
  await writeLine(terminal.errors, wording.saved(file));
}

async function readRequest(path: string): Promise<string> {
  try {
    return decodeText(await readFile(path));
  } catch (error) {
    throw fail('file_unreadable', { value: path, expected: messageOf(error) }, error);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
