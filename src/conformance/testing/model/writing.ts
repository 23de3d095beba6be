import { type Call, type Content, type Model, Refusal } from './exchange.ts';
import { leaf } from './order-writer.ts';
import { type Handler, orderOf } from './reading.ts';
import { blocks, field, readSkus, valueIn } from './xml-reader.ts';

const NUMBERS = 'p_vente price stock quantity poids weight tva ecotaxe'.split(' ');
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

const isNumber = (text: string): boolean => NUMBER.test(text.replaceAll(/\s/g, ''));

const done = (name: string): Content => `<${name}/>`;

function checkProduct(call: Call): string {
  const reference = valueIn(call, 'reference');
  if (reference === '') throw new Refusal('reference manque');
  for (const name of NUMBERS) {
    const value = valueIn(call, name);
    if (value !== '' && !isNumber(value)) throw new Refusal(`${name} : « ${value} » n’est pas un nombre`);
  }
  return reference;
}

const has = ({ state }: Model, reference: string): boolean =>
  [...state.products, ...state.options].some((listed) => listed.reference === reference);

const nextId = ({ state }: Model): string => String(state.nextId++);

function saveVariants(call: Call, model: Model): void {
  const { state } = model;
  for (const sku of readSkus(call.xml)) {
    state.products = state.products.filter(({ reference }) => reference !== sku);
    if (!has(model, sku)) state.options.push({ id: nextId(model), reference: sku });
  }
}

const addProduct: Handler = (call, model) => {
  const reference = checkProduct(call);
  if (!has(model, reference)) model.state.products.push({ id: nextId(model), reference });
  saveVariants(call, model);
  return done('add_product');
};

const update =
  (reply: (model: Model) => string): Handler =>
  (call, model) => {
    const reference = checkProduct(call);
    if (!has(model, reference)) throw new Refusal(`référence inconnue : ${reference}`);
    saveVariants(call, model);
    return done(reply(model));
  };

const setOrderExported: Handler = (call, model) => {
  const order = orderOf(call, model);
  order.state = valueIn(call, 'statut_final') || order.state;
  order.exported = true;
  const name = model.profile === 'samples' ? 'orders_list' : 'set_order_exported';
  return `<${name}>${leaf('id', order.id)}${leaf('statut_final', order.state)}</${name}>`;
};

const addCustomer: Handler = ({ xml }, { state }) => {
  const clients = blocks(xml, 'client');
  const codes = clients.map((client) => field(client, 'codetiers'));
  if (clients.length === 0 || codes.includes('')) throw new Refusal('codetiers manque');
  for (const code of codes) state.received.add(code);
  return done('add_customer');
};

const addGrilles: Handler = ({ xml }, { profile }) => {
  const rows = blocks(xml, 'grille');
  const bad = rows.filter((row) => !isNumber(field(row, 'price')));
  if (bad.length > 0) {
    const named = bad
      .map((row) => `${field(row, 'id_product')} : price « ${field(row, 'price')} »`)
      .join(' ; ');
    throw new Refusal(`${rows.length - bad.length} enregistrées, ${bad.length} refusées : ${named}`);
  }
  return done(profile === 'kit-2015' ? 'add_product' : 'add_grilles');
};

const addOrder: Handler = ({ xml }, { state }) => {
  const [header = ''] = blocks(xml, 'commande');
  const number = field(header, 'reference') || field(header, 'numero') || field(header, 'id');
  if (number === '') throw new Refusal('commande/reference manque');
  state.received.add(number);
  return done('add_order');
};

const addTracking: Handler = (call, model) =>
  `<add_tracking>${leaf('id', orderOf(call, model).id)}${leaf('shipping_number', valueIn(call, 'shipping_number'))}</add_tracking>`;

export const WRITE_HANDLERS: Readonly<Record<string, Handler>> = {
  add_product: addProduct,
  update_product: update(() => 'update_product'),
  update_option: update(({ profile }) => (profile === 'kit-2015' ? 'update_product' : 'update_option')),
  set_order_exported: setOrderExported,
  add_customer: addCustomer,
  add_grilles: addGrilles,
  add_order: addOrder,
  add_tracking: addTracking,
};
