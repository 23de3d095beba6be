import type { Problem } from '../../domain/problem.ts';
import { encodingGuessed, pieces } from './document.ts';
import type { Shape, XmlElement } from './element.ts';
import { DEFAULT_XML_LIMITS, type XmlLimits } from './limits.ts';
import { createTextDecoding } from './text.ts';
import { TreeReader } from './tree.ts';

export interface RecordOptions {
  /** Of the document: its children are the possible roots. An unlisted root's children are text fields. */
  readonly shape: Shape;
  /** Folded (see foldName). A record is an element of this name wherever the shape has one as structure. */
  readonly recordName: string;
  readonly limits?: XmlLimits;
  /** How many records are handed over at once; the last batch may be smaller. */
  readonly batch?: number;
  /** Text fields outside of the records: `key`, `resource`. Those before a record come before its batch. */
  onField?(field: XmlElement): void;
  onWarning?(warning: Problem): void;
}

/** Small, so that a batch is gone before the garbage collector has carried it into the old generation. */
const BATCH = 100;

/**
 * Reads a bulk message record by record, in memory that does not grow with it. Throws a PasserelleError when the
 * message cannot be read to its end, even after many batches: what they brought must not count then.
 */
export async function* readRecords(
  source: AsyncIterable<Uint8Array>,
  options: RecordOptions,
): AsyncGenerator<readonly XmlElement[], void, undefined> {
  const { batch = BATCH } = options;
  const records: XmlElement[] = [];
  const decoding = createTextDecoding();
  const reader = recordReader(options, records);
  for await (const chunk of source) {
    for (const piece of pieces(chunk)) {
      reader.write(decoding.decode(piece));
      while (records.length >= batch) yield records.splice(0, batch);
    }
  }
  reader.write(decoding.end());
  reader.end();
  if (decoding.guessed !== undefined) options.onWarning?.(encodingGuessed(decoding.guessed));
  while (records.length > 0) yield records.splice(0, batch);
}

const recordReader = (options: RecordOptions, records: XmlElement[]): TreeReader =>
  new TreeReader({
    shape: options.shape,
    limits: options.limits ?? DEFAULT_XML_LIMITS,
    recordName: options.recordName,
    onRecord: (record) => records.push(record),
    onField: (field) => options.onField?.(field),
    onWarning: (warning) => options.onWarning?.(warning),
  });
