import type { CustomerChange } from '../../domain/customer.ts';
import { fail, PasserelleError } from '../../domain/error.ts';
import type { Origin } from '../../domain/origin.ts';
import type { KeptPriceRules, PriceRuleChange } from '../../domain/price-rule.ts';
import type { Problem } from '../../domain/problem.ts';
import {
  createTrace,
  type Transformations,
  type TransformationTrace,
  toldOf,
} from '../../domain/transformation.ts';
import type { BulkResult, PriceRuleBatch, PriceRuleMode, Shop } from '../../shop/shop.ts';
import { decompress } from '../../wire/compression/decompress.ts';
import type { WireOptions } from '../../wire/messages/codec.ts';
import { isResource, RESOURCES, type Resource } from '../../wire/messages/resources.ts';
import { foldName, type XmlElement } from '../../wire/xml/element.ts';
import type { XmlLimits } from '../../wire/xml/limits.ts';
import { readRecords } from '../../wire/xml/records.ts';
import { type Beginning, createBeginning } from './beginning.ts';
import { createRefusals, type Refusals } from './refusals.ts';

type Resources = typeof RESOURCES;

export type BulkResource = {
  [Name in Resource]: Resources[Name]['kind'] extends 'bulk' ? Name : never;
}[Resource];

export const isBulkResource = (resource: string): resource is BulkResource =>
  isResource(resource) && RESOURCES[resource].kind === 'bulk';

/** All that a bulk message needs besides its bytes; plain data, so that it can cross to another thread. */
export interface BulkRequest {
  readonly shopName: string;
  readonly resource: BulkResource;
  /** The exchange's id in the journal. */
  readonly exchange: string;
  /** The caller's, as sent: a different one inside the XML is an error. */
  readonly key: string;
  readonly compression: string | undefined;
  readonly wire: WireOptions;
  readonly priceRuleMode: PriceRuleMode;
  readonly decompressedBytes: number;
  readonly xml: XmlLimits;
  /** How much of the XML's beginning the report brings back, for the journal. */
  readonly beginningBytes: number;
}

/** What became of it. `beginning` is that of the XML. */
export type BulkReport = {
  readonly beginning: string;
  readonly isCut: boolean;
  readonly transformed?: Transformations;
} & (
  | { readonly ok: true; readonly result: BulkResult; readonly records: number }
  | { readonly ok: false; readonly problem: Problem }
);

/**
 * Runs one bulk message against the shop. `source` must end only when the whole request was seen to be right: the
 * message takes effect at that moment. A runner may keep its chunks, and take the memory of those that fill theirs.
 */
export type BulkRunner = (request: BulkRequest, source: AsyncIterable<Uint8Array>) => Promise<BulkReport>;

/** Runs it here, on this thread. Rejects only for a fault of ours. */
export async function processBulk(
  shop: Shop,
  request: BulkRequest,
  source: AsyncIterable<Uint8Array>,
): Promise<BulkReport> {
  const beginning = createBeginning(request.beginningBytes);
  const refusals = createRefusals();
  const trace = createTrace();
  const bytes = createOnce(source);
  const told = () => ({ beginning: beginning.text(), isCut: beginning.isCut(), ...toldOf(trace) });
  try {
    const records = readCheckedRecords(request, { source: bytes.source, beginning, refusals });
    const stored = await SAVE[request.resource](shop, { records, request, refusals, trace });
    return { ok: true, result: refusals.mergeInto(stored), records: refusals.seen(), ...told() };
  } catch (error) {
    await bytes.letGo();
    if (error instanceof PasserelleError) return { ok: false, problem: error.problem, ...told() };
    throw error;
  }
}

/** A shop may refuse a message without a look at it: its sender, who waits until his bytes are taken, is let go. */
function createOnce(source: AsyncIterable<Uint8Array>) {
  let begun = false;
  async function* read(): AsyncGenerator<Uint8Array> {
    begun = true;
    yield* source;
  }
  return {
    source: read(),
    async letGo(): Promise<void> {
      if (begun) return;
      try {
        for await (const _ of source) break;
      } catch {
        // What is wrong with bytes that nobody wants does not matter.
      }
    },
  };
}

interface Reading {
  readonly source: AsyncIterable<Uint8Array>;
  readonly beginning: Beginning;
  readonly refusals: Refusals;
}

/** The message's records; what stands beside them is checked before the last batch is over and anything takes effect. */
async function* readCheckedRecords(
  request: BulkRequest,
  { source, beginning, refusals }: Reading,
): AsyncGenerator<readonly XmlElement[]> {
  const { shape, recordName } = RESOURCES[request.resource].codec;
  yield* readRecords(beginning.watch(decompress(source, request.compression, request.decompressedBytes)), {
    shape,
    recordName,
    limits: request.xml,
    onField: (element) => checkRouting(element, request),
    onWarning: refusals.warn,
  });
  if (refusals.seen() === 0 && !namesItsRecords(beginning.text(), recordName))
    throw fail('no_record', { expected: recordName });
}

/** An empty list is a list; a page of HTML, or another message altogether, must not be answered with success. */
const namesItsRecords = (beginning: string, recordName: string): boolean =>
  beginning.includes(`<${recordName}s`);

function checkRouting(element: XmlElement, request: BulkRequest): void {
  const value = element.text.trim();
  if (value === '') return;
  const name = foldName(element.name);
  if (name === 'key' && value !== request.key) throw fail('key_conflict');
  if (name === 'resource' && value !== request.resource)
    throw fail('value_conflict', { field: 'resource', value, expected: request.resource });
}

interface Message {
  readonly records: AsyncIterable<readonly XmlElement[]>;
  readonly request: BulkRequest;
  readonly refusals: Refusals;
  readonly trace: TransformationTrace;
}

const SAVE: Readonly<Record<BulkResource, (shop: Shop, message: Message) => Promise<BulkResult>>> = {
  add_customer: (shop, message) => shop.saveCustomers(decodeCustomers(message), originOf(message)),
  add_grilles: (shop, message) =>
    shop.savePriceRules(decodePriceRules(message), message.request.priceRuleMode, originOf(message)),
};

const originOf = ({ request: { exchange }, trace }: Message): Origin => ({ by: 'erp', exchange, trace });

async function* decodeCustomers({ records, request, refusals }: Message): AsyncGenerator<CustomerChange[]> {
  for await (const batch of records) {
    const customers: CustomerChange[] = [];
    for (const element of batch) {
      const decoded = RESOURCES.add_customer.codec.decodeRecord(element, request.wire);
      if (refusals.accept(decoded)) customers.push(decoded.value);
    }
    yield customers;
  }
}

async function* decodePriceRules({ records, request, refusals }: Message): AsyncGenerator<PriceRuleBatch> {
  for await (const batch of records) {
    const rules: PriceRuleChange[] = [];
    const keep: KeptPriceRules[] = [];
    for (const element of batch) {
      const decoded = RESOURCES.add_grilles.codec.decodeRecord(element, request.wire);
      if (refusals.accept(decoded)) rules.push(decoded.value);
      else if (!decoded.ok && decoded.keep) keep.push(decoded.keep);
    }
    yield { rules, keep };
  }
}
