import fc from 'fast-check';
import type { CustomerChange, ShopCustomer } from '../domain/customer.ts';
import { PasserelleError } from '../domain/error.ts';
import type { Order } from '../domain/order.ts';
import type { SalesDocumentChange } from '../domain/sales-document.ts';
import { BrokenOff, brokenMessage, message } from './contract/expect.ts';
import type { ContractSubject } from './contract/subject.ts';
import { customerChange, shopCustomer } from './model/customers.ts';
import { salesDocumentChange } from './model/documents.ts';
import { order, orderId, state } from './model/orders.ts';
import { type PriceRuleMessage, priceRuleMessage } from './model/price-rules.ts';
import { type ProductSave, productSave } from './model/products.ts';

type Limits = NonNullable<ContractSubject['limits']>;

export type Operation =
  | ({ readonly kind: 'product' } & ProductSave)
  | {
      readonly kind: 'customers';
      readonly batches: readonly (readonly CustomerChange[])[];
      readonly breaks: boolean;
    }
  | ({ readonly kind: 'rules'; readonly breaks: boolean } & PriceRuleMessage)
  | { readonly kind: 'document'; readonly change: SalesDocumentChange }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'shopCustomer'; readonly customer: ShopCustomer }
  | { readonly kind: 'read'; readonly id: string; readonly reader: string }
  | { readonly kind: 'confirm'; readonly id: string; readonly finalState?: string }
  | { readonly kind: 'track'; readonly id: string; readonly number: string };

const tagged = <Kind extends Operation['kind'], Fields>(kind: Kind, fields: fc.Arbitrary<Fields>) =>
  fields.map((all) => ({ kind, ...all }));

const breaks = fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0);

/** One call of the port, of any kind, as far as the way to the shop can bring it across. */
export function operation(limits: Limits): fc.Arbitrary<Operation> {
  const customers = fc.array(fc.array(customerChange(limits), { maxLength: 3 }), { maxLength: 2 });
  const rules = fc
    .tuple(priceRuleMessage(limits), breaks)
    .map(([all, broken]) => ({ ...all, breaks: broken }));
  return fc.oneof(
    { weight: 6, arbitrary: tagged('product', productSave(limits)) },
    { weight: 3, arbitrary: tagged('customers', fc.record({ batches: customers, breaks })) },
    { weight: 3, arbitrary: tagged('rules', rules) },
    { weight: 2, arbitrary: tagged('document', fc.record({ change: salesDocumentChange(limits) })) },
    { weight: 3, arbitrary: tagged('order', fc.record({ order })) },
    { weight: 2, arbitrary: tagged('shopCustomer', fc.record({ customer: shopCustomer(limits) })) },
    { weight: 1, arbitrary: tagged('read', fc.record({ id: orderId, reader: fc.constantFrom('e1', 'e2') })) },
    {
      weight: 1,
      arbitrary: tagged('confirm', fc.record({ id: orderId, finalState: state }, { requiredKeys: ['id'] })),
    },
    {
      weight: 1,
      arbitrary: tagged('track', fc.record({ id: orderId, number: fc.constantFrom('T1', 'T2') })),
    },
  );
}

/** What came of an operation: its result, or the reason of its refusal. */
export async function perform(subject: ContractSubject, doing: Operation): Promise<unknown> {
  try {
    return await call(subject, doing);
  } catch (error) {
    if (error instanceof PasserelleError) return { refused: error.problem };
    if (error instanceof BrokenOff) return { refused: 'broken off' };
    throw error;
  }
}

function call({ shop, seed }: ContractSubject, doing: Operation): Promise<unknown> {
  switch (doing.kind) {
    case 'product':
      return shop.saveProduct(doing.change, doing.operation, doing.origin);
    case 'customers':
      return shop.saveCustomers(stream(doing.batches, doing.breaks));
    case 'rules':
      return shop.savePriceRules(stream(doing.batches, doing.breaks), doing.mode);
    case 'document':
      return shop.saveSalesDocument(doing.change);
    case 'order':
      return seed.order(doing.order);
    case 'shopCustomer':
      return seed.customer(doing.customer);
    case 'read':
      return shop.readOrder(doing.id, { by: 'erp', exchange: doing.reader });
    case 'confirm':
      return shop.confirmOrder(doing.id, doing.finalState);
    case 'track':
      return shop.saveTracking(doing.id, doing.number);
  }
}

const stream = <Batch>(batches: readonly Batch[], breaking: boolean): AsyncIterable<Batch> =>
  breaking ? brokenMessage(...batches) : message(...batches);
