import { describeCall } from '../exchange.ts';
import { type Call, fieldOf } from '../request/call.ts';
import { childrenOf, type Element, textOf } from '../request/element.ts';
import { parseSlice } from '../shop/slice.ts';
import type { CallContext } from './call-judge.ts';
import { judged, type Observation } from './observation.ts';

/** Parameters of the lists that are read (§10, §13). */
export function judgeListParameters(call: Call): readonly Observation[] {
  if (call.resource === 'orders_list') {
    const filter = fieldOf(call, 'filter') ?? '';
    const ok = filter === '' || filter.split(',').every((state) => state.trim() !== '');
    return [{ id: 'connector.orders.filter', ok, what: `orders_list filter=${filter}`, expected: '1,2,3' }];
  }
  if (call.resource === 'customers_list') {
    const date = fieldOf(call, 'date') ?? '';
    const ok = date === '' || isDayFirst(date);
    return [
      {
        id: 'connector.customers-list.date',
        ok,
        what: `customers_list date=${date}`,
        expected: 'dd-mm-yyyy',
      },
    ];
  }
  const isList = call.resource === 'products_list' || call.resource === 'options_list';
  const limit = fieldOf(call, 'limit');
  return isList && !parseSlice(limit)
    ? [
        {
          id: 'connector.lists.slices',
          ok: false,
          what: `${call.resource} limit=${limit}`,
          expected: '0,500',
        },
      ]
    : [];
}

function isDayFirst(text: string): boolean {
  const [, day, month, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

/** Clients of `add_customer` (§14): all in one request, or one alone. */
export function judgeCustomers(call: Call): readonly Observation[] {
  if (call.resource !== 'add_customer' || !call.root) return [];
  const { root } = call;
  const lists = root.name === 'clients' ? [root] : childrenOf(root, 'clients');
  const clients = [root, ...lists].flatMap((list) => childrenOf(list, 'client'));
  const faults = clients.flatMap((client, index) => {
    const code = textOf(client, 'codetiers') ?? '';
    const attribute = client.attributes.identifiant?.trim();
    return code === '' || (attribute !== undefined && attribute !== code)
      ? [`client ${index + 1}: codetiers=${code} identifiant=${attribute ?? ''}`]
      : [];
  });
  return judged('connector.customers.code', {
    what: 'add_customer',
    faults: clients.length === 0 ? ['<client>?'] : faults,
  });
}

const REDUCTION_TYPES = ['amount', 'price', 'reduction_amount', 'reduction_percentage'];

/** Rows of `add_grilles` (§15). */
export function judgePriceRules(call: Call): readonly Observation[] {
  if (call.resource !== 'add_grilles' || !call.root) return [];
  const { root } = call;
  const lists = root.name === 'grilles' ? [root] : childrenOf(root, 'grilles');
  const rows = [root, ...lists].flatMap((list) => childrenOf(list, 'grille'));
  const what = 'add_grilles';
  return [
    ...judged('connector.price-rules.fields', {
      what,
      faults: rows.length === 0 ? ['<grille>?'] : rows.flatMap(missingInRow),
    }),
    ...judged('connector.price-rules.reduction-type', {
      what,
      faults: rows
        .map((row) => textOf(row, 'reduction_type') ?? '')
        .filter((type) => !REDUCTION_TYPES.includes(type))
        .map((type) => `reduction_type=${type}`),
      expected: REDUCTION_TYPES.join(', '),
    }),
  ];
}

function missingInRow(row: Element, index: number): readonly string[] {
  const attributes = ['src', 'ref'].filter((name) => !row.attributes[name]?.trim());
  const fields = ['id_product', 'price'].filter((name) => !textOf(row, name));
  return [...attributes, ...fields].map((name) => `grille ${index + 1}: ${name}?`);
}

export function judgeTracking(call: Call, { isOrder }: CallContext): readonly Observation[] {
  if (call.resource !== 'add_tracking') return [];
  const number = fieldOf(call, 'shipping_number') ?? '';
  const ok = isOrder(fieldOf(call, 'id') ?? '') && number !== '';
  return [{ id: 'connector.tracking.fields', ok, what: `${describeCall(call)} shipping_number=${number}` }];
}
