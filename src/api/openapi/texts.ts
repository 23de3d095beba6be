import type { ApiHeader } from './types.ts';

export const DESCRIPTION = `The shop behind Passerelle, for storefronts, apps and consoles.

Every call but those of this document carries \`Authorization: Bearer TOKEN\`; \`passerelle tokens add\` makes a token. The token
decides the shop. Amounts, quantities and measures are decimals as strings (\`"12.5"\`): a binary float cannot hold 0.1. Dates and
times are on the shop's wall clock (\`2026-01-31 14:05:00\`). A field without a value is absent.`;

export const SCOPES =
  'A token has scopes: `catalogue` (products, categories, images: for a page, whose token everybody sees), `read` (that, all prices, and customers), `orders` (orders and ' +
  'documents), `admin` (everything).';

const text = { type: 'string' } as const;

/** Of every reply to an accepted call. */
export const HEADERS: Readonly<Record<string, ApiHeader>> = {
  'X-Request-Id': { description: 'The call’s id: the caller’s own, else a made one.', schema: text },
  ETag: { description: 'Of the reply’s content: send it back as `If-None-Match`.', schema: text },
  'RateLimit-Policy': { description: 'Calls of the token in a window: `"token";q=600;w=60`.', schema: text },
  RateLimit: {
    description: 'Calls that are left, and seconds until there is one more: `"token";r=599;t=0`.',
    schema: text,
  },
};
