import { webhooksOf } from '../../composition/opened-shop.ts';
import { localDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';
import { EVENT_KINDS, type EventKind } from '../../domain/event-kind.ts';
import { defined } from '../../domain/optional.ts';
import { type WebhookParts, withoutSecrets } from '../../shop/webhooks.ts';
import {
  createWebhook,
  OVERLAP_HOURS,
  removeWebhook,
  reviseWebhook,
  rotateSecret,
  type WebhookRevision,
} from '../../webhooks/manage.ts';
import type { ShopCommand } from '../commands/context.ts';
import { withShop } from '../open-shop.ts';
import { writeLine } from '../terminal.ts';
import { WEBHOOKS_WORDING } from '../wording/webhooks.ts';
import { formatWebhooks } from './format.ts';
import type { Work } from './work.ts';

export const list =
  ({ json }: { readonly json?: boolean }): Work =>
  async (parts, { terminal, ...shown }) => {
    const webhooks = await parts.webhooks();
    if (json)
      for (const webhook of webhooks)
        await writeLine(terminal.output, JSON.stringify(withoutSecrets(webhook)));
    else if (webhooks.length === 0) await writeLine(terminal.errors, WEBHOOKS_WORDING[shown.language].none);
    else await writeLine(terminal.output, formatWebhooks(webhooks, shown));
  };

export interface AddOptions {
  readonly kinds?: string;
  readonly label?: string;
}

/** Only the secret goes to standard output. */
export async function add(
  { shop, configuration, terminal, language }: ShopCommand,
  { url, kinds, label = '' }: AddOptions & { readonly url: string },
): Promise<void> {
  const wanted = parseKinds(kinds) ?? [];
  const options = { ranges: configuration.webhooks.allow, now: new Date() };
  const { id, secret } = await withShop(shop, (opened) =>
    createWebhook(webhooksOf(opened), { url, label, kinds: wanted }, options),
  );
  await writeLine(terminal.errors, WEBHOOKS_WORDING[language].added(id));
  await writeLine(terminal.output, secret);
}

const parseKinds = (text: string | undefined): readonly EventKind[] | undefined =>
  text?.split(',').map(parseKind);

function parseKind(text: string): EventKind {
  const found = EVENT_KINDS.find((kind) => kind === text.trim());
  if (found) return found;
  throw fail('option_invalid', { field: '--kinds', value: text, expected: EVENT_KINDS.join(', ') });
}

export const remove =
  (id: string): Work =>
  async (parts, { terminal, language }) => {
    await removeWebhook(parts, id);
    await writeLine(terminal.errors, WEBHOOKS_WORDING[language].removed(id));
  };

const revise = (parts: WebhookParts, id: string, revision: WebhookRevision, command: ShopCommand) =>
  reviseWebhook(parts, id, revision, { ranges: command.configuration.webhooks.allow, now: new Date() });

export const enable =
  (id: string): Work =>
  async (parts, command) => {
    await revise(parts, id, { enabled: true }, command);
    await writeLine(command.terminal.errors, WEBHOOKS_WORDING[command.language].enabled(id));
  };

export const disable =
  (id: string): Work =>
  async (parts, command) => {
    await revise(parts, id, { enabled: false }, command);
    await writeLine(command.terminal.errors, WEBHOOKS_WORDING[command.language].wasDisabled(id));
  };

export interface ChangeOptions extends AddOptions {
  readonly url?: string;
}

/** `--kinds all`: of all changes again. */
export const change =
  (id: string, { url, label, kinds }: ChangeOptions): Work =>
  async (parts, command) => {
    const wanted = kinds === 'all' ? [] : parseKinds(kinds);
    await revise(parts, id, defined({ url, label, kinds: wanted }), command);
    await writeLine(command.terminal.errors, WEBHOOKS_WORDING[command.language].changed(id));
  };

export const rotate =
  (id: string, { overlap = String(OVERLAP_HOURS.usual) }: { readonly overlap?: string }): Work =>
  async (parts, { terminal, language, shop }) => {
    const wording = WEBHOOKS_WORDING[language];
    if (!/^\d{1,3}$/.test(overlap) || Number(overlap) > OVERLAP_HOURS.most)
      throw fail('option_invalid', { field: '--overlap', value: overlap, expected: wording.hoursExpected });
    const rotation = { overlapHours: Number(overlap), now: new Date() };
    const { secret, previousUntil } = await rotateSecret(parts, id, rotation);
    const until = localDateTime(new Date(previousUntil), shop.timeZone);
    await writeLine(terminal.errors, wording.rotated(id, until));
    await writeLine(terminal.output, secret);
  };
