import { fail } from '../../../domain/error.ts';
import type { Axis, VariantChange } from '../../../domain/product.ts';
import { LEAVES, leaf, node, type Shape, shape, type XmlElement } from '../../xml/element.ts';
import type { WireOptions } from '../codec.ts';
import { isBlank } from '../parts/blank.ts';
import { type CustomEntry, customEntries, isXmlName } from '../parts/custom-fields.ts';
import { readChanges, readLabel, writeFields } from '../parts/field-table.ts';
import { elementFields, repeatedFields } from '../parts/fields.ts';
import { type RecordReading, remark } from '../parts/record-reading.ts';
import { encodeText } from '../parts/text.ts';
import { VARIANT_TABLE } from './product-table.ts';

/** An element an axis. Its name is only a fallback for the `<name>` in it, and as free as an SKU's. */
const AXES: Shape = shape({}, { others: LEAVES, verbatimNames: true });
/** `<gammes>`: an element a variant, named by its SKU (seed §16). */
export const GAMMES_SHAPE: Shape = shape({}, { others: AXES, verbatimNames: true });

/** Of an SKU that stands there twice, the last holds. What has no name here goes to `custom`, under its place. */
export function readGammes(
  blocks: readonly XmlElement[],
  reading: RecordReading,
  custom: CustomEntry[],
): readonly VariantChange[] {
  const variants = new Map<string, VariantChange>();
  for (const element of blocks.flatMap((block) => block.children)) {
    const variant = readVariant(element, reading, custom);
    if (variants.has(variant.reference)) {
      remark(reading, 'duplicate_in_message', { field: variant.reference });
    }
    variants.set(variant.reference, variant);
  }
  return [...variants.values()];
}

/** Every axis repeats the variant's price, stock and weight: the first axis that says one is believed. */
function readVariant(element: XmlElement, reading: RecordReading, custom: CustomEntry[]): VariantChange {
  const reference = element.name.trim();
  const axes = element.children.flatMap((axis) => readAxis(axis, reading) ?? []);
  const fields = repeatedFields(element.children);
  fields.take(...AXIS_NAME, ...AXIS_VALUE);
  const values = readChanges(VARIANT_TABLE, fields, reading);
  custom.push(...customEntries(fields.rest(), reading, `gammes/${reference}/`));
  // 0 is how the protocol writes "no own price": never a sale at nothing.
  return { reference, axes, fields: values.netPrice === '0' ? { ...values, netPrice: null } : values };
}

const AXIS_NAME = ['name', 'nom'] as const;
const AXIS_VALUE = ['value', 'valeur'] as const;

function readAxis(element: XmlElement, reading: RecordReading): Axis | undefined {
  const fields = elementFields(element);
  const value = fields.take(...AXIS_VALUE);
  if (!value) return undefined;
  if (isBlank(value.text)) {
    remark(reading, 'empty_ignored', { field: `${element.name}/${value.name}` });
    return undefined;
  }
  const name = fields.take(...AXIS_NAME);
  const label = name && !isBlank(name.text) ? readLabel(name, reading) : element.name;
  return { name: label ?? element.name, value: readLabel(value, reading) ?? '' };
}

/** Throws `name_unwritable` for an empty reference. */
export const writeGammes = (variants: readonly VariantChange[], options: WireOptions): XmlElement =>
  node(
    'gammes',
    variants.map(({ reference, axes, fields }) => {
      if (reference === '') throw fail('name_unwritable', { field: reference });
      const values = writeFields(VARIANT_TABLE, { ...fields, netPrice: writtenPrice(fields) }, options);
      const written = axes.length > 0 ? axes : [undefined];
      return node(
        reference,
        written.map((axis) => node(axisElement(axis), [...writeAxis(axis, options), ...values])),
      );
    }),
  );

const writtenPrice = ({ netPrice }: VariantChange['fields']) => (netPrice === null ? '0' : netPrice);

const writeAxis = (axis: Axis | undefined, options: WireOptions): readonly XmlElement[] =>
  axis ? [leaf('name', encodeText(axis.name, options)), leaf('value', encodeText(axis.value, options))] : [];

/** A variant without axes still needs an element to hold its values. */
function axisElement(axis: Axis | undefined): string {
  return axis && isXmlName(axis.name) ? axis.name : 'axe';
}
