import type { Origin } from '../../domain/origin.ts';
import { problem, quotable } from '../../domain/problem.ts';
import type { SalesDocument, SalesDocumentChange } from '../../domain/sales-document.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { BY_ERP, type SalesDocumentsPart, type StoreContext, writingBy } from '../context.ts';
import { isKnownEmail } from '../customers/emails.ts';
import type { Database, SqlValue } from '../database.ts';
import { cellChanges } from '../effects/cell-changes.ts';
import { readPages } from '../pages.ts';
import { assigned } from '../sql-text.ts';
import { sameCells } from '../table.ts';
import { createDocumentArchive } from './archive.ts';
import { type DocumentRow, documentFromRow, FOUND_BY, foundBy, SAID, SALES_DOCUMENT } from './rows.ts';

const BATCH = 200;
const FIND = `${SALES_DOCUMENT.select} WHERE number = $1`;
const PAGE = `${SALES_DOCUMENT.select} WHERE number > $1 ORDER BY number LIMIT ${BATCH}`;
const UPDATE = `UPDATE sales_document SET updated_at = $2, ${assigned([...SAID.names, ...FOUND_BY.names], 3)} WHERE number = $1`;

/** Sales pieces of the ERP, as data and as files (seed §16; docs/protocol.md, Later editions). */
export function createSalesDocuments(context: StoreContext): SalesDocumentsPart {
  return {
    shop: { saveSalesDocument: (change, origin) => saveSalesDocument(context, change, origin) },
    backoffice: {
      salesDocuments: () => readSalesDocuments(context.database),
      ...createDocumentArchive(context),
    },
  };
}

/** What the change does not carry stays as an earlier one left it. */
async function saveSalesDocument(
  context: StoreContext,
  change: SalesDocumentChange,
  origin: Origin = BY_ERP,
): Promise<SaveResult> {
  const { database, blobs, now } = context;
  const writing = writingBy(context, origin);
  const { number, file, ...said } = change;
  const { email } = said;
  // Before the row that names it; a blob that no row names does no harm.
  const sha256 = file && (await blobs.save(file.bytes));
  return database.write(async (sql, note) => {
    const stored = await sql.get<DocumentRow>(FIND, [number]);
    const cellsBefore = stored && SAID.rowCells(stored);
    const cells = SAID.changedCells(cellsBefore, {
      ...said,
      // `other` is what a number without a known prefix gives: it says nothing.
      type: change.type === 'other' ? (stored?.type ?? change.type) : change.type,
      fileType: file?.type,
      fileSha256: sha256,
      fileBytes: file?.bytes.byteLength,
    });
    const unknown = email !== undefined && !(await isKnownEmail(sql, email));
    const warnings = unknown
      ? [problem('email_unknown', { entity: 'sales_document', record: number, value: quotable(email) })]
      : [];
    if (cellsBefore && sameCells(cellsBefore, cells)) return { outcome: 'unchanged', warnings };
    const at = now();
    const before = stored && documentFromRow(stored);
    const found = foundBy({
      content: said.content ?? before?.content,
      email: email ?? before?.email,
      createdAt: stored?.createdAt ?? at,
    });
    if (stored) await sql.run(UPDATE, [number, at, ...cells, ...found]);
    else await sql.run(SALES_DOCUMENT.insert, [number, ...cells, ...found, at, at]);
    const outcome = stored ? 'updated' : 'created';
    const fields = cellsBefore ? changedFields(cellsBefore, cells) : [];
    note({ entity: 'sales_document', key: number, operation: outcome, fields, ...writing }, () =>
      cellChanges(SAID, cellsBefore, cells),
    );
    return { outcome, warnings };
  });
}

const FILE_FIELDS: ReadonlySet<string> = new Set(['fileType', 'fileSha256', 'fileBytes']);

const changedFields = (before: readonly SqlValue[], after: readonly SqlValue[]): readonly string[] => [
  ...new Set(
    SAID.fields
      .filter((_, index) => before[index] !== after[index])
      .map((field) => (FILE_FIELDS.has(field) ? 'file' : field)),
  ),
];

const readSalesDocuments = ({ read: sql }: Database): AsyncGenerator<readonly SalesDocument[]> =>
  readPages<SalesDocument, string>({
    from: '',
    async read(after) {
      const rows = await sql.all<DocumentRow>(PAGE, [after]);
      return { items: rows.map(documentFromRow), last: rows.at(-1)?.number };
    },
  });
