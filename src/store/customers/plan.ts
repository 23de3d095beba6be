import { randomUUID } from 'node:crypto';
import type { CustomerChange } from '../../domain/customer.ts';
import { problem, quotable } from '../../domain/problem.ts';
import { type BulkTally, createBulkTally } from '../../shop/tally.ts';
import type { Sql, Staging } from '../database.ts';
import { readPages } from '../pages.ts';
import { createErpSide, type ErpSide, excessOf, mergeNode } from './merge.ts';
import {
  CHANGE_EVENT_ID,
  createPlannedEvents,
  type PlannedCustomer,
  type PlannedEvents,
} from './planned-events.ts';
import { createPlannedRows, type Identity, type PlannedRows } from './planned-rows.ts';
import { type Adoptable, readAdoptable, readStored, type StoredCustomer, type Turns } from './stored.ts';

/** Nodes read at once: a node may be long. */
const PAGE = 200;

const NODES = `SELECT turn, seq, email_key, change FROM customer_node
  WHERE (turn, seq) > ($1, $2) ORDER BY turn, seq LIMIT ${PAGE}`;
const LAST_KEY = 'SELECT max(customer_key) AS last FROM customer';
const TAKEN_IDS = `SELECT p.customer_key AS key FROM planned_customer p JOIN customer c ON c.id = p.id
  WHERE c.customer_key <> p.customer_key`;
const CHANGE_ID = 'UPDATE planned_customer SET id = $2 WHERE customer_key = $1';

interface NodeRow {
  readonly turn: number;
  readonly seq: number;
  readonly email_key: string | null;
  readonly change: string;
}

/** The customer that is being merged; its nodes may go over several pages. */
interface Current {
  readonly turn: number;
  /** Undefined until a node of a customer that is not known is accepted. */
  identity: Identity | undefined;
  as: PlannedCustomer['as'];
  readonly side: ErpSide;
}

interface Planning {
  readonly rows: PlannedRows;
  readonly events: PlannedEvents;
  readonly tally: BulkTally;
  readonly adopted: Set<number>;
  nextKey: number;
}

interface PageOfStored {
  readonly stored: ReadonlyMap<string, StoredCustomer>;
  readonly adoptable: ReadonlyMap<string, Adoptable>;
}
const NOTHING: PageOfStored = { stored: new Map(), adoptable: new Map() };

/** Compares the staged nodes with what is stored, page by page, and leaves what differs in the planned tables. */
export async function planCustomers(sql: Sql, staging: Staging): Promise<BulkTally> {
  const last = (await sql.get<{ last: number | null }>(LAST_KEY))?.last ?? null;
  const rows = await createPlannedRows(staging, sql);
  const events = await createPlannedEvents(staging, sql);
  const planning: Planning = {
    rows,
    events,
    tally: createBulkTally(),
    adopted: new Set(),
    nextKey: (last ?? 0) + 1,
  };
  let current: Current | undefined;
  for await (const nodes of readNodes(sql)) {
    const turns = { after: current?.turn ?? 0, upTo: nodes.at(-1)?.turn ?? 0 };
    // An empty database is asked nothing.
    const page = last === null ? NOTHING : await readPage(sql, turns);
    for (const node of nodes) current = takeNode(planning, current, { node, page });
    await flush(planning);
  }
  if (current) finish(planning, current);
  await flush(planning);
  if (last !== null) await avoidTakenIds(sql);
  return planning.tally;
}

async function flush({ rows, events }: Planning): Promise<void> {
  await rows.flush();
  await events.flush();
}

const readNodes = (sql: Sql): AsyncGenerator<readonly NodeRow[]> =>
  readPages<NodeRow, readonly [turn: number, seq: number]>({
    from: [0, 0],
    async read(after) {
      const rows = await sql.all<NodeRow>(NODES, after);
      const end = rows.at(-1);
      return { items: rows, last: end && [end.turn, end.seq] };
    },
  });

async function readPage(sql: Sql, turns: Turns): Promise<PageOfStored> {
  return { stored: await readStored(sql, turns), adoptable: await readAdoptable(sql, turns) };
}

interface NodeOnPage {
  readonly node: NodeRow;
  readonly page: PageOfStored;
}

function takeNode(planning: Planning, before: Current | undefined, { node, page }: NodeOnPage): Current {
  const { tally } = planning;
  const change: CustomerChange = JSON.parse(node.change);
  if (before && before.turn !== node.turn) finish(planning, before);
  const current =
    before?.turn === node.turn ? before : begin(node.turn, page.stored.get(change.code), change.code);
  const refusal = excessOf(current.side, change);
  if (refusal) {
    tally.refused.add(refusal);
  } else if (current.identity) {
    tally.count(mergeNode(current.side, change) ? 'updated' : 'unchanged');
  } else {
    const adopted = adopt(planning, change.code, node.email_key, page);
    current.identity = adopted ?? newIdentity(planning, change.code);
    current.as = adopted ? 'adopted' : 'created';
    mergeNode(current.side, change);
    tally.count(adopted ? 'updated' : 'created');
  }
  return current;
}

const begin = (turn: number, stored: StoredCustomer | undefined, code: string): Current => ({
  turn,
  identity: stored && { key: stored.key, id: stored.id, code },
  as: 'known',
  side: stored?.side ?? createErpSide(),
});

function finish({ rows, events }: Planning, { identity, as, side }: Current): void {
  if (!identity) return;
  rows.add(identity, side);
  events.add({ ...identity, as, side });
}

/** The shop's customer without a code who alone has this e-mail receives the code. */
function adopt(
  { adopted, tally }: Planning,
  code: string,
  email: string | null,
  { adoptable }: PageOfStored,
): Identity | undefined {
  const found = email === null ? undefined : adoptable.get(email);
  if (!found || adopted.has(found.key)) return undefined;
  adopted.add(found.key);
  tally.warnings.add(
    problem('customer_adopted', { entity: 'customer', record: code, value: quotable(found.id) }),
  );
  return { ...found, code };
}

function newIdentity(planning: Planning, code: string): Identity {
  const key = planning.nextKey;
  planning.nextKey += 1;
  return { key, id: `erp-${key}`, code };
}

/** The shop's own ids are opaque: one of them may look like ours. */
async function avoidTakenIds(sql: Sql): Promise<void> {
  for (const { key } of await sql.all<{ key: number }>(TAKEN_IDS)) {
    const id = `erp-${key}-${randomUUID()}`;
    for (const change of [CHANGE_ID, CHANGE_EVENT_ID]) await sql.run(change, [key, id]);
  }
}
