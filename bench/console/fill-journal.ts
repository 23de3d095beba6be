import type { SqlValue } from '../../src/store/database.ts';
import { EFFECT } from '../../src/store/effects/rows.ts';
import { packPayload } from '../../src/store/journal/payload.ts';
import { EXCHANGE, EXCHANGE_PAYLOAD } from '../../src/store/journal/rows.ts';
import { EXCHANGE_RUN } from '../../src/store/journal/runs.ts';
import type { Table } from '../../src/store/table.ts';
import type { Fill } from '../fill.ts';
import { PRODUCT_TEXTS } from '../product-message.ts';
import { type Past, type PastExchange, pastExchanges } from './past.ts';

/** Rows that go into their tables together. */
const CHUNK = 50_000;

/** The journal of a shop with that past; of the last exchanges, as many as fit, with requests, replies and effects. */
export const fillJournal =
  (past: Past, payloadBytes: number): Fill =>
  async (database) => {
    const withPayload = past.exchanges - Math.floor(payloadBytes / (PAYLOADS[0]?.length ?? 1));
    const into = async (
      table: Pick<Table<object>, 'name' | 'names' | 'temporaryTable'>,
      rows: readonly (readonly SqlValue[])[],
    ): Promise<void> => {
      await database.stage(async (staging) => {
        const temporary = `past_${table.name}`;
        await staging.sql.run(table.temporaryTable(temporary));
        const writer = staging.rowsInto(temporary, table.names);
        for (const cells of rows) if (writer.add(cells)) await writer.flush();
        await writer.flush();
        const columns = table.names.join(', ');
        await staging.merge((sql) =>
          sql.run(`INSERT INTO ${table.name} (${columns}) SELECT ${columns} FROM ${temporary} ORDER BY 1`),
        );
      });
    };
    const runs = new Map<string, SqlValue[]>();
    let count = 0;
    for (const chunk of chunksOf(pastExchanges(past), CHUNK)) {
      for (const { run } of chunk) runs.set(run.id, EXCHANGE_RUN.cells(run));
      await into(
        EXCHANGE,
        chunk.map(({ exchange }) => EXCHANGE.cells(exchange)),
      );
      const kept = chunk.slice(Math.max(0, withPayload - count));
      await into(EXCHANGE_PAYLOAD, kept.map(payloadCells));
      await into(EFFECT, kept.filter(isChange).map(effectCells));
      count += chunk.length;
    }
    await into(EXCHANGE_RUN, [...runs.values()]);
  };

function* chunksOf<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let chunk: Item[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const REQUEST = `<connecteur><reference>@</reference><nom>${PRODUCT_TEXTS.name}</nom><desc_courte>${PRODUCT_TEXTS.shortDescription}</desc_courte>
  <p_vente>###.95</p_vente><stock>###</stock><tva>20.00</tva><EAN13>3760123456789</EAN13></connecteur>`;
const PAYLOADS = Array.from({ length: 64 }, (_, index) =>
  packPayload({
    request: REQUEST.replace('@', `${String(index * 7919).padStart(7, '0')}AGS`).replaceAll(
      '###',
      String(100 + index),
    ),
    reply: '<?xml version="1.0" encoding="UTF-8"?>\n<connecteur><update_product/></connecteur>',
  }),
);

const payloadCells = ({ exchange }: PastExchange, index: number): SqlValue[] => {
  const content = PAYLOADS[index % PAYLOADS.length] ?? '';
  return EXCHANGE_PAYLOAD.cells({ exchangeId: exchange.id, bytes: content.length, content });
};

const isChange = ({ exchange }: PastExchange): boolean =>
  exchange.outcome === 'success' && exchange.resource === 'update_product';

const effectCells = ({ exchange }: PastExchange, index: number): SqlValue[] =>
  EFFECT.cells({
    exchange: exchange.id,
    sequence: index,
    entity: 'product',
    key: exchange.reference,
    operation: 'updated',
    changes: '[{"path":"stock","before":"12","after":"9"}]',
  });
