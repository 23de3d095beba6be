import { fail } from '../../domain/error.ts';
import type { Resend } from '../../shop/webhooks.ts';
import { resendFrom } from '../../webhooks/resend.ts';
import type { ShopCommand } from '../commands/context.ts';
import { parseSince } from '../journal/since.ts';
import { WEBHOOKS_WORDING } from '../wording/webhooks.ts';

export interface ResendOptions {
  readonly event?: string;
  readonly since?: string;
  readonly until?: string;
  readonly failed?: boolean;
}

/** Throws `option_invalid`, `resend_unclear`. */
export const resendFromOptions = (
  { event, since, until, failed }: ResendOptions,
  command: ShopCommand,
): Resend =>
  resendFrom({
    event,
    since: momentFrom('--since', since, command),
    until: momentFrom('--until', until, command),
    failed,
  });

function momentFrom(
  field: string,
  text: string | undefined,
  { language, shop: { timeZone } }: ShopCommand,
): string | undefined {
  if (text === undefined) return undefined;
  const moment = parseSince(text, { now: new Date(), timeZone });
  if (moment !== undefined) return moment;
  throw fail('option_invalid', { field, value: text, expected: WEBHOOKS_WORDING[language].momentExpected });
}
