import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DIALECTS, testPlace } from '../../../test/store/dialects.ts';
import type { SalesDocumentChange } from '../../domain/sales-document.ts';
import type { StoreContext } from '../context.ts';
import { createCustomers } from '../customers/customers.ts';
import { collect, openTestContext } from '../test-context.ts';
import { createSalesDocuments } from './sales-documents.ts';

describe.each(DIALECTS)('on %s', (dialect) => {
  let context: StoreContext;
  beforeEach(async () => {
    ({ context } = await openTestContext(await testPlace(dialect)));
  });
  afterEach(() => context.database.close());

  const save = (change: SalesDocumentChange) => createSalesDocuments(context).shop.saveSalesDocument(change);
  const stored = () => collect(createSalesDocuments(context).backoffice.salesDocuments());
  const file = { type: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4') } as const;

  it('knows the addresses of contacts and of what the ERP said, in any case', async () => {
    async function* changes() {
      yield [{ code: 'C1', fields: { email: 'Lee@c1.fr' }, contacts: [{ fields: { email: 'Zhia@c1.fr' } }] }];
    }
    await createCustomers(context).shop.saveCustomers(changes());
    for (const email of ['lee@C1.fr', 'ZHIA@c1.fr']) {
      expect((await save({ number: 'FA1', type: 'invoice', file, email })).warnings).toEqual([]);
    }
    const { warnings } = await save({ number: 'FA2', type: 'invoice', file, email: 'x@c1.fr' });
    expect(warnings).toEqual([
      { reason: 'email_unknown', entity: 'sales_document', record: 'FA2', value: 'x@c1.fr' },
    ]);
  });

  it('keeps a type that the sender named when a later part does not tell it', async () => {
    await save({ number: '2026-1', type: 'credit_note', erpId: '4' });
    expect(await save({ number: '2026-1', type: 'other', erpId: '4' })).toMatchObject({
      outcome: 'unchanged',
    });
    await save({ number: '2026-1', type: 'invoice' });
    expect(await stored()).toEqual([{ number: '2026-1', type: 'invoice', erpId: '4' }]);
  });

  it('writes no row when the file cannot be kept', async () => {
    const failing = {
      ...context,
      blobs: { ...context.blobs, save: () => Promise.reject(new Error('disk')) },
    };
    await expect(
      createSalesDocuments(failing).shop.saveSalesDocument({ number: 'FA1', type: 'invoice', file }),
    ).rejects.toThrow('disk');
    expect(await stored()).toEqual([]);
  });

  it('reads back every document once, over many pages', async () => {
    const numbers = Array.from({ length: 450 }, (_, index) => `FA${index}`);
    await Promise.all(numbers.map((number) => save({ number, type: 'invoice', erpId: number })));
    expect((await stored()).map(({ number }) => number)).toEqual(numbers.sort());
  });
});
