import { type Form, Refusal } from '../model/exchange.ts';
import { leaf } from '../model/order-writer.ts';
import { valueIn, variable } from '../model/xml-reader.ts';
import { before, breaks, type DefectTable, onCall, onContent } from './defect.ts';

const isPush = (form: Form): boolean => !form.has('resource') && !form.has('data') && form.has('pdf');

/** Faults in what confirms an order, follows it, or documents it. */
export const ORDER_WRITE_DEFECTS = {
  'confirmation without the order’s id': breaks(
    'set-order-exported.reply',
    onContent('set_order_exported', () => '<set_order_exported/>'),
  ),
  'confirmation in its own element for the samples': {
    breaks: ['set-order-exported.reply'],
    profile: 'samples',
    spoil: onContent('set_order_exported', (content) =>
      content.replaceAll('orders_list>', 'set_order_exported>'),
    ),
  },
  'state not changed': breaks(
    'set-order-exported.state',
    onCall('set_order_exported', async (call, next, { state }) => {
      const order = state.orders.find(({ id }) => id === valueIn(call, 'id'));
      const old = order?.state;
      const content = await next(call);
      if (order && old) order.state = old;
      return content;
    }),
  ),
  'confirmed once only': breaks(
    'set-order-exported.repeat',
    before('set_order_exported', (call, { state }) => {
      const order = state.orders.find(({ id }) => id === valueIn(call, 'id'));
      if (order?.exported) throw new Refusal('commande déjà exportée');
    }),
  ),
  'still offered': breaks(
    'set-order-exported.not-offered',
    onCall('set_order_exported', async (call, next, { state }) => {
      const content = await next(call);
      const order = state.orders.find(({ id }) => id === valueIn(call, 'id'));
      if (order) order.exported = false;
      return content;
    }),
  ),
  'other orders of the state taken out too': breaks(
    'set-order-exported.alone',
    before('set_order_exported', (call, { state }) => {
      const order = state.orders.find(({ id }) => id === valueIn(call, 'id'));
      for (const other of state.orders) if (other.state === order?.state) other.exported = true;
    }),
  ),
  'every order put into the final state': breaks(
    'set-order-exported.alone',
    before('set_order_exported', (call, { state }) => {
      if (!state.orders.some(({ id }) => id === valueIn(call, 'id'))) return;
      for (const other of state.orders) other.state = valueIn(call, 'statut_final');
    }),
  ),
  'unknown order confirmed': breaks(
    'set-order-exported.unknown',
    onCall('set_order_exported', (call, next) =>
      next(call).catch(
        () =>
          `<set_order_exported>${leaf('id', valueIn(call, 'id'))}${leaf('statut_final', '5')}</set_order_exported>`,
      ),
    ),
  ),
  'parcel of an unknown order taken': breaks(
    'add-tracking.unknown',
    onCall('add_tracking', (call, next) =>
      next(call).catch(
        () =>
          `<add_tracking>${leaf('id', valueIn(call, 'id'))}${leaf('shipping_number', 'x')}</add_tracking>`,
      ),
    ),
  ),
  'parcel number not repeated': breaks(
    'add-tracking.reply',
    onContent('add_tracking', () => '<add_tracking/>'),
  ),
  'add_order answers the order': breaks(
    'add-order.reply',
    onContent('add_order', () => '<order/>'),
  ),
  'PDF refused': breaks(
    'add-order.pdf',
    before('add_order', ({ xml }) => {
      if (xml.includes('<pdf>')) throw new Refusal('élément pdf inconnu');
    }),
  ),
  'piece taken once only': breaks(
    'add-order.repeat',
    before('add_order', ({ xml }, { state }) => {
      const number = /<(?:reference|numero)>([^<]*)</.exec(xml)?.[1] ?? '';
      if (state.received.has(number)) throw new Refusal('pièce déjà reçue');
    }),
  ),
  'document answered with 201': breaks('document-push.accepted', {
    async exchange(request, next) {
      const reply = await next(request);
      return reply.body.includes('<document/>') ? { ...reply, status: 201 } : reply;
    },
  }),
  'document refused with 200': breaks('document-push.accepted', {
    async form(form, next, { key }) {
      if (isPush(form) && variable(form, 'key') === key) throw new Refusal('client inconnu', 200);
      return next(form);
    },
  }),
  'document refused': breaks('document-push.accepted', {
    async form(form, next, { key }) {
      if (isPush(form) && variable(form, 'key') === key) throw new Refusal('resource manque', 400);
      return next(form);
    },
  }),
  'document with a wrong key answered with 200': breaks('document-push.wrong-key', {
    async form(form, next, { key }) {
      if (isPush(form) && variable(form, 'key') !== key) throw new Refusal('clé refusée', 200);
      return next(form);
    },
  }),
} satisfies DefectTable;
