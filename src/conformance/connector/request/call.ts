import { type Data, readData } from './data.ts';
import { childrenOf, type Element, foldName } from './element.ts';
import { type Form, parseForm } from './form.ts';

/** A request as it came, before anything is made of it. */
export interface RawRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly contentType: string;
  readonly contentEncoding: string;
  readonly body: Buffer;
  /** Another request was still unanswered when this one began. */
  readonly overlaps: boolean;
}

export interface Call {
  readonly raw: RawRequest;
  /** A text says why the form cannot be read. */
  readonly form: Form | string;
  /** Lower-case names; without `data` and without files. */
  readonly variables: ReadonlyMap<string, string>;
  readonly data?: Data;
  /** What holds the message's fields: the root of `data`, or the one element in it that does. */
  readonly root?: Element;
  /** Empty for none. */
  readonly resource: string;
  /** The push of a document's file: neither `resource` nor `data`, but a `pdf`, or an `email` with an `oid`. */
  readonly isPush: boolean;
}

const FILES = ['data', 'image', 'pdf'];

export function readCall(raw: RawRequest): Call {
  const form = parseForm(raw);
  const fields: Form = typeof form === 'string' ? new Map() : form;
  const variables = new Map(
    [...fields]
      .map(([name, value]) => [foldName(name), value.toString('utf8')] as const)
      .filter(([name]) => !FILES.includes(name)),
  );
  const bytes = fields.get('data');
  const data = bytes && bytes.length > 0 ? readData(bytes) : undefined;
  const isPush =
    !bytes &&
    !variables.has('resource') &&
    (fields.has('pdf') || (variables.has('email') && variables.has('oid')));
  const call = {
    raw,
    form,
    variables,
    isPush,
    ...(data ? { data } : {}),
    ...(data?.root ? { root: data.root } : {}),
  };
  return { ...call, resource: (fieldOf(call, 'resource') ?? '').trim() };
}

/** A field of the message: the XML's wins over the variable, unless it is empty there. */
export function fieldOf(call: Pick<Call, 'variables' | 'root'>, name: string): string | undefined {
  const inXml = childrenOf(call.root, name).at(-1)?.text;
  const variable = call.variables.get(name)?.trim();
  return inXml ? inXml : (variable ?? inXml);
}

const PRODUCT_WRITES: readonly string[] = ['add_product', 'update_product', 'add_option', 'update_option'];

export const isProductWrite = ({ resource }: { readonly resource: string }): boolean =>
  PRODUCT_WRITES.includes(resource);

export const gammesOf = (call: Pick<Call, 'root'>): readonly Element[] =>
  childrenOf(call.root, 'gammes', 'gamme').flatMap(({ children }) => children);

export const RESOURCES: readonly string[] = [
  'products_list',
  'options_list',
  ...PRODUCT_WRITES,
  'orders_list',
  'orders',
  'set_order_exported',
  'customers_list',
  'add_customer',
  'add_grilles',
  'add_order',
  'add_tracking',
];
