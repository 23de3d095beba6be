import { fail } from '../../../domain/error.ts';
import { filled } from '../../../domain/optional.ts';
import { leaf, type XmlElement } from '../../xml/element.ts';
import type { WireOptions } from '../codec.ts';
import { isBlank } from './blank.ts';
import type { WireField } from './fields.ts';
import type { RecordReading } from './record-reading.ts';
import { decodeText, encodeText } from './text.ts';

export type CustomFields = Readonly<Record<string, string | null>>;
export type CustomEntry = readonly [name: string, value: string | null];

/**
 * What we have no name for, under the sender's name: kept, never refused. `within` is where it stood, when that was
 * deeper than the record itself (`traductions/en-gb/`).
 */
export function customEntries(
  rest: readonly WireField[],
  { options }: RecordReading,
  within = '',
): readonly CustomEntry[] {
  return rest.flatMap(({ name, text }): readonly CustomEntry[] => {
    const key = `${within}${name}`;
    if (!isBlank(text)) return [[key, decodeText(text, options)]];
    return options.clearable.has(key) ? [[key, null]] : [];
  });
}

/** An own property each, whatever its name (`__proto__`, too); nothing at all when there is none. */
export const customFieldsFrom = (entries: readonly CustomEntry[]): CustomFields | undefined =>
  filled(Object.fromEntries(entries));

const XML_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
export const isXmlName = (name: string): boolean => XML_NAME.test(name);

export const customLeaf = (name: string, value: string | null, options: WireOptions): XmlElement =>
  leaf(name, value === null ? '' : encodeText(value, options));

/** For records that have no POST variables. Throws `name_unwritable` where a name cannot be an element's. */
export const writeCustomFields = (customFields: CustomFields, options: WireOptions): readonly XmlElement[] =>
  Object.entries(customFields).map(([name, value]) => {
    if (!isXmlName(name)) throw fail('name_unwritable', { field: name });
    return customLeaf(name, value, options);
  });
