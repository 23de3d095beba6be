import type { Random } from '../../scripts/sample/random.ts';
import { KEY } from '../support/endpoint.ts';
import { post } from '../support/form.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { createSent, type Sent, sendNext } from './sent.ts';

/** All that the clients have sent and been told, over all rounds. */
export interface WriteRecord {
  /** Stock by reference; each reference has one writer. */
  readonly stocks: Map<string, Sent>;
  /** References that several clients added at once; true once one of them was told so. */
  readonly shared: Map<string, boolean>;
  /** Prices of every rule, and names of every customer, of the bulk messages. */
  readonly grilles: Sent;
  readonly customers: Sent;
  /** Orders whose confirmation was acknowledged. */
  readonly confirmed: Set<string>;
}

export const createRecord = (): WriteRecord => ({
  stocks: new Map(),
  shared: new Map(),
  grilles: createSent(),
  customers: createSent(),
  confirmed: new Set(),
});

const CLIENTS = 16;
export const BULK_ROWS = 3000;
export const FINAL_STATE = 'imported';
const REFERENCES_EACH = 20;
const SHARED_A_ROUND = 200;

type Parts = readonly (readonly [string, string])[];

/** One server's life: the clients go on until it is gone. */
export interface Round {
  readonly server: ServerProcess;
  readonly number: number;
  readonly record: WriteRecord;
  readonly random: Random;
  readonly orders: readonly string[];
}

/** Resolves once every client has lost the server. Rejects when a server that lives refuses something. */
export async function writeUntilGone(round: Round): Promise<void> {
  const clients = Array.from({ length: CLIENTS }, (_, client) => writeProducts(round, client));
  await Promise.all([...clients, writeBulk(round), confirmOrders(round)]);
}

/** Gives whether the whole reply came and says success; false once the server is gone. */
async function isAcknowledged({ server }: Round, resource: string, parts: Parts): Promise<boolean> {
  const reply = await post(server.url, [['key', KEY], ['resource', resource], ...parts]).catch(
    () => undefined,
  );
  if (!reply) return false;
  if (reply.status !== 200 || !reply.text.includes(`<${resource}`) || reply.text.includes('<error>'))
    throw new Error(`${resource}: ${reply.status} ${reply.text}\n${server.log()}`);
  return true;
}

const send = (round: Round, sent: Sent, message: (counter: number) => [string, Parts]): Promise<boolean> =>
  sendNext(sent, (counter) => isAcknowledged(round, ...message(counter)));

async function writeProducts(round: Round, client: number): Promise<void> {
  const { record, number } = round;
  for (let turn = 0; ; turn++) {
    if ((turn + client) % 3 === 2) {
      const reference = `SHARED-${number}-${Math.floor(turn / 3) % SHARED_A_ROUND}`;
      if (!record.shared.has(reference)) record.shared.set(reference, false);
      if (!(await isAcknowledged(round, 'add_product', productParts(reference, turn)))) return;
      record.shared.set(reference, true);
      continue;
    }
    const reference = `OWN-${client}-${round.random.integer(REFERENCES_EACH)}`;
    const sent = record.stocks.get(reference) ?? createSent();
    record.stocks.set(reference, sent);
    const resource = sent.acknowledged === 0 ? 'add_product' : 'update_product';
    if (!(await send(round, sent, (stock) => [resource, productParts(reference, stock)]))) return;
  }
}

const productParts = (reference: string, stock: number): Parts => [
  ['reference', reference],
  ['stock', `${stock}`],
  ['nom', `Lampe ${stock}`],
  [
    'data',
    `<connecteur><reference>${reference}</reference><nom>Lampe ${stock}</nom><stock>${stock}</stock></connecteur>`,
  ],
];

async function writeBulk(round: Round): Promise<void> {
  for (;;) {
    if (!(await send(round, round.record.grilles, grillesMessage))) return;
    if (!(await send(round, round.record.customers, customersMessage))) return;
  }
}

function grillesMessage(price: number): [string, Parts] {
  const rows = Array.from(
    { length: BULK_ROWS },
    (_, row) =>
      `<grille src="cli_prod" ref="R"><id_product>P${row}</id_product><price>${price}</price><reduction_type>amount</reduction_type></grille>`,
  );
  return ['add_grilles', [['data', `<grilles>${rows.join('')}</grilles>`]]];
}

function customersMessage(name: number): [string, Parts] {
  const rows = Array.from(
    { length: BULK_ROWS },
    (_, row) => `<client><codetiers>C${row}</codetiers><nom>${name}</nom></client>`,
  );
  return ['add_customer', [['data', `<clients>${rows.join('')}</clients>`]]];
}

async function confirmOrders(round: Round): Promise<void> {
  for (const id of round.orders) {
    const parts: Parts = [
      ['id', id],
      ['statut_final', FINAL_STATE],
    ];
    if (!(await isAcknowledged(round, 'set_order_exported', parts))) return;
    round.record.confirmed.add(id);
  }
}
