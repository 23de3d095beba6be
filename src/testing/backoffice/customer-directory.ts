import assert from 'node:assert/strict';
import type { CustomerChange } from '../../domain/customer.ts';
import type { PageQuery } from '../../shop/pages.ts';
import { collect, expectEqual, message } from '../contract/expect.ts';
import { type BackofficeCheck, type BackofficeSubject, partOf } from './subject.ts';

const save = (subject: BackofficeSubject, ...changes: readonly CustomerChange[]): Promise<unknown> =>
  subject.shop.saveCustomers(message(changes));

const named = (code: string): CustomerChange => ({ code, fields: { name: `Name of ${code}` } });

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['customerDirectory', 'reader'] }));

export const customerDirectoryChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'an empty shop has no customers, and nobody is found',
    async run(subject) {
      const directory = partOf(subject, 'customerDirectory');
      expectEqual(await directory.customerPage({ limit: 5 }), { items: [], next: undefined });
      assert.equal(await directory.customerByCode('nobody'), undefined);
    },
  },
  {
    name: 'customers come by page, each once and with all its parts, whoever is added meanwhile',
    async run(subject) {
      const directory = partOf(subject, 'customerDirectory');
      const address = { fields: { city: 'Rennes' }, customFields: { Quai: '2' } };
      const contact = { fields: { email: 'a@b.example', name: 'A' } };
      const full = {
        ...named('C0'),
        contacts: [contact],
        deliveryAddresses: [address],
        billingAddress: address,
      };
      await save(subject, full, ...Array.from({ length: 6 }, (_, index) => named(`C${index + 1}`)));
      const codes: (string | undefined)[] = [];
      for (let after: PageQuery['after'], pages = 0; ; pages += 1) {
        const { items, next } = await directory.customerPage({ limit: 3, ...(after && { after }) });
        codes.push(...items.map(({ code }) => code));
        if (!next) break;
        after = next;
        await save(subject, named(`new-${pages}`));
      }
      expectEqual(
        codes.filter((code) => code?.startsWith('C')),
        ['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6'],
      );
      const [stored] = await collect(partOf(subject, 'reader').customers());
      expectEqual(await directory.customerByCode('C0'), stored);
      expectEqual((await directory.customerPage({ limit: 1 })).items, [stored]);
    },
  },
  {
    name: 'a customer is found by its address or a contact’s, in any case',
    async run(subject) {
      const directory = partOf(subject, 'customerDirectory');
      await save(
        subject,
        { code: 'C1', fields: { email: 'Ada@Shop.example' } },
        { code: 'C2', fields: {}, contacts: [{ fields: { email: 'ada@shop.example' } }] },
        { code: 'C3', fields: { email: 'other@shop.example' } },
      );
      const found = async (email: string, limit = 5): Promise<readonly (string | undefined)[]> =>
        (await directory.customerPage({ email, limit })).items.map(({ code }) => code);
      expectEqual(await found('ADA@shop.example '), ['C1', 'C2']);
      expectEqual(await found('ada@shop.example', 1), ['C1']);
      expectEqual([await found('nobody@shop.example'), await found(' ')], [[], []]);
    },
  },
  {
    name: 'a customer is found by a part of the names, the company, the address or the code, accents left aside',
    async run(subject) {
      const directory = partOf(subject, 'customerDirectory');
      await save(
        subject,
        { code: 'C1', fields: { company: 'Épicerie du Marché', email: 'ada@shop.example' } },
        { code: 'C2', fields: { name: 'Œuvrard', firstName: 'Zoé' } },
        { code: 'D3', fields: { company: 'Marchand & fils' } },
      );
      const found = async (search: string, limit = 5) => {
        const codes: (string | undefined)[] = [];
        for (let after: PageQuery['after']; ; ) {
          const page = await directory.customerPage({ search, limit, ...(after && { after }) });
          codes.push(...page.items.map(({ code }) => code));
          if (!page.next) return codes;
          after = page.next;
        }
      };
      expectEqual(await found('MARCH'), ['C1', 'D3']);
      expectEqual(await found('march', 1), ['C1', 'D3']);
      expectEqual(
        [await found('zoe oeuv'), await found('ada@'), await found('d3')],
        [['C2'], ['C1'], ['D3']],
      );
      expectEqual([await found('nobody'), await found('march zoe')], [[], []]);
    },
  },
]);
