import { type Kysely, sql as raw } from 'kysely';
import { fail } from '../../domain/error.ts';
import { defined } from '../../domain/optional.ts';
import { problem, quotable } from '../../domain/problem.ts';
import {
  type DocumentFile,
  SALES_DOCUMENT_TYPES,
  type SalesDocument,
  type SalesDocumentChange,
} from '../../domain/sales-document.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { canonicalJson } from '../../store/canonical-json.ts';
import { emailKey } from '../../store/customers/emails.ts';
import { readPages } from '../../store/pages.ts';
import type { CmsContext } from '../cms-context.ts';
import { isErpEmail } from './customers/read.ts';
import type { SideDocument, SideSql } from './tables.ts';

/** As long as a number is kept. */
const LONGEST_NUMBER = 150;
const BATCH = 200;

/**
 * The file stands in its place before the row that names it; one that no row names does no harm. `isAccountEmail`:
 * whether an account of the CMS has this address, which is in small letters.
 */
export async function saveSalesDocument<Tables>(
  { database, sideOf, blobs }: CmsContext<Tables>,
  change: SalesDocumentChange,
  isAccountEmail: (sql: Kysely<Tables>, email: string) => Promise<boolean>,
): Promise<SaveResult> {
  const sha256 = change.file && (await blobs.save(change.file.bytes));
  return database.write((sql) =>
    saveDocument(sideOf(sql), {
      change,
      sha256,
      isKnownEmail: async (email) =>
        email !== '' && ((await isErpEmail(sideOf(sql), email)) || (await isAccountEmail(sql, email))),
    }),
  );
}

/** A document whose file stands in its place. */
interface DocumentSave {
  readonly change: SalesDocumentChange;
  /** Of its file, where it has one. */
  readonly sha256: string | undefined;
  /** Whether a customer has this address, which is in small letters. */
  isKnownEmail(email: string): Promise<boolean>;
}

/** In a transaction. What the change does not carry stays as an earlier one left it. */
async function saveDocument(sql: SideSql, save: DocumentSave): Promise<SaveResult> {
  const { number, email } = save.change;
  if (number.length > LONGEST_NUMBER)
    throw fail('value_too_long', {
      ...{ entity: 'sales_document', record: quotable(number), field: 'number' },
      limit: LONGEST_NUMBER,
    });
  const stored = await sql
    .selectFrom('passerelle_document')
    .selectAll()
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  const row = changedRow(stored, save);
  const known = email === undefined || (await save.isKnownEmail(emailKey(email) ?? ''));
  const warnings = known
    ? []
    : [problem('email_unknown', { entity: 'sales_document', record: number, value: quotable(email) })];
  const names = Object.keys(row) as readonly (keyof SideDocument)[];
  if (stored && names.every((name) => stored[name] === row[name])) return { outcome: 'unchanged', warnings };
  const { number: _, ...rest } = row;
  if (stored) await sql.updateTable('passerelle_document').set(rest).where('number', '=', number).execute();
  else await sql.insertInto('passerelle_document').values(row).execute();
  return { outcome: stored ? 'updated' : 'created', warnings };
}

function changedRow(stored: SideDocument | undefined, { change, sha256 }: DocumentSave): SideDocument {
  const { number, type, content, email, erpId, file } = change;
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

/** By number. */
export const readDocuments = (sql: SideSql): AsyncGenerator<readonly SalesDocument[]> =>
  readPages<SalesDocument, string>({
    from: '',
    async read(after) {
      const rows = await sql
        .selectFrom('passerelle_document')
        .selectAll()
        .where('number', '>', after)
        .orderBy('number')
        .limit(raw.lit(BATCH))
        .execute();
      return { items: rows.map(documentFromRow), last: rows.at(-1)?.number };
    },
  });

function documentFromRow(row: SideDocument): SalesDocument {
  return {
    number: row.number,
    type: SALES_DOCUMENT_TYPES.find((type) => type === row.type) ?? 'other',
    ...defined({
      content: row.content === null ? undefined : JSON.parse(row.content),
      email: row.email ?? undefined,
      erpId: row.erp_id ?? undefined,
      file: fileFromRow(row),
    }),
  };
}

const FILE_TYPES: readonly DocumentFile['type'][] = ['application/pdf', 'text/html'];

function fileFromRow({ file_type, file_sha256, file_bytes }: SideDocument): SalesDocument['file'] {
  const type = FILE_TYPES.find((known) => known === file_type);
  if (!type || file_sha256 === null || file_bytes === null) return undefined;
  return { type, sha256: file_sha256, bytes: file_bytes };
}
