import { setImmediate as nextTurn } from 'node:timers/promises';
import { problem, quotable } from '../../domain/problem.ts';
import type {
  DocumentFile,
  SalesDocument,
  SalesDocumentChange,
  SalesDocumentContent,
  SalesDocumentType,
} from '../../domain/sales-document.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { SalesDocumentsPart, StoreContext } from '../context.ts';
import { isKnownEmail } from '../customers/emails.ts';
import type { Database, SqlValue } from '../database.ts';
import { assigned, placeholders } from '../products/columns.ts';

interface DocumentRow {
  readonly number: string;
  readonly type: SalesDocumentType;
  readonly content: string | null;
  readonly email: string | null;
  readonly erp_id: string | null;
  readonly file_type: DocumentFile['type'] | null;
  readonly file_sha256: string | null;
  readonly file_bytes: number | null;
}

const BATCH = 200;
const SAID = ['type', 'content', 'email', 'erp_id', 'file_type', 'file_sha256', 'file_bytes'];
const SELECT = `SELECT number, ${SAID.join(', ')} FROM sales_document`;
const FIND = `${SELECT} WHERE number = $1`;
const PAGE = `${SELECT} WHERE number > $1 ORDER BY number LIMIT ${BATCH}`;
const INSERT = `INSERT INTO sales_document (number, created_at, updated_at, ${SAID.join(', ')})
  VALUES ($1, $2, $2, ${placeholders(SAID.length, 3)})`;
const UPDATE = `UPDATE sales_document SET updated_at = $2, ${assigned(SAID, 3)} WHERE number = $1`;

/** Sales pieces of the ERP, as data and as files (seed §16; docs/protocol.md, Later editions). */
export function createSalesDocuments(context: StoreContext): SalesDocumentsPart {
  return {
    shop: { saveSalesDocument: (change) => saveSalesDocument(context, change) },
    backoffice: { salesDocuments: () => readSalesDocuments(context.database) },
  };
}

async function saveSalesDocument(
  { database, blobs, now }: StoreContext,
  change: SalesDocumentChange,
): Promise<SaveResult> {
  const { number, email, file } = change;
  // Before the row that names it; a blob that no row names does no harm.
  const sha256 = file && (await blobs.save(file.bytes));
  return database.write(async (sql) => {
    const stored = await sql.get<DocumentRow>(FIND, [number]);
    const next = merged(stored, change, sha256);
    const unknown = email !== undefined && !(await isKnownEmail(sql, email));
    const warnings = unknown
      ? [problem('email_unknown', { entity: 'document', record: number, value: quotable(email) })]
      : [];
    if (stored && cells(stored).every((cell, index) => cell === cells(next)[index])) {
      return { outcome: 'unchanged', warnings };
    }
    await sql.run(stored ? UPDATE : INSERT, [number, now(), ...cells(next)]);
    return { outcome: stored ? 'updated' : 'created', warnings };
  });
}

/** What the change does not carry stays as an earlier one left it. */
function merged(
  stored: DocumentRow | undefined,
  { number, type, content, email, erpId, file }: SalesDocumentChange,
  sha256: string | undefined,
): DocumentRow {
  return {
    number,
    // `other` is what a number without a known prefix gives: it says nothing.
    type: type === 'other' ? (stored?.type ?? type) : type,
    content: content ? canonicalJson(content) : (stored?.content ?? null),
    email: email ?? stored?.email ?? null,
    erp_id: erpId ?? stored?.erp_id ?? null,
    file_type: file?.type ?? stored?.file_type ?? null,
    file_sha256: sha256 ?? stored?.file_sha256 ?? null,
    file_bytes: file?.bytes.byteLength ?? stored?.file_bytes ?? null,
  };
}

/** In the order of SAID. */
const cells = (row: DocumentRow): readonly SqlValue[] => [
  row.type,
  row.content,
  row.email,
  row.erp_id,
  row.file_type,
  row.file_sha256,
  row.file_bytes,
];

async function* readSalesDocuments(database: Database): AsyncGenerator<readonly SalesDocument[]> {
  for (let after = ''; ; ) {
    const rows = await database.read.all<DocumentRow>(PAGE, [after]);
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
    yield rows.map(documentFromRow);
    await nextTurn();
  }
}

function documentFromRow(row: DocumentRow): SalesDocument {
  const content: SalesDocumentContent | undefined =
    row.content === null ? undefined : JSON.parse(row.content);
  return {
    number: row.number,
    type: row.type,
    ...(content ? { content } : {}),
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.erp_id === null ? {} : { erpId: row.erp_id }),
    ...(row.file_type === null || row.file_sha256 === null || row.file_bytes === null
      ? {}
      : { file: { type: row.file_type, sha256: row.file_sha256, bytes: row.file_bytes } }),
  };
}
