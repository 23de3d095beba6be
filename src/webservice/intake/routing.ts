import { decompress } from '../../wire/compression/decompress.ts';
import { foldName, LEAVES, shape } from '../../wire/xml/element.ts';
import { readRecords } from '../../wire/xml/records.ts';
import type { EndpointLimits } from '../limits.ts';

export interface Routing {
  readonly key: string;
  readonly resource: string;
}

/** Bulk messages are structure down to their records, which are then no fields of the routing. */
const MESSAGES = shape({
  clients: shape({ client: LEAVES }),
  client: LEAVES,
  grilles: shape({ grille: LEAVES }),
});
const ROOTS = shape({ ...MESSAGES.children, connecteur: MESSAGES });

/**
 * Finds `<key>` and `<resource>` in XML of a kind that is not known yet, and reads no further than it must.
 * Whatever else is wrong with the XML is left to who reads it next.
 */
export async function readRouting(
  source: AsyncIterable<Uint8Array>,
  compression: string | undefined,
  limits: EndpointLimits,
): Promise<Routing> {
  const found = { key: '', resource: '' };
  const complete = (): boolean => found.key !== '' && found.resource !== '';
  // A stranger may not make us unpack more than he may make us hold.
  const maxBytes = Math.min(limits.decompressedBytes, limits.spoolBytesPerRequest);
  const records = readRecords(stopWhen(complete, decompress(source, compression, maxBytes)), {
    shape: ROOTS,
    recordName: '',
    limits: limits.xml,
    onField({ name: sent, text }) {
      const name = foldName(sent);
      if (name === 'key') found.key ||= text.trim();
      if (name === 'resource') found.resource ||= text.trim();
    },
  });
  try {
    for await (const _ of records);
  } catch (error) {
    // The reader complains that the rest is missing, which we kept from it.
    if (!complete()) throw error;
  }
  return found;
}

async function* stopWhen(done: () => boolean, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    if (done()) return;
    yield chunk;
  }
}
