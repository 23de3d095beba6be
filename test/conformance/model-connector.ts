import { Buffer } from 'node:buffer';
import { request as httpRequest } from 'node:http';

/** What is sent: plain values go both ways, `xml` is what stands only in the XML, `files` only in the form. */
export interface Message {
  readonly resource: string;
  readonly values: Readonly<Record<string, string>>;
  readonly xml: string;
  /** Instead of `connecteur`: the root of the XML without key and resource. */
  readonly bare?: true;
  readonly files?: Readonly<Record<string, string>>;
}

export interface Wire {
  readonly method: string;
  readonly url: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly data: Buffer | undefined;
  readonly contentType?: string;
}

/** Where a connector may go wrong; the default does everything as the specification says. */
export interface Behaviour {
  /** Last change to a message before it is written. */
  readonly message: (message: Message) => Message;
  /** Last change to what goes over the wire. */
  readonly wire: (wire: Wire) => Wire;
  readonly sliceStarts: readonly number[];
  readonly readsOn: boolean;
  readonly listsFirst: boolean;
  readonly choose: (known: 'product' | 'option' | undefined) => string;
  readonly addsTwice: boolean;
  readonly readsUnlisted: boolean;
  readonly confirmsFirst: boolean;
  readonly confirms: (order: { readonly id: string; readonly xml: string }) => boolean;
  readonly confirmsAgain: boolean;
  readonly readsAgain: boolean;
  readonly stopsAtRefusal: boolean;
  readonly stopsAt5xx: boolean;
  readonly overlaps: boolean;
}

export const GOOD: Behaviour = {
  message: (message) => message,
  wire: (wire) => wire,
  sliceStarts: [0, 500, 1_000, 1_500],
  readsOn: true,
  listsFirst: true,
  choose: (known) =>
    known === 'option' ? 'update_option' : known === 'product' ? 'update_product' : 'add_product',
  addsTwice: false,
  readsUnlisted: false,
  confirmsFirst: false,
  confirms: ({ xml }) => !xml.includes('<no_import/>'),
  confirmsAgain: true,
  readsAgain: false,
  stopsAtRefusal: false,
  stopsAt5xx: true,
  overlaps: false,
};

export const KNOWN_PRODUCT = 'ERP-1';
export const KNOWN_OPTION = 'ERP-2';

const ARTICLES = [KNOWN_PRODUCT, KNOWN_OPTION, 'ERP-3', 'ERP-4', 'ERP-5'];
const GAMMES = `<gammes><!-- déclinaisons -->${['7412/A', 'AB 12 É']
  .map(
    (sku) =>
      `<${sku}>${['Couleur', 'Taille'].map((axis) => `<${axis}><name>${axis}</name><value>M</value><p_vente>55</p_vente></${axis}>`).join('')}</${sku}>`,
  )
  .join('')}</gammes>`;
const PDF = Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64');

const CLIENT = `<client identifiant="C1"><codetiers>C1</codetiers><nom>Bague's en or</nom><tauxderemise>2.5</tauxderemise></client>`;
const CLIENTS = `<clients>${CLIENT}</clients>`;
const GRILLE = `<grille src="cli_prodfam" ref="TF1"><id_product>ERP-1</id_product><price>10</price><reduction_type>reduction_percentage</reduction_type><id_customer>C1</id_customer><group_name></group_name><id_currency>0</id_currency><country_iso2>0</country_iso2><from_qty>1</from_qty><from>2015-02-01 00:00:00</from><to>0</to></grille>`;
const PIECE = `<order><client><id>C1</id></client><commande><reference>FA00017</reference><total_paid>113.40</total_paid></commande><produits/><pdf>${PDF}</pdf></order>`;

class Stop extends Error {}

/** The state that a connector keeps from run to run: the orders that are in the ERP, and those known to be confirmed. */
export interface ErpState {
  readonly imported: Set<string>;
  readonly confirmed: Set<string>;
}

