import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { fail } from '../../domain/error.ts';
import { closest } from '../../parsing/closest.ts';
import { variablesFrom } from '../../replay/request.ts';
import type { Journal } from '../../shop/journal.ts';
import { knownExchange } from '../../shop/known-exchange.ts';
import { isResource, knownResources, type Resource } from '../../wire/messages/resources.ts';
import { readDocument } from '../../wire/xml/document.ts';
import { child, LEAVES, shape } from '../../wire/xml/element.ts';

/** A message to be tried. */
export interface TriedMessage {
  readonly resource: Resource;
  readonly direction: 'request' | 'reply';
  readonly xml: Uint8Array;
  readonly variables: ReadonlyMap<string, string>;
}

/** What the words of the command say of it; the rest is found in the message itself. */
export interface SaidOfMessage {
  readonly resource?: string | undefined;
  readonly reply?: boolean | undefined;
}

/** As the corpus writes them, beside a message. */
const NOTES = z.looseObject({
  resource: z.string().exactOptional(),
  direction: z.enum(['request', 'reply']).exactOptional(),
  variables: z.record(z.string(), z.string()).exactOptional(),
});

/** Where the name is that of a file. */
export const messageFile = (folder: string, name: string): string | undefined => {
  const path = resolve(folder, name);
  return existsSync(path) ? path : undefined;
};

/** Rejects with `file_unreadable`, `resource_unknown`. */
export async function readMessageFile(path: string, said: SaidOfMessage): Promise<TriedMessage> {
  const xml = await readFile(path).catch((error: Error) => {
    throw fail('file_unreadable', { value: path, expected: error.message }, error);
  });
  const notes = await readNotes(path.replace(/\.xml$/i, '.json'), path);
  const direction = said.reply ? 'reply' : (notes.direction ?? 'request');
  return {
    resource: knownResource(said.resource ?? notes.resource ?? namedIn(xml)),
    direction,
    xml,
    variables: new Map(Object.entries(notes.variables ?? {})),
  };
}

async function readNotes(path: string, message: string): Promise<z.output<typeof NOTES>> {
  if (path === message || !existsSync(path)) return {};
  const parsed = NOTES.safeParse(JSON.parse(await readFile(path, 'utf8')));
  return parsed.success ? parsed.data : {};
}

/** Rejects with `exchange_unknown`; where the journal has no request, `request_not_kept`; no reply, or only a beginning, `exchange_cut`. */
export async function readExchange(
  journal: Pick<Journal, 'exchange'>,
  id: string,
  { resource, reply }: SaidOfMessage,
): Promise<TriedMessage> {
  const exchange = await knownExchange(journal, id);
  const kept = reply ? exchange.reply : exchange.request;
  const about = { entity: 'exchange', record: id } as const;
  if (!reply && !kept) throw fail('request_not_kept', about);
  if (kept === undefined || (!reply && exchange.isRequestCut)) throw fail('exchange_cut', about);
  const said = variablesFrom(kept);
  return {
    resource: knownResource(resource ?? exchange.resource),
    direction: reply ? 'reply' : 'request',
    xml: Buffer.from(said ? '' : kept),
    variables: new Map(Object.entries(said ?? exchange.variables ?? {})),
  };
}

function namedIn(xml: Uint8Array): string {
  const read = readDocument(xml, shape({ connecteur: LEAVES }));
  return (read.ok && child(read.value, 'resource')?.text.trim()) || '';
}

function knownResource(name: string): Resource {
  if (isResource(name)) return name;
  const expected = closest(name, knownResources) ?? knownResources.join(', ');
  throw name === ''
    ? fail('option_invalid', { field: '--resource', value: '', expected })
    : fail('resource_unknown', { value: name, expected });
}
