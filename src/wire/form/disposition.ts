import { parseParameters } from './parameters.ts';
import { decodeName } from './part.ts';

export interface Disposition {
  readonly name: string;
  readonly filename: string | undefined;
}

const CONTENT_DISPOSITION = /^content-disposition[ \t]*:(.*(?:\r?\n[ \t].*)*)$/im;
const PLAIN = /^[\w.-]*$/;
const FOLDED_LINE = /\r?\n[ \t]+/g;
const EXTENDED_VALUE = /^([^']*)'[^']*'(.*)$/s;

/**
 * What a part's header block says of it; undefined without a name. All other lines are ignored, the part's own
 * Content-Type and Content-Transfer-Encoding among them (docs/protocol.md).
 */
export function parseDisposition(header: Buffer): Disposition | undefined {
  const value = CONTENT_DISPOSITION.exec(header.toString('latin1'))?.[1];
  if (value === undefined) return undefined;
  const parameters = parseParameters(value.includes('\n') ? value.replace(FOLDED_LINE, ' ') : value);
  const name = parameters.get('name');
  if (name === undefined) return undefined;
  const plain = parameters.get('filename');
  const extended = decodeExtended(parameters.get('filename*'));
  return {
    name: decodeQuoted(name),
    filename: extended ?? (plain === undefined ? plain : decodeQuoted(plain)),
  };
}

/** Browsers and libcurl from 7.81 write a quote and line ends as percent escapes, and only these. */
const decodeQuoted = (latin1: string): string =>
  PLAIN.test(latin1)
    ? latin1
    : decodeName(Buffer.from(latin1.replace(/%(22|0[AD])/gi, percentToCharacter), 'latin1'));

/** RFC 5987: `UTF-8''na%C3%AFve.png`. */
function decodeExtended(value: string | undefined): string | undefined {
  const encoded = value === undefined ? undefined : EXTENDED_VALUE.exec(value)?.[2];
  if (encoded === undefined) return undefined;
  return decodeName(Buffer.from(encoded.replace(/%([0-9a-f]{2})/gi, percentToCharacter), 'latin1'));
}

const percentToCharacter = (_escape: string, hex: string): string =>
  String.fromCharCode(Number.parseInt(hex, 16));
