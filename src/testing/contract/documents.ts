import assert from 'node:assert/strict';
import type {
  SalesDocument,
  SalesDocumentChange,
  SalesDocumentContent,
} from '../../domain/sales-document.ts';
import { collect, expectEqual, expectOutcome, expectWarnings, present } from './expect.ts';
import { moment, order, PDF, shopCustomer } from './samples.ts';
import type { Check, ContractSubject } from './subject.ts';

const { id: _, reference: __, state: ___, placedAt: ____, ...CONTENT } = order('1');
const content: SalesDocumentContent = { ...CONTENT, placedAt: moment('2026-03-22 10:09:22') };

const file = { type: 'application/pdf', bytes: PDF } as const;
const otherFile = { type: 'application/pdf', bytes: Uint8Array.from([...PDF, 0x0a]) } as const;

const save = ({ shop }: ContractSubject, change: Omit<SalesDocumentChange, 'type'>) =>
  shop.saveSalesDocument({ type: 'invoice', ...change });

async function document(subject: ContractSubject, number: string): Promise<SalesDocument> {
  const found = (await collect(subject.reader.salesDocuments())).filter((one) => one.number === number);
  assert.ok(found.length < 2, `${number} is there ${found.length} times`);
  return structuredClone(present(found[0], `the document ${number}`));
}

async function fileBytes(subject: ContractSubject, number: string): Promise<Uint8Array> {
  const stored = present((await document(subject, number)).file, 'the file');
  const bytes = Uint8Array.from(present(await subject.reader.blob(stored.sha256), 'the bytes'));
  assert.equal(stored.bytes, bytes.length);
  return bytes;
}

const needing = (checks: readonly Check[]): readonly Check[] =>
  checks.map((check) => ({ ...check, capabilities: ['salesDocuments'] }));

export const documentChecks: readonly Check[] = needing([
  {
    name: 'a piece that comes as data is kept as it was said',
    async run(subject) {
      expectOutcome(subject, await save(subject, { number: 'FA001', content }), 'created');
      const stored = await document(subject, 'FA001');
      expectEqual([stored.type, stored.content, stored.file], ['invoice', content, undefined]);
    },
  },
  {
    name: 'a piece that comes as a file is kept to the byte',
    async run(subject) {
      await save(subject, { number: 'FA001', file, email: 'lee@bagues.fr', erpId: '4711' });
      const stored = await document(subject, 'FA001');
      expectEqual(
        [stored.email, stored.erpId, stored.file?.type],
        ['lee@bagues.fr', '4711', 'application/pdf'],
      );
      assert.equal(stored.content, undefined);
      expectEqual(await fileBytes(subject, 'FA001'), PDF);
    },
  },
  {
    name: 'data and file of one number make one document, whichever comes first',
    async run(subject) {
      await save(subject, { number: 'FA001', content });
      await save(subject, { number: 'FA001', file, email: 'lee@bagues.fr' });
      await save(subject, { number: 'FA002', file, email: 'lee@bagues.fr' });
      await save(subject, { number: 'FA002', content });
      for (const number of ['FA001', 'FA002']) {
        const stored = await document(subject, number);
        expectEqual([stored.content, stored.email], [content, 'lee@bagues.fr']);
        expectEqual(await fileBytes(subject, number), PDF);
      }
      assert.equal((await collect(subject.reader.salesDocuments())).length, 2);
    },
  },
  {
    name: 'data and file may come at once',
    facts: ['document_files'],
    async run(subject) {
      await save(subject, { number: 'FA001', content, file });
      expectEqual((await document(subject, 'FA001')).content, content);
      expectEqual(await fileBytes(subject, 'FA001'), PDF);
    },
  },
  {
    name: 'the same number again replaces the content as a whole, and the file',
    async run(subject) {
      await save(subject, { number: 'FA001', content });
      const { warehouse, currency, ...rest } = content;
      const next: SalesDocumentContent = { ...rest, carrier: 'DHL', lines: [] };
      expectOutcome(subject, await save(subject, { number: 'FA001', content: next }), 'updated');
      expectEqual((await document(subject, 'FA001')).content, next);
      await save(subject, { number: 'FA001', file });
      expectOutcome(subject, await save(subject, { number: 'FA001', file: otherFile }), 'updated');
      expectEqual(await fileBytes(subject, 'FA001'), otherFile.bytes);
    },
  },
  {
    name: 'the same again is unchanged',
    async run(subject) {
      await save(subject, { number: 'FA001', content });
      await save(subject, { number: 'FA001', file, erpId: '1' });
      expectOutcome(subject, await save(subject, { number: 'FA001', content }), 'unchanged');
      expectOutcome(subject, await save(subject, { number: 'FA001', file, erpId: '1' }), 'unchanged');
    },
  },
  {
    name: 'elements of a piece that have no name of ours are kept',
    async run(subject) {
      const custom = { ...content, customFields: { xx_affaire: 'A-12' } };
      await save(subject, { number: 'FA001', content: custom });
      expectEqual((await document(subject, 'FA001')).content?.customFields, { xx_affaire: 'A-12' });
    },
  },
  {
    name: 'the type is kept as the sender named it',
    facts: ['document_types'],
    async run(subject) {
      await subject.shop.saveSalesDocument({ number: '2026-17', type: 'credit_note', content });
      assert.equal((await document(subject, '2026-17')).type, 'credit_note');
    },
  },
  {
    name: 'a document for an address that no customer has is kept, with a warning; in any case of letters',
    async run(subject) {
      await subject.seed.customer(shopCustomer('11', { email: 'Lee@bagues.fr' }));
      expectWarnings(subject, await save(subject, { number: 'FA001', file, email: 'lee@BAGUES.fr' }), []);
      const unknown = await save(subject, { number: 'FA002', file, email: 'nobody@bagues.fr' });
      expectWarnings(subject, unknown, ['email_unknown']);
      assert.equal((await document(subject, 'FA002')).email, 'nobody@bagues.fr');
    },
  },
]);
