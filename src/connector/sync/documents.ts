import { localDateTime } from '../../domain/dates.ts';
import type { SalesDocumentChange } from '../../domain/sales-document.ts';
import { documentForShop } from '../articles/sales-document.ts';
import type { ErpDocument } from '../erp-source.ts';
import { fingerprintOf } from '../state/fingerprint.ts';
import { isUnchanged, type Outgoing, readable, refusalOf, sendOne } from './record.ts';
import type { Run } from './run.ts';

const DAY_MS = 86_400_000;
const DAYS = 15;

/** Sales pieces of the last days, each version once it is accepted. */
export async function syncDocuments(run: Run): Promise<void> {
  const { source, timeZone = 'Europe/Paris', documentDays = DAYS } = run.options;
  const oldest = localDateTime(new Date(run.startedAt.getTime() - documentDays * DAY_MS), timeZone);
  for await (const document of readable(run, source.salesDocuments())) {
    if (document.date !== undefined && document.date < oldest) run.tally.skipped();
    else await sendDocument(run, document);
  }
}

async function sendDocument(run: Run, document: ErpDocument): Promise<void> {
  const { shop, edition } = run.options;
  const record: Outgoing = {
    kind: 'document',
    key: document.number,
    fingerprint: fingerprintOf([document.version, edition.documentPush]),
    entity: 'sales_document',
    name: document.number,
    operation: 'add_order',
  };
  if (isUnchanged(run, record)) return run.tally.unchanged();
  const loaded = await load(run, document, record);
  if (loaded === 'refused') return;
  if (loaded === 'nothing') return run.tally.skipped();
  const operation = loaded && !loaded.content ? 'document_push' : 'add_order';
  await sendOne(run, { ...record, operation }, async () => loaded && shop.saveSalesDocument(loaded));
}

/** Nothing is loaded in a dry run: a file may take the ERP minutes. */
async function load(
  { options, tally }: Run,
  document: ErpDocument,
  record: Outgoing,
): Promise<SalesDocumentChange | undefined | 'nothing' | 'refused'> {
  if (options.dryRun) return undefined;
  try {
    return documentForShop(await document.load(), options.edition) ?? 'nothing';
  } catch (error) {
    tally.failed(refusalOf(error, record));
    return 'refused';
  }
}
