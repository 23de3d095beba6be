import { fail } from '../domain/error.ts';
import type { Exchange } from '../shop/journal.ts';
import { filePlaceholderDigest, withBase64 } from '../webservice/kept-base64.ts';
import { MASK, withMaskedKeys } from '../webservice/masking.ts';
import { type Form, type Part, writeForm } from '../wire/form/writer.ts';

export type ReadBlob = (sha256: string) => Promise<Uint8Array | undefined>;

/**
 * The form of an exchange as it came, its images and files restored; `edited` takes the place of its request. Where its key
 * stood stands the journal's mask. Rejects with `request_not_kept`, `request_cut` or `request_file_missing`.
 */
export async function restoredForm(exchange: Exchange, readBlob: ReadBlob, edited?: string): Promise<Form> {
  const about = { entity: 'exchange', record: exchange.id } as const;
  const text = edited ?? exchange.request ?? '';
  if (text === '') throw fail('request_not_kept', about);
  if (exchange.isRequestCut && edited === undefined) throw fail('request_cut', about);
  const missing: string[] = [];
  const blobOf = async (sha256: string): Promise<Uint8Array | undefined> => {
    const bytes = await readBlob(sha256);
    if (!bytes) missing.push(sha256);
    return bytes;
  };
  const parts = await partsOf(exchange, text, blobOf);
  const [first] = missing;
  if (first !== undefined) throw fail('request_file_missing', { ...about, value: first });
  return writeForm([['key', MASK], ...parts], { form: 'multipart' });
}

async function partsOf(exchange: Exchange, text: string, blobOf: ReadBlob): Promise<readonly Part[]> {
  const variables = variablesFrom(text);
  if (variables) return variableParts(variables, blobOf);
  const { resource, variables: beside = {} } = exchange;
  const xml = (await withBase64(withMaskedKeys(text), blobOf)).text;
  return [
    ...(resource === '' ? [] : [['resource', resource] as const]),
    ...(await variableParts(beside, blobOf)),
    ['data', xml],
  ];
}

/** A request without XML is kept as JSON. */
export function variablesFrom(text: string): Readonly<Record<string, string>> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return Object.fromEntries(Object.entries(JSON.parse(text)).map(([name, value]) => [name, String(value)]));
  } catch {
    return undefined;
  }
}

async function variableParts(
  variables: Readonly<Record<string, string>>,
  blobOf: ReadBlob,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const [name, value] of Object.entries(variables)) {
    const digest = filePlaceholderDigest(value);
    const bytes = digest === undefined ? undefined : await blobOf(digest);
    if (name !== 'key') parts.push(bytes ? [name, bytes, name] : [name, value]);
  }
  return parts;
}
