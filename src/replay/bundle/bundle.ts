import type { Journal, RecordedExchange } from '../../shop/journal.ts';
import { knownExchange } from '../../shop/known-exchange.ts';
import { variablesFrom } from '../request.ts';
import { everyText } from './every-text.ts';
import { INDEX_END, type IndexedFile, type IndexOptions, indexHead, indexRow } from './index-page.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { redactedExchange } from './redact-exchange.ts';
import { createSecretMask, type KnownSecrets } from './secrets.ts';
import { type ZipEntry, zipped } from './zip.ts';

export interface BundleOptions extends IndexOptions {
  readonly journal: Pick<Journal, 'exchange'>;
  readonly secrets: KnownSecrets;
  /** The server's version, its settings without secrets. */
  readonly about: object;
  readonly now: Date;
  onExchange?(done: number): void;
}

/**
 * A zip for a support desk: each exchange with its effect as JSON, its request and reply as they are, and a page that leads to
 * them. Rejects with `exchange_unknown`.
 */
export const bundle = (ids: readonly string[], options: BundleOptions): AsyncGenerator<Uint8Array> =>
  zipped(entries(ids, options), options.now);

async function* entries(ids: readonly string[], options: BundleOptions): AsyncGenerator<ZipEntry> {
  const mask = createSecretMask(options.secrets);
  const pseudonyms = createPseudonyms();
  const rows: string[] = [];
  yield { name: 'about.json', content: json(everyText(options.about, mask)) };
  for (const [index, id] of ids.entries()) {
    const exchange = await knownExchange(options.journal, id);
    const shown = everyText(options.isRedacted ? redactedExchange(exchange, pseudonyms) : exchange, mask);
    const files = filesOf(shown, `exchanges/${String(index + 1).padStart(4, '0')}`);
    rows.push(indexRow(shown, files, options));
    yield* files;
    options.onExchange?.(index + 1);
  }
  yield { name: 'index.html', content: pieces([indexHead(options), ...rows, INDEX_END]) };
}

async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

type BundledFile = IndexedFile & { readonly content: string };

function filesOf(exchange: RecordedExchange, folder: string): readonly BundledFile[] {
  const { request, reply, ...rest } = exchange;
  const isXml = request !== undefined && variablesFrom(request) === undefined;
  return [
    { of: 'exchange', name: `${folder}/exchange.json`, content: json(rest) },
    ...(request
      ? [{ of: 'request', name: `${folder}/request.${isXml ? 'xml' : 'json'}`, content: request } as const]
      : []),
    ...(reply ? [{ of: 'reply', name: `${folder}/reply.xml`, content: reply } as const] : []),
  ];
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
