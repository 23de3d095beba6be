import type { Entity } from '../domain/entity.ts';
import type { CapabilityFlag } from './capabilities.ts';
import type { Shop } from './shop.ts';

/** What one can ask of a shop. */
export type Operations = Omit<Shop, 'capabilities' | 'close'>;
export type OperationName = keyof Operations;

export interface Operation {
  /** `list`: batches of records; `read`: one record; `write`: changes one; `bulk`: takes batches and changes many. */
  readonly kind: 'list' | 'read' | 'write' | 'bulk';
  readonly entity: Entity;
  /** The capability without which a shop cannot do it at all. */
  readonly needs?: CapabilityFlag;
}

/** What a method's own type tells of its kind. */
type KindOf<Name extends OperationName> =
  ReturnType<Operations[Name]> extends AsyncIterable<unknown>
    ? 'list'
    : Parameters<Operations[Name]>[0] extends AsyncIterable<unknown>
      ? 'bulk'
      : 'read' | 'write';

/** Every operation of the port, so that what concerns them all is built from this table and forgets none. */
export const OPERATIONS = {
  listProducts: { kind: 'list', entity: 'product' },
  listOptions: { kind: 'list', entity: 'variant', needs: 'variants' },
  saveProduct: { kind: 'write', entity: 'product' },
  listOrders: { kind: 'list', entity: 'order', needs: 'orders' },
  readOrder: { kind: 'read', entity: 'order', needs: 'orders' },
  confirmOrder: { kind: 'write', entity: 'order', needs: 'orders' },
  saveTracking: { kind: 'write', entity: 'order', needs: 'tracking' },
  listCustomers: { kind: 'list', entity: 'customer', needs: 'shopCustomers' },
  saveCustomers: { kind: 'bulk', entity: 'customer', needs: 'customers' },
  savePriceRules: { kind: 'bulk', entity: 'price_rule', needs: 'priceRules' },
  saveSalesDocument: { kind: 'write', entity: 'sales_document', needs: 'salesDocuments' },
} as const satisfies { readonly [Name in OperationName]: Operation & { readonly kind: KindOf<Name> } };

export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[];
