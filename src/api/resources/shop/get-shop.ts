import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import { API_SCOPES } from '../../../shop/api-tokens.ts';
import { LANGUAGES } from '../../../shop/wording.ts';
import { defineRoute } from '../../route.ts';
import { named } from '../../schemas/named.ts';
import { ownedFields } from '../../schemas/provenance.ts';

const shop = named(
  'Shop',
  z.object({
    name: z.string().describe('As the server’s configuration names it.'),
    language: z.enum(LANGUAGES).describe('Of sentences, where the caller asks for none that there is.'),
    timeZone: z.string().describe('IANA name of the zone of all dates and times.'),
    owned: ownedFields.exactOptional(),
    token: z.object({
      id: z.string().describe('As `passerelle tokens` lists it.'),
      label: z.string(),
      scopes: z.array(z.enum(API_SCOPES)),
    }),
  }),
);

export const getShop = defineRoute({
  method: 'get',
  path: '/shop',
  scope: 'catalogue',
  tag: 'Shop',
  summary: 'The token’s shop, and what the token may do',
  reply: shop,
  async handle({ shop: { name, language, timeZone }, parts: { provenance }, token: { id, label, scopes } }) {
    const owned = provenance && [...provenance.ownedFields()];
    const token = { id, label, scopes: [...scopes] };
    return { content: { name, language, timeZone, ...defined({ owned }), token } };
  },
});
