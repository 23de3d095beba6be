import type { Changes } from '../../../domain/changes.ts';
import { fail } from '../../../domain/error.ts';
import { filled } from '../../../domain/optional.ts';
import type { ProductTexts } from '../../../domain/product.ts';
import { LEAVES, node, type Shape, shape, type XmlElement } from '../../xml/element.ts';
import type { WireOptions } from '../codec.ts';
import { type CustomEntry, customEntries, isXmlName } from '../parts/custom-fields.ts';
import { readChanges, writeFields } from '../parts/field-table.ts';
import { elementFields } from '../parts/fields.ts';
import type { RecordReading } from '../parts/record-reading.ts';
import { TRANSLATION_TABLE } from './product-table.ts';

/** `<traductions>`: an element a language, named as the connector is configured (seed §16). */
export const TRANSLATIONS_SHAPE: Shape = shape({}, { others: LEAVES });

type Translations = Readonly<Record<string, Changes<ProductTexts>>>;

/** What a language says that has no name here goes to `custom`, under its place. */
export function readTranslations(
  blocks: readonly XmlElement[],
  reading: RecordReading,
  custom: CustomEntry[],
): Translations | undefined {
  const said = blocks
    .flatMap((block) => block.children)
    .flatMap((language) => {
      const fields = elementFields(language);
      const texts = readChanges(TRANSLATION_TABLE, fields, reading);
      custom.push(...customEntries(fields.rest(), reading, `traductions/${language.name}/`));
      return Object.keys(texts).length > 0 ? [[language.name, texts] as const] : [];
    });
  return filled(Object.fromEntries(said));
}

/** Throws `name_unwritable` for a language that no element can be named after. */
export const writeTranslations = (translations: Translations, options: WireOptions): XmlElement =>
  node(
    'traductions',
    Object.entries(translations).map(([language, texts]) => {
      if (!isXmlName(language)) throw fail('name_unwritable', { field: language });
      return node(language, writeFields(TRANSLATION_TABLE, texts, options));
    }),
  );
