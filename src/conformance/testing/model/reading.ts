import { type Call, type Content, type Model, Refusal } from './exchange.ts';
import { leaf, writeAddress, writeNames, writeOrder } from './order-writer.ts';
import type { Listed, ModelOrder } from './state.ts';
import { valueIn } from './xml-reader.ts';

export type Handler = (call: Call, model: Model) => Content;

const LIMIT = /^(?:(\d+)\s*,\s*)?(\d+)$/;

function slice<Item>(call: Call, items: readonly Item[]): readonly Item[] {
  const limit = valueIn(call, 'limit');
  if (limit === '') return items;
  const match = LIMIT.exec(limit);
  if (!match) throw new Refusal(`limit illisible : ${limit}`);
  const start = Number(match[1] ?? 0);
  return items.slice(start, start + Number(match[2]));
}

const writeList = (list: string, item: string, listed: readonly Listed[]): Content =>
  `<${list}>${listed
    .map(({ id, reference }) => `<${item}>${leaf('id', id)}${leaf('reference', reference)}</${item}>`)
    .join('')}</${list}>`;

export const listProducts: Handler = (call, { state }) =>
  writeList('products_list', 'product', slice(call, state.products));

export const listOptions: Handler = (call, { state }) =>
  writeList('options_list', 'option', slice(call, state.options));

export const listOrders: Handler = (call, { state, profile }) => {
  const states = valueIn(call, 'filter')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const asked = ({ state: current, exported }: ModelOrder) =>
    states.length === 0 ? !exported : states.includes(current);
  const items = state.orders
    .filter(asked)
    .map(({ id, state: current }) => leaf('id', id) + leaf('current_state', current));
  return profile === 'kit-2015'
    ? items.map((item) => `<orders_list>${item}</orders_list>`).join('')
    : `<orders_list>${items.map((item) => `<order>${item}</order>`).join('')}</orders_list>`;
};

/** The order that `id` names. */
export function orderOf(call: Call, { state }: Model): ModelOrder {
  const id = valueIn(call, 'id');
  if (id === '') throw new Refusal('id manque');
  const order = state.orders.find((candidate) => candidate.id === id);
  if (!order) throw new Refusal(`commande inconnue : ${id}`);
  return order;
}

export const readOrder: Handler = (call, model) => writeOrder(orderOf(call, model), model.profile);

export const listCustomers: Handler = (call, { state }) => {
  const date = valueIn(call, 'date');
  const match = /^(\d\d)\D(\d\d)\D(\d{4})$/.exec(date);
  if (date !== '' && !match) throw new Refusal(`date illisible : ${date}`);
  const since = match ? `${match[3]}-${match[2]}-${match[1]}` : '';
  return state.customers
    .filter(({ changedOn }) => changedOn >= since)
    .map(
      ({ id, person }) =>
        `<customers><adresse>${writeAddress(person)}</adresse>` +
        `<client>${leaf('id', id)}${writeNames(person)}</client></customers>`,
    )
    .join('');
};