/** A connector on plain `node:http` that sends everything at each run. Resolves also when it had to stop. */
export async function runModelConnector(
  target: { readonly url: string; readonly key: string },
  behaviour: Behaviour,
  erp: ErpState,
): Promise<void> {
  const call = createCaller(target, behaviour);
  try {
    await syncProducts(call, behaviour);
    await call({ resource: 'add_customer', values: {}, xml: CLIENTS, bare: true });
    await call({
      resource: 'add_grilles',
      values: {},
      xml: `<connecteur><grilles>${GRILLE}</grilles></connecteur>`,
      bare: true,
    });
    await call({ resource: 'customers_list', values: { date: '22-03-2026' }, xml: '' });
    await syncOrders(call, behaviour, erp);
    await call({
      resource: 'add_tracking',
      values: { id: '70001', shipping_number: '6A1' },
      xml: '',
    });
    await call({ resource: 'add_order', values: {}, xml: PIECE });
    await call({
      resource: '',
      values: { email: 'a@example.com', type: '23', reference: 'FA00017', oid: '17' },
      xml: '',
      files: { pdf: PDF },
    });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
}

type Caller = (message: Message) => Promise<string>;

async function syncProducts(call: Caller, behaviour: Behaviour): Promise<void> {
  const early = behaviour.listsFirst ? undefined : writeArticle(KNOWN_PRODUCT, 'update_product');
  if (early) await call(early);
  const products = await readList(call, 'products_list', behaviour);
  const options = await readList(call, 'options_list', behaviour);
  const write = (reference: string): Message => {
    const known = options.has(reference) ? 'option' : products.has(reference) ? 'product' : undefined;
    return writeArticle(reference, behaviour.choose(known));
  };
  if (behaviour.overlaps) await Promise.all(ARTICLES.map(async (reference) => call(write(reference))));
  else for (const reference of ARTICLES) await call(write(reference));
  if (behaviour.addsTwice) await call(write('ERP-5'));
}

const writeArticle = (reference: string, resource: string): Message => ({
  resource,
  values: { reference, nom: 'Lampe « Été » & co', p_vente: '12.50', tva: '20', actif: '1', stock: '3' },
  xml: reference === 'ERP-4' ? GAMMES : '',
});

async function readList(call: Caller, resource: string, behaviour: Behaviour): Promise<Set<string>> {
  const references = new Set<string>();
  for (const start of behaviour.sliceStarts) {
    const reply = await call({ resource, values: { limit: `${start},500` }, xml: '' });
    const found = valuesOf(reply, 'reference');
    for (const reference of found) references.add(reference);
    if (found.length < 500 || !behaviour.readsOn) break;
  }
  return references;
}

async function syncOrders(call: Caller, behaviour: Behaviour, erp: ErpState): Promise<void> {
  const list = await call({ resource: 'orders_list', values: { filter: '2,3' }, xml: '' });
  const listed = valuesOf(list, 'id');
  for (const id of behaviour.readsUnlisted ? ['1', ...listed] : listed) {
    await takeOrder(id, { call, behaviour, erp });
  }
}

async function takeOrder(
  id: string,
  { call, behaviour, erp }: { readonly call: Caller; readonly behaviour: Behaviour; readonly erp: ErpState },
): Promise<void> {
  const confirm: Message = { resource: 'set_order_exported', values: { id, statut_final: '5' }, xml: '' };
  const isImported = erp.imported.has(id);
  if (isImported && (!behaviour.confirmsAgain || erp.confirmed.has(id))) return;
  if (behaviour.confirmsFirst) await call(confirm);
  if (!isImported || behaviour.readsAgain) {
    const xml = await call({ resource: 'orders', values: { id }, xml: '' });
    if (xml.includes('<error>') || !behaviour.confirms({ id, xml })) return;
    erp.imported.add(id);
  }
  if (!behaviour.confirmsFirst) await call(confirm);
  erp.confirmed.add(id);
}

const valuesOf = (xml: string, name: string): readonly string[] =>
  Array.from(xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g')), ([, text = '']) => text);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function createCaller(target: { readonly url: string; readonly key: string }, behaviour: Behaviour): Caller {
  return async (message) => {
    const { status, body } = await post(
      behaviour.wire(wireFromMessage(behaviour.message(message), target)),
    ).catch(() => {
      throw new Stop('nobody answers');
    });
    if (status >= 500 && behaviour.stopsAt5xx) throw new Stop(`HTTP ${status}`);
    if (body.includes('<error>') && behaviour.stopsAtRefusal) throw new Stop(body);
    return body;
  };
}

function wireFromMessage(
  message: Message,
  { url, key }: { readonly url: string; readonly key: string },
): Wire {
  const { resource, values, xml, bare, files } = message;
  const named = { key, ...(resource === '' ? {} : { resource }), ...values };
  const leaves = Object.entries(named).map(([name, text]) => `<${name}>${escaped(text)}</${name}>`);
  const content = bare ? xml : `<connecteur>${leaves.join('')}${xml}</connecteur>`;
  return {
    method: 'POST',
    url,
    variables: { ...named, ...files },
    data: resource === '' ? undefined : Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${content}`),
  };
}

const BOUNDARY = '------------------------0123456789abcdef01234567';

function post({
  method,
  url,
  variables,
  data,
  contentType,
}: Wire): Promise<{ status: number; body: string }> {
  const parts = [...Object.entries(variables), ...(data ? [['data', data] as const] : [])];
  const body = Buffer.concat([
    ...parts.flatMap(([name, value]) => [
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
  const headers = { 'content-type': contentType ?? `multipart/form-data; boundary=${BOUNDARY}` };
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers: { ...headers, 'content-length': body.length } });
    request.once('error', reject);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    request.end(body);
  });
}
