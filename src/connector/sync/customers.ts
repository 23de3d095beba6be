import type { CustomerChange } from '../../domain/customer.ts';
import { clientsOf } from '../articles/customer.ts';
import type { ErpProfile } from '../profiles/profile.ts';
import { fingerprintOf } from '../state/fingerprint.ts';
import { type BulkUnit, sendApart, sendTogether } from './bulk.ts';
import { readableBatches } from './record.ts';
import type { Run } from './run.ts';

/** The ERP's customers, all in one request or each in its own (seed §14). */
export async function syncCustomers(run: Run): Promise<void> {
  const { shop, customers = 'together' } = run.options;
  const flow = {
    kind: 'customer',
    units: () => customerUnits(run),
    save: (batches: AsyncIterable<readonly CustomerChange[]>) => shop.saveCustomers(batches),
  } as const;
  if (customers === 'together') await sendTogether(run, flow);
  else await sendApart(run, flow, 1);
}

async function* customerUnits(run: Run): AsyncGenerator<readonly BulkUnit<CustomerChange>[]> {
  const { source, profile } = run.options;
  for await (const customers of readableBatches(run, source.customers()))
    yield customers.map((customer) => customerUnit(customer, profile));
}

function customerUnit(customer: CustomerChange, profile: ErpProfile): BulkUnit<CustomerChange> {
  const items = clientsOf(customer, profile);
  return {
    kind: 'customer',
    key: customer.code,
    fingerprint: fingerprintOf(items),
    entity: 'customer',
    name: customer.code,
    operation: 'add_customer',
    items,
  };
}
