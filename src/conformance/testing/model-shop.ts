import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProfileName } from '../requirement.ts';
import { readContent } from './model/content-reader.ts';
import {
  type Call,
  type Content,
  type Form,
  type Model,
  type RawRequest,
  Refusal,
  type Reply,
  type Spoil,
} from './model/exchange.ts';
import { readForm } from './model/form-reader.ts';
import {
  type Handler,
  listCustomers,
  listOptions,
  listOrders,
  listProducts,
  readOrder,
} from './model/reading.ts';
import { createState } from './model/state.ts';
import { WRITE_HANDLERS } from './model/writing.ts';
import { checkWhole, escapeXml, field, variable, withoutComments } from './model/xml-reader.ts';

export interface ModelShop extends AsyncDisposable {
  readonly url: string;
  readonly key: string;
  /** An order that may be confirmed for good. */
  readonly order: string;
}

const KEY = 'k-7f3a91c2-model';

const HANDLERS: Readonly<Record<string, Handler>> = {
  ...WRITE_HANDLERS,
  products_list: listProducts,
  options_list: listOptions,
  orders_list: listOrders,
  orders: readOrder,
  customers_list: listCustomers,
};

/**
 * A small shop that does all that the protocol asks, in memory, on a free port of 127.0.0.1: the kit must find nothing
 * in it. Each of `spoils` puts one fault in.
 */
export async function startModelShop(
  profile: ProfileName,
  spoils: readonly Spoil[] = [],
): Promise<ModelShop> {
  const model: Model = { profile, key: KEY, state: createState() };
  const answer = spoils.reduce<(request: RawRequest) => Promise<Reply>>(
    (next, { exchange }) => (exchange ? (request) => exchange(request, next, model) : next),
    (request) => answerRequest(request, model, spoils),
  );
  const server = serve(answer);
  for (const { listen, stock } of spoils) {
    listen?.(server);
    stock?.(model.state);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webservice`,
    key: KEY,
    order: '1001',
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const serve = (answer: (request: RawRequest) => Promise<Reply>): Server =>
  createServer(async (message, response) => {
    const { method = '', headers } = message;
    const {
      status,
      headers: fields,
      body,
    } = await answer({ method, headers, body: await readBody(message) });
    response.writeHead(status, fields).end(body);
  });

const readBody = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
};

async function answerRequest(request: RawRequest, model: Model, spoils: readonly Spoil[]): Promise<Reply> {
  if (request.method === 'GET') return ALIVE;
  if (request.method !== 'POST') return xmlReply(405, '<error>POST seulement</error>');
  const answer = spoils.reduce<(form: Form) => Promise<Content>>(
    (next, { form: hook }) => (hook ? (form) => hook(form, next, model) : next),
    (form) => answerForm(form, model, spoils),
  );
  try {
    return xmlReply(200, await answer(readForm(request)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = error.status ?? (model.profile === 'samples' ? 400 : 200);
    return xmlReply(status, `<error>${escapeXml(error.message)}</error>`);
  }
}

const ALIVE: Reply = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from('<!doctype html><title>Webservice</title><p>En service.</p>'),
};

const xmlReply = (status: number, content: Content): Reply => ({
  status,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<connecteur>${content}</connecteur>`),
});

async function answerForm(form: Form, model: Model, spoils: readonly Spoil[]): Promise<Content> {
  if (isDocument(form)) return takeDocument(form, model);
  const xml = withoutComments(readContent(form));
  if ((field(xml, 'key') || variable(form, 'key')) !== model.key) throw new Refusal('clé refusée');
  const resource = field(xml, 'resource') || variable(form, 'resource');
  const handler = Object.hasOwn(HANDLERS, resource) ? HANDLERS[resource] : undefined;
  if (!handler) throw new Refusal(resource ? `ressource inconnue : ${resource}` : 'resource manque');
  if (xml !== '') checkWhole(xml);
  else if (form.has('data') && !form.has('compression')) throw new Refusal('data est vide');
  const answer = spoils.reduce<(call: Call) => Promise<Content>>(
    (next, { call: hook }) => (hook ? (call) => hook(call, next, model) : next),
    async (call) => handler(call, model),
  );
  return answer({ resource, form, xml });
}

const isDocument = (form: Form): boolean =>
  !form.has('resource') && !form.has('data') && (form.has('pdf') || (form.has('email') && form.has('oid')));

/** The push of a document's file: its sender looks at the status alone. */
function takeDocument(form: Form, model: Model): Content {
  if (variable(form, 'key') !== model.key) throw new Refusal('clé refusée', 403);
  return '<document/>';
}
