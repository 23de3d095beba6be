import { gzipSync } from 'node:zlib';
import { type Form, Refusal, type Spoil } from '../model/exchange.ts';
import { variable } from '../model/xml-reader.ts';
import { breaks, type DefectTable, onContent, onReplies } from './defect.ts';

const CUSTOMERS = ['customers-list.shape', 'customers-list.ids-unique', 'customers-list.since'] as const;

/** Whoever finds no heading lists nothing, without an error. */
const silentWhen = (when: (form: Form) => boolean): Spoil => ({
  form: async (form, next) => (when(form) ? '' : next(form)),
});

const KNOWN_VARIABLES = new Set(
  'key resource url data compression limit filter id date reference statut_final shipping_number'.split(' '),
);

const dataText = (form: Form): string =>
  variable(form, 'compression').replace('0', '') === '' ? variable(form, 'data') : '';

/** Faults in how bytes come and go. */
export const TRANSPORT_DEFECTS = {
  'customers in Windows-1252': {
    breaks: ['transport.xml-reply', ...CUSTOMERS],
    because: 'a list that is no XML shows nothing',
    spoil: {
      async exchange(request, next) {
        const reply = await next(request);
        const text = reply.body.toString();
        return text.includes('<customers>') ? { ...reply, body: Buffer.from(text, 'latin1') } : reply;
      },
    },
  },
  'customers with a bare ampersand': {
    breaks: ['transport.xml-reply', ...CUSTOMERS],
    because: 'a list that is no XML shows nothing',
    spoil: onContent('customers_list', (content) => content.replaceAll('&amp;', '&')),
  },
  'byte order mark': breaks(
    'transport.nothing-before-xml',
    onReplies((body) => `\uFEFF${body}`),
  ),
  'blank line first': breaks(
    'transport.nothing-before-xml',
    onReplies((body) => `\n${body}`),
  ),
  'PHP warning first': breaks(
    'transport.nothing-before-xml',
    onReplies(
      (body) =>
        `<br />\n<b>Warning</b>:  Undefined array key "limit" in <b>ws.php</b> on line <b>42</b><br />\n${body}`,
    ),
  ),
  'served as text/html': breaks('transport.content-type', {
    async exchange(request, next) {
      return { ...(await next(request)), headers: { 'content-type': 'text/html; charset=UTF-8' } };
    },
  }),
  'root is the name of the resource': {
    breaks: ['transport.root', 'add-order.reply'],
    because: 'add_order is acknowledged within <connecteur>',
    spoil: onReplies((body) => body.replace('<connecteur><add_order/></connecteur>', '<add_order/>')),
  },
  'multipart unread': breaks('transport.multipart', {
    async exchange(request, next) {
      const multipart = /^multipart/.test(request.headers['content-type'] ?? '');
      return next(multipart ? { ...request, body: Buffer.alloc(0) } : request);
    },
  }),
  'urlencoded unread': breaks('transport.urlencoded', {
    async exchange(request, next) {
      const urlencoded = /urlencoded/.test(request.headers['content-type'] ?? '');
      return next(urlencoded ? { ...request, body: Buffer.alloc(0) } : request);
    },
  }),
  'nothing but an empty list without variables in POST': breaks(
    'transport.xml-only-heading',
    silentWhen((form) => form.has('data') && !form.has('resource') && !form.has('key')),
  ),
  'nothing but an empty list when data comes first': breaks(
    'transport.field-order',
    silentWhen((form) => {
      const names = [...form.keys()];
      return names[0] === 'data' && names.includes('key');
    }),
  ),
  'replies compressed without being asked': breaks('transport.xml-reply', {
    async exchange(request, next) {
      const reply = await next(request);
      const headers = { ...reply.headers, 'content-encoding': 'gzip' };
      return request.method === 'GET' ? reply : { ...reply, headers, body: gzipSync(reply.body) };
    },
  }),
  'key must come before data': breaks('transport.field-order', {
    async form(form, next) {
      const names = [...form.keys()];
      if (form.has('data') && names.indexOf('data') < names.indexOf('key')) throw new Refusal('key manque');
      return next(form);
    },
  }),
  'unknown variable refused': breaks('transport.extra-variables', {
    async call(call, next) {
      const unknown = [...call.form.keys()].find((name) => !KNOWN_VARIABLES.has(name));
      if (call.resource.endsWith('_list') && unknown) throw new Refusal(`variable inconnue : ${unknown}`);
      return next(call);
    },
  }),
  'heading read from POST only': breaks('transport.xml-only-heading', {
    async form(form, next) {
      if (form.has('data') && !form.has('key')) throw new Refusal('key manque');
      return next(form);
    },
  }),
  'declaration required': {
    breaks: ['transport.declaration', 'add-customer.seed-example'],
    because: 'the example of the specification has none',
    spoil: {
      async form(form, next) {
        const xml = dataText(form);
        if (xml !== '' && !xml.startsWith('<?xml')) throw new Refusal('déclaration XML manquante');
        return next(form);
      },
    },
  },
  'encoding required': {
    breaks: ['transport.declaration', 'add-product.windows-1252'],
    because: 'that message names no encoding either',
    spoil: {
      async form(form, next) {
        const declaration = /^<\?xml[^>]*>/.exec(dataText(form))?.[0];
        if (declaration && !declaration.includes('encoding')) throw new Refusal('encodage inconnu');
        return next(form);
      },
    },
  },
  'Expect refused': {
    breaks: ['transport.expect', 'transport.xml-reply', 'transport.content-type'],
    because: 'a refusal of HTTP is no XML',
    spoil: {
      listen(server) {
        server.on('checkContinue', (_, response) => response.writeHead(417).end());
      },
    },
  },
  'connection closed after each reply': breaks('transport.keep-alive', {
    async exchange(request, next) {
      const reply = await next(request);
      return { ...reply, headers: { ...reply.headers, connection: 'close' } };
    },
  }),
  'GET is a server error': breaks('transport.get', {
    async exchange(request, next) {
      const reply = await next(request);
      return request.method === 'GET' ? { ...reply, status: 500 } : reply;
    },
  }),
  'GET shows the products in JSON': breaks('transport.get', {
    async exchange(request, next, { state }) {
      const reply = await next(request);
      if (request.method !== 'GET') return reply;
      return { ...reply, body: Buffer.from(JSON.stringify({ products: state.products })) };
    },
  }),
  'GET shows the products': breaks('transport.get', {
    async exchange(request, next, { key }) {
      if (request.method !== 'GET') return next(request);
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return next({ method: 'POST', headers, body: Buffer.from(`key=${key}&resource=products_list`) });
    },
  }),
} satisfies DefectTable;
