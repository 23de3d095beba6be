import type { Order } from '../domain/order.ts';
import type { ImportedOrder } from './erp-source.ts';

/** Where a source puts the shop's orders: files that the ERP imports, or its tables. See ErpSource.importOrder. */
export interface OrderWriter {
  /** The ERP's number of the piece that this order became; undefined when it was never imported. */
  imported(id: string): Promise<string | undefined>;
  import(order: Order): Promise<ImportedOrder>;
}
