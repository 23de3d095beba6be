import { createRandom, type Random } from '../../../scripts/sample/random.ts';
import type { Shop } from '../../../src/shop/shop.ts';
import { sendNext, sendOnce } from '../sent.ts';
import { type Caller, createCaller } from './caller.ts';
import type { Campaign } from './campaign.ts';
import { all } from './check.ts';
import { customerChanges, customersThing } from './customers.ts';
import { contentChange, contentThing, fileChange, fileThing } from './documents.ts';
import { sentTo } from './ledger.ts';
import { confirmationThing, FINAL_STATE, parcelThing } from './orders.ts';
import { ruleChanges, rulesThing } from './price-rules.ts';
import { markThing, productChange, productThing } from './products.ts';

interface Client {
  readonly number: number;
  readonly campaign: Campaign;
  readonly random: Random;
  readonly caller: Caller;
}

type Turn = (client: Client) => Promise<void>;

/** Makes calls of all kinds, one after another, until the campaign's number is reached. */
export async function runClient(campaign: Campaign, number: number): Promise<void> {
  const random = createRandom(campaign.seed + number);
  const caller = createCaller(campaign, campaign.seed - 1 - number);
  const client: Client = { number, campaign, random, caller };
  while (campaign.tally.begun < campaign.calls) await turnOf(random.integer(100))(client);
  await caller.close();
}

/** Of a hundred. */
function turnOf(chance: number): Turn {
  if (chance < 54) return writeProduct;
  if (chance < 70) return takeOrder;
  if (chance < 77) return writeCustomers;
  if (chance < 84) return writeRules;
  if (chance < 91) return writeContent;
  if (chance < 98) return writeFile;
  return listProducts;
}

async function write(
  { campaign, caller }: Client,
  thing: string,
  send: (shop: Shop, number: number) => Promise<unknown>,
): Promise<void> {
  const acknowledged = async (number: number): Promise<boolean> =>
    (await caller.call((shop) => send(shop, number))) !== undefined;
  await sendNext(sentTo(campaign.ledger, thing), acknowledged);
}

/** Gives whether it was acknowledged. */
const writeOnce = (
  { campaign, caller }: Client,
  thing: string,
  send: (shop: Shop) => Promise<unknown>,
): Promise<boolean> =>
  sendOnce(sentTo(campaign.ledger, thing), async () => (await caller.call(send)) !== undefined);

/** Products come along as calls are made, and a few of them are in everybody's hands at a time. */
const CALLS_A_PRODUCT = 60;
const PRODUCTS_AT_ONCE = 6;

const writeProduct: Turn = async (client) => {
  const { campaign, number, random } = client;
  const first = Math.floor(campaign.tally.begun / CALLS_A_PRODUCT);
  const reference = `P${first + random.integer(PRODUCTS_AT_ONCE)}`;
  const sent = sentTo(campaign.ledger, productThing(reference, number));
  const operation = sent.acknowledged === 0 ? 'add_product' : 'update_product';
  await sendNext(sent, (value) =>
    writeOnce(client, markThing(reference, number, value), (shop) =>
      shop.saveProduct(productChange(reference, number, value), operation),
    ),
  );
};

const writeCustomers: Turn = (client) =>
  write(client, customersThing(client.number), (shop, value) =>
    shop.saveCustomers(oneBatch(customerChanges(client.number, value))),
  );

const writeRules: Turn = (client) =>
  write(client, rulesThing(client.number), (shop, value) =>
    shop.savePriceRules(oneBatch({ rules: ruleChanges(client.number, value), keep: [] }), 'merge'),
  );

async function* oneBatch<Batch>(batch: Batch) {
  yield batch;
}

/** So that a document's file comes from another client than its data. */
const documentOf = (client: number, group: number): string => `FA${group * 8 + (client % 8)}`;
const GROUPS = 5;

const writeContent: Turn = (client) => {
  const document = documentOf(client.number, client.random.integer(GROUPS));
  return write(client, contentThing(document), (shop, value) =>
    shop.saveSalesDocument(contentChange(document, value)),
  );
};

const writeFile: Turn = (client) => {
  const document = documentOf(client.number + 1, client.random.integer(GROUPS));
  return write(client, fileThing(document), (shop, value) =>
    shop.saveSalesDocument(fileChange(document, value)),
  );
};

/** Several clients often take the same order. */
const FIRST_ORDERS = 6;

const takeOrder: Turn = async (client) => {
  const { campaign, caller, number, random } = client;
  const told = acknowledgedThings(campaign);
  const listed = await caller.call((shop) => all(shop.listOrders({})));
  const offered = (listed?.answer ?? []).map(({ id }) => id);
  const again = offered.filter((id) => told.has(confirmationThing(id)));
  if (again.length > 0) throw new Error(`offered although confirmed: ${again}`);
  const id = offered[random.integer(Math.min(FIRST_ORDERS, offered.length))];
  if (id === undefined) return;
  await caller.call((shop) => shop.readOrder(id));
  await writeOnce(client, confirmationThing(id), (shop) => shop.confirmOrder(id, FINAL_STATE));
  const parcel = `T${number}`;
  await writeOnce(client, parcelThing(id, parcel), (shop) => shop.saveTracking(id, parcel));
};

const listProducts: Turn = async ({ campaign, caller }) => {
  const told = acknowledgedThings(campaign);
  const listed = await caller.call((shop) => all(shop.listProducts({ start: 0 })));
  if (!listed) return;
  const references = listed.answer.map(({ reference }) => reference);
  const known = new Set(references);
  if (known.size < references.length) throw new Error(`listed twice, one of ${references}`);
  const missing = [...told].filter((thing) => isProductOutside(known, thing));
  if (missing.length > 0) throw new Error(`not listed although acknowledged: ${missing}`);
};

function isProductOutside(known: ReadonlySet<string>, thing: string): boolean {
  const reference = /^(P\d+) of client/.exec(thing)?.[1];
  return reference !== undefined && !known.has(reference);
}

const acknowledgedThings = ({ ledger }: Campaign): ReadonlySet<string> =>
  new Set([...ledger].flatMap(([thing, { acknowledged }]) => (acknowledged > 0 ? [thing] : [])));
