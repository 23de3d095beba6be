import { documentOwner } from '../../domain/sales-document.ts';
import type {
  ArchivedDocument,
  DocumentArchive,
  DocumentOrder,
  DocumentQuery,
} from '../../shop/document-archive.ts';
import type { Page, Place } from '../../shop/pages.ts';
import type { StoreContext } from '../context.ts';
import { emailKey } from '../customers/emails.ts';
import type { Sql } from '../database.ts';
import { behind, type Conditions, createConditions, orderBy } from '../places.ts';
import { findCustomer, ofCustomer } from './of-customer.ts';
import { numbersOfOrders, ofOrderId } from './of-order.ts';
import { type DocumentRow, documentFromRow, SALES_DOCUMENT } from './rows.ts';

/** Sales documents as the JSON API asks for them. */
export const createDocumentArchive = ({
  database,
  blobs,
}: Pick<StoreContext, 'database' | 'blobs'>): DocumentArchive => ({
  documentPage: (query) => database.snapshot((sql) => readDocumentPage(sql, query)),
  async archivedDocument(number) {
    const row = await database.read.get<DocumentRow>(`${SALES_DOCUMENT.select} WHERE number = $1`, [number]);
    return row && archivedDocument(row);
  },
  documentsOfOrders: (orderIds) => database.snapshot((sql) => numbersOfOrders(sql, orderIds)),
  async openDocumentFile({ sha256, bytes }) {
    const file = await blobs.open(sha256);
    return file?.bytes === bytes ? file : undefined;
  },
});

const COLUMNS: Readonly<Record<DocumentOrder, readonly string[]>> = {
  number: ['number'],
  date: ['document_date', 'number'],
  updatedAt: ['updated_at', 'number'],
};

const placeOf = ({ number, date, updatedAt }: DocumentRow, order: DocumentOrder): Place =>
  order === 'number' ? [number] : [order === 'date' ? date : updatedAt, number];

async function readDocumentPage(sql: Sql, query: DocumentQuery): Promise<Page<ArchivedDocument>> {
  const { order, isDescending, after, limit } = query;
  const conditions = createConditions();
  const places = { columns: COLUMNS[order], isDescending };
  if (query.customer !== undefined)
    conditions.add(ofCustomer(await findCustomer(sql, query.customer), conditions));
  addFilters(query, conditions);
  if (after) behind(places, after, conditions);
  // One more tells whether anything follows.
  const end = `${orderBy(places)} LIMIT ${conditions.value(limit + 1)}`;
  const rows = await sql.all<DocumentRow>(
    `${SALES_DOCUMENT.select} ${conditions.where()} ${end}`,
    conditions.parameters,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(archivedDocument), next: last && placeOf(last, order) };
}

function addFilters(query: DocumentQuery, conditions: Conditions): void {
  const { email, ofOrder, types, number, from, until } = query;
  if (ofOrder !== undefined) conditions.add(ofOrderId(ofOrder, conditions));
  if (email !== undefined) conditions.add(`email_key = ${conditions.value(emailKey(email))}`);
  if (types) conditions.add(`type IN (${types.map((type) => conditions.value(type)).join(', ')})`);
  if (number !== undefined) conditions.add(`number = ${conditions.value(number)}`);
  if (from !== undefined) conditions.add(`document_date >= ${conditions.value(from)}`);
  if (until !== undefined) conditions.add(`document_date <= ${conditions.value(until)}`);
}

function archivedDocument(row: DocumentRow): ArchivedDocument {
  const document = documentFromRow(row);
  const { date, createdAt, updatedAt } = row;
  return { ...document, date, owner: documentOwner(document), createdAt, updatedAt };
}
