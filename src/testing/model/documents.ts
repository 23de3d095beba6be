import fc from 'fast-check';
import { documentTypeFromNumber, type SalesDocumentChange } from '../../domain/sales-document.ts';
import type { ContractSubject } from '../contract/subject.ts';
import { email } from './customers.ts';
import { orderContent } from './orders.ts';
import { combined, dateTime, perhaps, text } from './values.ts';

type Limits = NonNullable<ContractSubject['limits']>;

const number = fc.constantFrom('FA001', 'BL002', 'X3').map((name) => ({
  number: name,
  type: documentTypeFromNumber(name),
}));

const PDF_HEAD = new TextEncoder().encode('%PDF-1.4\n');
const file = fc.uint8Array({ maxLength: 8 }).map((rest) => ({
  type: 'application/pdf' as const,
  bytes: Uint8Array.from([...PDF_HEAD, ...rest]),
}));

const customFields = fc.record({ xx_affaire: text });
const content = combined(
  orderContent,
  combined(perhaps('placedAt', dateTime), perhaps('customFields', customFields)),
);

/** As data, as a file, or both. */
export function salesDocumentChange(limits: Limits): fc.Arbitrary<SalesDocumentChange> {
  const asData = combined(number, fc.record({ content }));
  const pushed = fc.record({ file, email: email(limits), erpId: text }, { requiredKeys: ['file', 'email'] });
  const asFile = combined(number, pushed);
  if (limits.document_files !== undefined) return fc.oneof(asData, asFile);
  return fc.oneof(asData, asFile, combined(number, fc.record({ content, file })));
}
