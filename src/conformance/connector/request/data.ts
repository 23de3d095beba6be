import { type Compression, openData } from './compression.ts';
import { type Element, parseElement } from './element.ts';
import { sampleXml } from './sample.ts';

/** The variable `data`, looked at without believing what is said about it. */
export interface Data {
  /** What the bytes are. */
  readonly compression: Compression;
  /** Undefined where the bytes cannot be opened here (bzip2). */
  readonly text?: string;
  /** The encoding that the XML declaration names, in capitals; undefined when it names none. */
  readonly declared?: string;
  readonly isUtf8: boolean;
  readonly root?: Element;
  /** Why there is no `root`. */
  readonly complaint?: string;
}

export function readData(bytes: Buffer): Data {
  const { compression, plain } = openData(bytes);
  if (!plain) return { compression, isUtf8: true };
  const [, declared] =
    /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(plain.toString('latin1', 0, 256)) ?? [];
  const utf8 = strictUtf8(plain);
  // Bytes that are not what they should be are judged once: the XML is looked at all the same.
  const text = utf8 ?? plain.toString('latin1');
  const root = parseElement(sampleXml(text.replace(/^\uFEFF?\s*/, '')));
  return {
    compression,
    text,
    ...(declared === undefined ? {} : { declared: declared.toUpperCase() }),
    isUtf8: utf8 !== undefined,
    ...(typeof root === 'string' ? { complaint: root } : { root }),
  };
}

function strictUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
