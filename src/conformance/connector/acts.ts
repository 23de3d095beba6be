import { ACT_NAMES, type ActName } from './options.ts';
import { type Call, fieldOf, isProductWrite } from './request/call.ts';
import { CUT, type Reply, UNAVAILABLE } from './shop/reply.ts';

/** What the shop does to a call instead of answering it. */
export type Deed = 'cut' | 'refuse' | 'unavailable';

interface Dealt {
  readonly deed: Deed | undefined;
  readonly outcome: Reply['outcome'];
}

export interface Script {
  readonly act: ActName;
  /** From 1; 0 before the first call. */
  readonly run: number;
  /** Whether the act's point has come: until then a new run plays the same act again. */
  readonly isPlayed: boolean;
  /** Records that were cut or refused in this run. */
  readonly struck: ReadonlySet<string>;
  /** Lists that were asked for in this run. */
  readonly lists: ReadonlySet<string>;
  /** Whether nothing was called for a while, and since then no list was asked for. */
  readonly hasPaused: boolean;
}

export const FIRST_SCRIPT: Script = {
  act: 'friendly',
  run: 0,
  isPlayed: false,
  struck: new Set(),
  lists: new Set(),
  hasPaused: false,
};

const LISTS = ['products_list', 'options_list', 'orders_list', 'customers_list'];

/** The parameters of a list, if the call asks for one. */
const listAsked = (call: Call): string | undefined =>
  LISTS.includes(call.resource)
    ? [call.resource, ...['limit', 'filter', 'date'].map((name) => fieldOf(call, name) ?? '')].join(' ')
    : undefined;

/**
 * A list that this run has read already, asked for after a pause, begins the next run; other calls may come before it, as
 * the confirmation whose reply was lost.
 */
export function scriptAtCall(script: Script, call: Call, isAfterPause: boolean): Script {
  const list = listAsked(call);
  const hasPaused = script.hasPaused || isAfterPause;
  const isNewRun = script.run === 0 || (hasPaused && list !== undefined && script.lists.has(list));
  const current = { ...(isNewRun ? nextRun(script) : script), hasPaused: hasPaused && list === undefined };
  return list === undefined ? current : { ...current, lists: new Set([...current.lists, list]) };
}

const nextRun = ({ act, run, isPlayed }: Script): Script => ({
  act: isPlayed ? (ACT_NAMES[ACT_NAMES.indexOf(act) + 1] ?? 'afterwards') : act,
  run: run + 1,
  isPlayed: false,
  struck: new Set(),
  lists: new Set(),
  hasPaused: false,
});

/**
 * What happens to this call. The act `refusing` strikes one record of each flow, since a connector that sends only what
 * changed has perhaps nothing to write any more; `lost` and `unavailable` strike once.
 */
export function deedAtCall({ act, isPlayed, struck }: Script, call: Call): Deed | undefined {
  if (act === 'lost' && !isPlayed && call.resource === 'set_order_exported') return 'cut';
  if (act === 'unavailable' && !isPlayed && !LISTS.includes(call.resource)) return 'unavailable';
  const record = act === 'refusing' ? refusableRecord(call) : undefined;
  if (record === undefined) return undefined;
  const [flow] = record.split(' ');
  return [...struck].some((earlier) => earlier.startsWith(`${flow} `)) && !struck.has(record)
    ? undefined
    : 'refuse';
}

/** Flow and key: the same record stays refused through the run, also when it is sent again. */
function refusableRecord(call: Call): string | undefined {
  if (isProductWrite(call)) return `product ${fieldOf(call, 'reference')}`;
  return call.resource === 'orders' ? `order ${fieldOf(call, 'id')}` : undefined;
}

export const REPLIES: Readonly<Record<Exclude<Deed, 'refuse'>, Reply>> = {
  cut: CUT,
  unavailable: UNAVAILABLE,
};

/** After a call was dealt with. The point of `friendly` is that something succeeded. */
export function scriptAfterCall(script: Script, call: Call, { deed, outcome }: Dealt): Script {
  const record = deed === 'refuse' ? refusableRecord(call) : undefined;
  const isFriendly = script.act === 'friendly' || script.act === 'afterwards';
  const isPlayed = deed !== undefined || (isFriendly && outcome === 'done');
  return {
    ...script,
    isPlayed: script.isPlayed || isPlayed,
    struck: record === undefined ? script.struck : new Set([...script.struck, record]),
  };
}
