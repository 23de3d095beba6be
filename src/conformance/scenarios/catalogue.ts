import { isAccepted, type Reply } from '../session/reply.ts';
import type { Session } from '../session/session.ts';
import type { Texts } from '../texts.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../xml/element.ts';

export type CatalogueList = 'products_list' | 'options_list';

export interface Entry {
  readonly id: string;
  readonly reference: string;
}

/** Some of a list; of a large one its beginning and its end. */
export interface CatalogueReading {
  readonly reply: Reply;
  readonly entries: readonly Entry[];
  /** Whether the whole list was read. */
  readonly complete: boolean;
}

export interface Slice {
  readonly reply: Reply;
  readonly entries: readonly Entry[];
}

/** As the connector reads. No list is asked for without a limit unless it is known to be shorter than this. */
export const SLICE = 500;
const LONG_SLICE = 5000;
/** What is made now is looked for so far before the end, should some entries have gone meanwhile. */
const TAIL = 500;
/** A larger shop is not read further than this. */
const MAXIMUM_ENTRIES = 100_000;
/** Past the end of every shop, and within 32 bits. */
export const FAR_START = 1_000_000_000;

/** By the list's element, which is the same one where a webservice gives the same bytes again and again. */
const entriesByList = new WeakMap<XmlElement, readonly Entry[]>();

/** What a reply lists; none of one that is no such list. */
export function entriesOf({ root }: Reply, list: CatalogueList): readonly Entry[] {
  const container = childNamed(root, list);
  if (container === undefined) return [];
  const known = entriesByList.get(container);
  if (known) return known;
  const entries = childrenNamed(container, list === 'products_list' ? 'product' : 'option').map((entry) => ({
    id: childText(entry, 'id') ?? '',
    reference: childText(entry, 'reference') ?? '',
  }));
  entriesByList.set(container, entries);
  return entries;
}

export async function readSlice(session: Session, list: CatalogueList, limit?: string): Promise<Slice> {
  const fields = limit === undefined ? {} : { limit };
  const reply = await session.call({ resource: list, fields });
  return { reply, entries: entriesOf(reply, list) };
}

/**
 * Reads a list to find entries that were just made: whole when it is short, else its beginning and its end, and when they
 * are not there its first 100,000 entries.
 */
export async function readCatalogue(
  session: Session,
  list: CatalogueList,
  wanted: readonly string[] = [],
): Promise<CatalogueReading> {
  const first = await readSlice(session, list, `0,${SLICE}`);
  if (first.entries.length !== SLICE) return { ...first, complete: isAccepted(first.reply) };
  const size = await measure(session, list);
  const tailStart = Math.max(SLICE, size - TAIL);
  const entries = [...first.entries, ...(await readOn(session, list, { from: tailStart, to: Infinity }))];
  const hasAll = (): boolean => {
    const references = new Set(entries.map(({ reference }) => reference));
    return wanted.every((reference) => references.has(reference));
  };
  if (tailStart > SLICE && !hasAll()) {
    entries.push(...(await readOn(session, list, { from: SLICE, to: Math.min(tailStart, MAXIMUM_ENTRIES) })));
    return { reply: first.reply, entries, complete: tailStart <= MAXIMUM_ENTRIES };
  }
  return { reply: first.reply, entries, complete: tailStart === SLICE };
}

interface Range {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

async function readOn(session: Session, list: CatalogueList, { from, to }: Range): Promise<Entry[]> {
  const read: Entry[] = [];
  while (from + read.length < to && read.length < MAXIMUM_ENTRIES) {
    const start = from + read.length;
    const count = Math.min(LONG_SLICE, to - start);
    const { entries } = await readSlice(session, list, `${start},${count}`);
    read.push(...entries);
    // A webservice may give fewer at once than were asked for.
    if (entries.length === 0) break;
  }
  return read;
}

/** How many entries a list has, by reading single ones: the doubled position that has none, then the gap halved. */
async function measure(session: Session, list: CatalogueList): Promise<number> {
  const has = async (position: number): Promise<boolean> =>
    (await readSlice(session, list, `${position},1`)).entries.length > 0;
  let above = SLICE;
  while (above < FAR_START && (await has(above))) above *= 2;
  let below = above / 2;
  while (above - below > TAIL / 2) {
    const middle = Math.floor((above + below) / 2);
    if (await has(middle)) below = middle;
    else above = middle;
  }
  return below;
}

export const timesListed = ({ entries }: CatalogueReading, reference: string): number =>
  entries.filter((entry) => entry.reference === reference).length;

/** Whether a reference stands `times` in the list; undefined when it was not found and not all was read. */
export function standsTimes(
  reading: CatalogueReading,
  reference: string,
  times: number,
): boolean | undefined {
  const listed = timesListed(reading, reference);
  return listed === 0 && !reading.complete ? undefined : listed === times;
}

const OFTEN = ['not', 'once'];

export const describeTimes = (list: CatalogueList, reference: string, times: number): Texts => ({
  fr: times === 0 ? `« ${reference} » absent de ${list}` : `« ${reference} » ${times} fois dans ${list}`,
  en: `"${reference}" ${OFTEN[times] ?? `${times} times`} in ${list}`,
});

export const LIST_NOT_READ: Texts = {
  fr: 'La liste n’a pas pu être lue, ou est trop longue pour être lue en entier.',
  en: 'The list could not be read, or is too long to be read whole.',
};
