import { xmlLines } from '../../webservice/xml-lines.ts';

export const xmlText = (xml: Uint8Array): string => `${xmlLines(new TextDecoder().decode(xml)).join('\n')}\n`;

/** A record as hooks see it, a field a line. */
export const recordLines = (record: unknown): string => `${JSON.stringify(record, shortened, 2)}\n`;

const shortened = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? `${value.length} bytes` : value;
