import assert from 'node:assert/strict';
import type { SalesDocumentChange, SalesDocumentContent } from '../../domain/sales-document.ts';
import type { DocumentQuery } from '../../shop/document-archive.ts';
import { expectEqual, message, present } from '../contract/expect.ts';
import { moment, order, shopCustomer } from '../contract/samples.ts';
import { allPages } from './pages.ts';
import { type BackofficeCheck, type BackofficeSubject, partOf } from './subject.ts';

const PDF = { type: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4 a document') } as const;

interface Carried {
  readonly id?: string;
  readonly code?: string;
  readonly email?: string;
  readonly orderId?: string;
  readonly day?: number;
}

const day = (number: number) => moment(`2026-05-${String(number).padStart(2, '0')} 00:00:00`);

function content({ id = '', code, email = '', orderId, day: ofDay }: Carried): SalesDocumentContent {
  const { delivery, billing, totals, lines } = order('');
  return {
    ...{ delivery, billing, totals, lines, paymentMethod: '', carrier: '' },
    customer: { id, email, lastName: '', firstName: '', ...(code !== undefined && { erpCode: code }) },
    ...(orderId !== undefined && { orderId }),
    ...(ofDay !== undefined && { placedAt: day(ofDay) }),
  };
}

const save = (subject: BackofficeSubject, number: string, change: Partial<SalesDocumentChange> = {}) =>
  subject.shop.saveSalesDocument({ number, type: 'invoice', ...change });

async function found(subject: BackofficeSubject, query: Partial<DocumentQuery>): Promise<readonly string[]> {
  const archive = partOf(subject, 'documentArchive');
  const asked = { order: 'number', isDescending: false, limit: 500, ...query } as const;
  const { items } = await archive.documentPage(asked);
  // The same in small pages, and the other way round.
  for (const isDescending of [false, true]) {
    const pages = await allPages((page) => archive.documentPage({ ...asked, ...page, isDescending }), 2);
    expectEqual(isDescending === asked.isDescending ? pages : pages.toReversed(), items);
  }
  return items.map(({ number }) => number);
}

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['documentArchive', 'shopSide'] }));

