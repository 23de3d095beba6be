import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { changeFeedOf } from '../../composition/opened-shop.ts';
import { CHANGED_ENTITIES, type ChangedEntity, type ChangeEvent } from '../../domain/change-event.ts';
import { localDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';
import { type ChangeFeed, type ChangeQuery, MOST_CHANGES_A_PAGE } from '../../shop/change-feed.ts';
import { interruption } from '../interruption.ts';
import { printable, writeLine } from '../terminal.ts';
import { CHANGES_WORDING } from '../wording/changes.ts';
import { type CommandContext, onStoredShop, type ShopCommand } from './context.ts';

interface ChangesOptions {
  readonly since?: string;
  readonly entity?: string;
  readonly limit?: string;
  readonly follow?: boolean;
  readonly json?: boolean;
}

export function createChangesCommand(context: CommandContext): Command {
  const { help } = CHANGES_WORDING[context.language];
  return new Command('changes')
    .description(help.changes)
    .option('--since <cursor>', help.since)
    .option('--entity <names>', help.entity)
    .option('--limit <number>', help.limit)
    .option('--follow', help.follow)
    .option('--json', help.json)
    .action((options: ChangesOptions, command: Command) =>
      onStoredShop(context, command, (opened, shopCommand) =>
        show(changeFeedOf(opened), shopCommand, options),
      ),
    );
}

const DEFAULT_LIMIT = 50;
const FOLLOW_MS = 500;

async function show(feed: ChangeFeed, command: ShopCommand, options: ChangesOptions): Promise<void> {
  const { output, errors } = command.terminal;
  const wording = CHANGES_WORDING[command.language];
  const limit =
    numberOption(options.limit, { name: '--limit', least: 1, expected: wording.limitExpected }) ??
    defaultLimit(options);
  const query = await queryFrom(feed, command, { ...options, limit });
  const write = (event: ChangeEvent): Promise<void> =>
    writeLine(output, options.json ? JSON.stringify(event) : formatChange(event, command));
  const first = await writePages(feed, { ...query, limit }, write);
  if (options.follow) await follow(feed, { ...query, since: first.cursor }, write);
  else await writeLine(errors, first.count === 0 ? wording.empty : wording.cursor(first.cursor));
}

const defaultLimit = ({ since }: ChangesOptions): number =>
  since === undefined ? DEFAULT_LIMIT : MOST_CHANGES_A_PAGE;

async function queryFrom(
  feed: ChangeFeed,
  { language }: CommandContext,
  { since, entity, limit }: Omit<ChangesOptions, 'limit'> & { readonly limit: number },
): Promise<ChangeQuery> {
  const { cursorExpected: expected } = CHANGES_WORDING[language];
  const cursor = numberOption(since, { name: '--since', least: 0, expected });
  return {
    since: cursor ?? (await latest(feed, limit)),
    ...(entity !== undefined && { entities: entity.split(',').map(parseEntity) }),
  };
}

/** Behind which the last few changes stand, as far as they are kept. */
async function latest(feed: ChangeFeed, count: number): Promise<number> {
  const { cursor: oldest } = await feed.changes({ limit: 0 });
  return Math.max(oldest, (await feed.newestChange()) - count);
}

type Write = (event: ChangeEvent) => Promise<void>;

async function writePages(
  feed: ChangeFeed,
  query: ChangeQuery & { readonly limit: number },
  write: Write,
): Promise<{ readonly cursor: number; readonly count: number }> {
  let since = query.since;
  for (let count = 0; ; ) {
    const limit = Math.min(query.limit - count, MOST_CHANGES_A_PAGE);
    const { events, cursor, more } = await feed.changes({
      ...query,
      ...(since !== undefined && { since }),
      limit,
    });
    for (const event of events) await write(event);
    count += events.length;
    if (!more || count >= query.limit) return { cursor, count };
    since = cursor;
  }
}

async function follow(feed: ChangeFeed, query: ChangeQuery, write: Write): Promise<void> {
  const signal = interruption();
  for (let { since } = query; !signal.aborted; ) {
    const page = { ...query, ...(since !== undefined && { since }), limit: Number.POSITIVE_INFINITY };
    since = (await writePages(feed, page, write)).cursor;
    await sleep(FOLLOW_MS, undefined, { signal }).catch(() => {});
  }
}

/** One line: its number, when, what happened to which record, and who did it. */
function formatChange(event: ChangeEvent, { shop: { timeZone } }: ShopCommand): string {
  const { sequence, at, entity, key, operation, fields, origin, rules } = event;
  const counts = rules && [`+${rules.created}`, `~${rules.updated}`, `−${rules.retired}`].join(' ');
  const line = [
    String(sequence).padStart(8),
    localDateTime(new Date(at), timeZone),
    entity.padEnd(14),
    operation.padEnd(7),
    key,
    counts ?? fields.join(','),
    `(${[origin.by, origin.caller, origin.exchange].filter(Boolean).join(' ')})`,
  ];
  return printable(
    line
      .filter(Boolean)
      .join('  ')
      .replaceAll(/[\r\n\t]/g, ' '),
  );
}

interface NumberOption {
  readonly name: string;
  readonly least: number;
  readonly expected: string;
}

function numberOption(text: string | undefined, { name, least, expected }: NumberOption): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text) && Number(text) >= least) return Number(text);
  throw fail('option_invalid', { field: name, value: text, expected });
}

function parseEntity(text: string): ChangedEntity {
  const found = CHANGED_ENTITIES.find((entity) => entity === text.trim());
  if (found) return found;
  throw fail('option_invalid', { field: '--entity', value: text, expected: CHANGED_ENTITIES.join(', ') });
}
