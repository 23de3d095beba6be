import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import type { ExchangeSummary } from '../../../shop/journal.ts';
import { userRoute } from '../../http/route.ts';
import type { ConsoleParts } from '../../options.ts';
import { checkLines } from './check-lines.ts';

export const getConnection = userRoute({
  method: 'get',
  path: '/connection',
  role: 'viewer',
  isOfShop: true,
  async handle({ shop }) {
    const { name, connection, opened } = shop();
    const { journal, shop: port } = opened();
    const lastExchange = await newestExchange(journal);
    return {
      content: { shop: name, ...connection, capabilities: port.capabilities, ...defined({ lastExchange }) },
    };
  },
});

const LOOKED_AT = 50;

/** Of the connector itself: what a person sends again is no sign of it. */
async function newestExchange(journal: ConsoleParts['journal']): Promise<ExchangeSummary | undefined> {
  for await (const batch of journal.exchanges({ limit: LOOKED_AT })) {
    const newest = batch.find(({ replayOf }) => replayOf === undefined);
    if (newest) return newest;
  }
  return undefined;
}

/** Lines of JSON: how far it is, and at last the report. */
export const checkConnection = userRoute({
  method: 'post',
  path: '/connection/check',
  role: 'operator',
  isOfShop: true,
  body: z.strictObject({ on: z.enum(['shop', 'sample']).default('shop') }),
  async handle({ shop, body, language, signal }) {
    const { check } = shop();
    return {
      content: checkLines(
        (onProgress, gone) =>
          check({
            isOnSample: body.on === 'sample',
            language,
            signal: AbortSignal.any([signal, gone]),
            onProgress,
          }),
        language,
      ),
    };
  },
});
