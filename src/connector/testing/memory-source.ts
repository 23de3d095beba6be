import type { CustomerChange, ShopCustomer } from '../../domain/customer.ts';
import type { Order } from '../../domain/order.ts';
import type { PriceRuleChange } from '../../domain/price-rule.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ProductChange } from '../../domain/product.ts';
import type { ErpDocument, ErpSource, Read, Shipment, StockLevel } from '../erp-source.ts';

/** What an ERP in memory holds; lists may be changed between two runs. */
export interface MemoryErp {
  articles: readonly ProductChange[];
  stock: readonly StockLevel[];
  customers: readonly CustomerChange[];
  priceRules: readonly PriceRuleChange[];
  salesDocuments: readonly ErpDocument[];
  shipments: readonly Shipment[];
  /** What cannot be read among the articles. */
  unreadable: readonly Problem[];
}

export interface MemorySource {
  readonly source: ErpSource;
  readonly erp: MemoryErp;
  /** Every piece that an order became, in the order of their making. */
  readonly pieces: readonly Order[];
  readonly shopCustomers: ReadonlyMap<string, ShopCustomer>;
}

/** An ERP of the tests. */
export function createMemorySource(data: Partial<MemoryErp> = {}): MemorySource {
  const erp: MemoryErp = {
    articles: [],
    stock: [],
    customers: [],
    priceRules: [],
    salesDocuments: [],
    shipments: [],
    unreadable: [],
    ...data,
  };
  const pieces: Order[] = [];
  const shopCustomers = new Map<string, ShopCustomer>();
  const numberOf = (id: string): string | undefined => {
    const index = pieces.findIndex((piece) => piece.id === id);
    return index < 0 ? undefined : `BC${index + 1}`;
  };
  const source: ErpSource = {
    name: 'memory',
    async *articles() {
      if (erp.unreadable.length > 0) yield erp.unreadable.map((problem) => ({ problem }));
      yield* inBatches(erp.articles);
    },
    stock: () => inBatches(erp.stock),
    customers: () => inBatches(erp.customers),
    priceRules: () => inBatches(erp.priceRules),
    salesDocuments: () => inBatches(erp.salesDocuments),
    shipments: () => inBatches(erp.shipments),
    importedOrder: async (id) => numberOf(id),
    async importOrder(order) {
      const known = numberOf(order.id);
      if (known !== undefined) return { document: known, outcome: 'already_imported' };
      pieces.push(order);
      return { document: `BC${pieces.length}`, outcome: 'imported' };
    },
    async importCustomers(customers) {
      for (const customer of customers) shopCustomers.set(customer.id, customer);
    },
    close: async () => {},
  };
  return { source, erp, pieces, shopCustomers };
}

const BATCH = 3;

async function* inBatches<T>(records: readonly T[]): AsyncGenerator<readonly Read<T>[]> {
  for (let start = 0; start < records.length; start += BATCH)
    yield records.slice(start, start + BATCH).map((value) => ({ value }));
}
