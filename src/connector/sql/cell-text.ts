import Big from 'big.js';

/** A binary float as the database writes it: `1e-05` is `0.00001`. What is no number stays as it is. */
export function floatText(text: string): string {
  if (!/^-?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text)) return text;
  return new Big(text).toFixed();
}

/** Says of itself that it is binary: the name of an image's file and its bytes may stand in the same column. */
export const binaryText = (bytes: Uint8Array): string => `data:;base64,${asBuffer(bytes).toString('base64')}`;

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const BINARY = /^data:;base64,/;

/** The base64 of a binary cell; undefined for any other. */
export const base64FromCell = (cell: string): string | undefined =>
  BINARY.test(cell) ? cell.replace(BINARY, '') : undefined;