export const documentArchiveChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'documents come by number, date and change, each once, whatever is added meanwhile',
    async run(subject) {
      const archive = partOf(subject, 'documentArchive');
      const first = { limit: 5, order: 'date', isDescending: true } as const;
      expectEqual(await archive.documentPage(first), { items: [], next: undefined });
      for (let index = 0; index < 11; index += 1)
        await save(subject, `FA${index}`, { content: content({ day: 1 + ((index * 7) % 4) }) });
      const byDate = await found(subject, { order: 'date' });
      expectEqual(
        byDate,
        ['FA0', 'FA4', 'FA8', 'FA3', 'FA7', 'FA10', 'FA2', 'FA6', 'FA1', 'FA5', 'FA9'].sort(
          (a, b) => ((Number(a.slice(2)) * 7) % 4) - ((Number(b.slice(2)) * 7) % 4) || (a < b ? -1 : 1),
        ),
      );
      expectEqual(await found(subject, {}), byDate.toSorted());
      expectEqual(await found(subject, { order: 'updatedAt' }), byDate.toSorted());
      let added = 0;
      const pages = await allPages(
        (page) => archive.documentPage({ order: 'date', isDescending: false, ...page }),
        3,
        () => save(subject, `new ${added++}`, { content: content({ day: 1 }) }),
      );
      expectEqual(
        pages.map(({ number }) => number).filter((number) => number.startsWith('FA')),
        byDate,
      );
    },
  },
  {
    name: 'a document has its date, owner and file; one that came as a file alone has the date of its coming',
    async run(subject) {
      const archive = partOf(subject, 'documentArchive');
      await save(subject, 'FA1', { file: PDF, email: ' Ada@shop.example' });
      const filed = present(await archive.archivedDocument('FA1'), 'FA1');
      expectEqual(filed.date, filed.createdAt);
      expectEqual(filed.owner, { email: ' Ada@shop.example' });
      await save(subject, 'FA1', {
        content: content({ id: '7', code: 'C7', email: 'bob@shop.example', day: 3 }),
      });
      const whole = present(await archive.archivedDocument('FA1'), 'FA1');
      expectEqual(whole.date, day(3));
      expectEqual(whole.owner, { id: '7', code: 'C7', email: ' Ada@shop.example' });
      expectEqual(whole.file, filed.file);
      expectEqual(await archive.archivedDocument('FA2'), undefined);
    },
  },
  {
    name: 'documents are found by type, number, date and address, by all that is asked for at once',
    async run(subject) {
      await save(subject, 'a', { content: content({ day: 1, email: 'Ada@shop.example' }) });
      await save(subject, 'b', { type: 'quote', content: content({ day: 2 }) });
      await save(subject, 'c', {
        type: 'credit_note',
        content: content({ day: 3 }),
        email: 'ada@shop.example',
      });
      expectEqual(await found(subject, { types: ['quote', 'credit_note'] }), ['b', 'c']);
      expectEqual(await found(subject, { number: 'b' }), ['b']);
      expectEqual(await found(subject, { number: 'b', types: ['invoice'] }), []);
      expectEqual(await found(subject, { from: day(2) }), ['b', 'c']);
      expectEqual(await found(subject, { from: day(2), until: day(2), order: 'date' }), ['b']);
      expectEqual(await found(subject, { email: ' ADA@shop.example' }), ['a', 'c']);
      expectEqual(await found(subject, { email: '' }), []);
    },
  },
  {
    name: 'a customer’s documents carry its id or its code, or neither and an address of its own; nobody else’s do',
    async run(subject) {
      const { saveShopCustomer } = partOf(subject, 'shopSide');
      await saveShopCustomer(shopCustomer('7', { email: 'ada@shop.example' }));
      await subject.shop.saveCustomers(
        message([
          {
            code: 'C7',
            fields: { email: 'ada@shop.example' },
            contacts: [{ fields: { email: 'Office@shop.example' } }],
          },
          { code: '7', fields: { email: 'bob@shop.example' } },
        ]),
      );
      await save(subject, 'by id', { content: content({ id: '7' }) });
      await save(subject, 'by code', { content: content({ code: 'C7' }) });
      await save(subject, 'by both', { content: content({ id: '7', code: 'C7' }) });
      await save(subject, 'by address', { file: PDF, email: 'ADA@shop.example ' });
      await save(subject, 'by contact', { file: PDF, email: 'office@shop.example' });
      await save(subject, 'of another code', { content: content({ id: '7', code: 'C8' }) });
      await save(subject, 'of another id', { content: content({ id: '8' }), email: 'ada@shop.example' });
      await saveShopCustomer(shopCustomer('9', { email: 'new@shop.example' }));
      await save(subject, 'of a code that is new', { content: content({ id: '9', code: 'C9' }) });
      await save(subject, 'of Bob’s code', { content: content({ id: '9', code: '7' }) });
      await save(subject, 'of Bob', { content: content({ code: '7' }) });
      await save(subject, 'of nobody', { file: PDF });
      const hers = ['by address', 'by both', 'by code', 'by contact', 'by id'];
      expectEqual(await found(subject, { customer: '7' }), hers);
      expectEqual(await found(subject, { customer: 'C7' }), hers);
      expectEqual(await found(subject, { customer: '8' }), ['of another id']);
      expectEqual(await found(subject, { customer: '9' }), ['of a code that is new']);
      expectEqual(await found(subject, { customer: 'nobody' }), []);
      expectEqual(await found(subject, { customer: '' }), []);
    },
  },
  {
    name: 'an order’s documents say its id or reference and carry its customer',
    async run(subject) {
      const archive = partOf(subject, 'documentArchive');
      const { placeOrder, saveShopCustomer } = partOf(subject, 'shopSide');
      const { customer } = order('');
      const { id, email } = { id: customer.id, email: customer.email };
      await saveShopCustomer(shopCustomer(id, { email }));
      await placeOrder(order('51', { reference: 'WEB-51' }));
      await placeOrder(order('52'));
      await save(subject, 'FA2', { content: content({ id, orderId: '51', day: 2 }) });
      await save(subject, 'FA1', { content: content({ email, orderId: 'WEB-51', day: 3 }) });
      await save(subject, 'WEB-51', { type: 'order', content: content({ id, day: 1 }) });
      await save(subject, '51', { content: content({ id: 'x', email: 'other@shop.example' }) });
      await save(subject, 'FA3', { content: content({ id: 'x', orderId: '51' }) });
      await save(subject, 'FA4', { content: content({ id, orderId: '53' }) });
      expectEqual(await found(subject, { ofOrder: '51' }), ['FA1', 'FA2', 'WEB-51']);
      expectEqual(await found(subject, { ofOrder: '52' }), []);
      expectEqual(await found(subject, { ofOrder: 'none' }), []);
      const tied = await archive.documentsOfOrders([
        '52',
        '51',
        'none',
        ...Array.from({ length: 60 }, String),
      ]);
      expectEqual([...tied], [['51', ['WEB-51', 'FA2', 'FA1']]]);
      expectEqual([...(await archive.documentsOfOrders([]))], []);
    },
  },
  {
    name: 'a file is read while it is sent, whole or a range of it; one that is not there is none',
    async run(subject) {
      const archive = partOf(subject, 'documentArchive');
      await save(subject, 'FA1', { file: PDF });
      const file = present((await archive.archivedDocument('FA1'))?.file, 'file');
      const opened = present(await archive.openDocumentFile(file), 'opened');
      assert.equal(opened.bytes, PDF.bytes.byteLength);
      const text = (range?: { first: number; last: number }) => new Response(opened.stream(range)).text();
      assert.equal(await text(), '%PDF-1.4 a document');
      assert.equal(await text({ first: 1, last: 3 }), 'PDF');
      await opened.stream().cancel();
      assert.equal(await archive.openDocumentFile({ ...file, bytes: 4 }), undefined);
      for (const sha256 of ['0'.repeat(64), '../secret'])
        assert.equal(await archive.openDocumentFile({ ...file, sha256 }), undefined);
    },
  },
]);
