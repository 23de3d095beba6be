import { z } from 'zod';
import { EVENT_KINDS } from '../../domain/event-kind.ts';
import { DELIVERY_OUTCOMES, DISABLED_BECAUSE } from '../../shop/webhooks.ts';
import { instant } from './change.ts';
import { textInput } from './inputs.ts';
import { named } from './named.ts';

const kind = named(
  'EventKind',
  z.enum(EVENT_KINDS).describe('All changes of a kind of record, or those of one operation.'),
);

export const webhook = named(
  'Webhook',
  z.object({
    id: z.string(),
    url: z.string(),
    label: z.string(),
    kinds: z.array(kind).describe('What it is told of; none: all changes.'),
    createdAt: instant,
    enabled: z.boolean(),
    disabledAt: instant.exactOptional(),
    disabledBecause: z
      .enum(DISABLED_BECAUSE)
      .exactOptional()
      .describe('`failing`: for days; `gone`: it answered 410; `by_hand`: somebody said so.'),
    failingSince: instant
      .exactOptional()
      .describe('Since when no delivery succeeded, though some were tried.'),
    previousUntil: instant.exactOptional().describe('Until when the secret before signs too.'),
    cursor: z.int().describe('Changes up to this one were looked at: delivered, given up, or waiting.'),
    missed: z.int().describe('Changes that the feed had dropped before they could be looked at.'),
    waiting: z.int().describe('Events that wait: to be sent, or to be tried again.'),
  }),
);

const secret = z.string().describe('`whsec_` and base64. This is the only time that it is told.');

export const webhookWithSecret = named('WebhookWithSecret', webhook.extend({ secret }));

const url = z
  .string()
  .max(2000)
  .describe('`https://HOST/PATH`; a private address, or plain http, only where `webhooks.allow` names it.');
const label = textInput().describe('What it is for.');
const kinds = z.array(kind).max(EVENT_KINDS.length).describe('None: all changes.');
/** A secret that a caller brings. */
const ownSecret = z
  .string()
  .max(200)
  .exactOptional()
  .describe('Of the caller’s own: `whsec_` and 24 to 64 random bytes in base64. Absent: one is made.');

export const newWebhook = named(
  'NewWebhook',
  z.strictObject({ url, label: label.default(''), kinds: kinds.default([]), secret: ownSecret }),
);

export const webhookRevision = named(
  'WebhookRevision',
  z.strictObject({
    url: url.exactOptional(),
    label: label.exactOptional(),
    kinds: kinds.exactOptional(),
    enabled: z
      .boolean()
      .exactOptional()
      .describe('`false`: nothing is sent until it is `true` again; then it goes on where it stopped.'),
  }),
);

export const rotation = (hours: { readonly usual: number; readonly most: number }) =>
  z.strictObject({
    overlapHours: z
      .int()
      .min(0)
      .max(hours.most)
      .default(hours.usual)
      .describe('How long the old secret signs beside the new one.'),
    secret: ownSecret,
  });

export const rotated = z.object({ secret, previousUntil: instant.describe('When the old one ends.') });

/** What came of an attempt. */
const ANSWER = {
  status: z.int().exactOptional().describe('Of the answer, if one came.'),
  error: z.string().exactOptional().describe('What kept an answer from coming, in English.'),
  durationMs: z.number(),
  answer: z.string().exactOptional().describe('The first bytes of the answer’s body, as text.'),
};

export const delivery = named(
  'Delivery',
  z.object({
    event: z.string().describe('The id of the event.'),
    sequence: z.int(),
    type: kind,
    key: z.string(),
    at: instant.describe('When the attempt began.'),
    attempt: z.int().describe('1, 2, 3 … of this event.'),
    outcome: z
      .enum(DELIVERY_OUTCOMES)
      .describe('`failed`: it is tried again at `retryAt`; `gave_up`: it is not.'),
    ...ANSWER,
    retryAt: instant.exactOptional(),
  }),
);

export const trial = z.object({ delivered: z.boolean().describe('It answered 2xx.'), ...ANSWER });
