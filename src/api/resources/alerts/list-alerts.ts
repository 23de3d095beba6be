import { z } from 'zod';
import { alertText } from '../../../alerts/message.ts';
import { ALERT_KINDS } from '../../../shop/alerts.ts';
import { defineRoute } from '../../route.ts';
import { named } from '../../schemas/named.ts';
import { partOf } from '../part-of.ts';

const alert = named(
  'Alert',
  z.object({
    id: z.string(),
    kind: z.enum(ALERT_KINDS),
    subject: z
      .string()
      .describe('What it is about: an order’s id, `RESOURCE REFERENCE`, the id of a hold; empty: the shop.'),
    sentence: z.string().describe('For people, in the caller’s language.'),
    advice: z.string().describe('What to do.'),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    raisedAt: z.string().describe('ISO 8601 in UTC, as all of these.'),
    seenAt: z.string().describe('When it was last found to hold.'),
    toldAt: z.string().exactOptional().describe('When people were last told.'),
    resolvedAt: z.string().exactOptional().describe('When it was found to hold no more.'),
  }),
);

export const listAlerts = defineRoute({
  method: 'get',
  path: '/alerts',
  scope: 'admin',
  tag: 'Alerts',
  summary: 'What on the link with the ERP needs somebody, the last hundred, newest first; what is over too',
  description: 'Found by a running server, for shops with `alerts` in their configuration.',
  reply: z.object({ items: z.array(alert) }),
  errors: ['unsupported'],
  async handle({ parts, language, shop: { timeZone } }) {
    const alerts = await partOf(parts.alerting, { unsupported: 'alerts' }).alerts();
    return {
      content: { items: alerts.map((each) => ({ ...each, ...alertText(each, { language, timeZone }) })) },
    };
  },
});
