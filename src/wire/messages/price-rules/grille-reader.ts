import type { LocalDateTime } from '../../../domain/dates.ts';
import { type Decimal, ZERO } from '../../../domain/decimal.ts';
import { defined, filled } from '../../../domain/optional.ts';
import type { KeptPriceRules, PriceRuleChange, PriceRuleKind } from '../../../domain/price-rule.ts';
import { parseDate } from '../../../parsing/date.ts';
import { parseNumber } from '../../../parsing/number.ts';
import { foldName, type XmlElement } from '../../xml/element.ts';
import type { DecodedRecord, WireOptions } from '../codec.ts';
import { isBlank, isNone } from '../parts/blank.ts';
import { type RecordReading, refuse, startReading } from '../parts/record-reading.ts';
import { decodeText } from '../parts/text.ts';
import { parseReductionType, REDUCTION_TYPES } from './reduction-type.ts';

/**
 * Reads one `<grille>`. A million of them come in one request: one pass over the children, then each value once. A
 * refused row names what of its key can be read, so that a `full` list keeps its predecessor.
 */
export function decodeGrille(
  element: XmlElement,
  options: WireOptions,
): DecodedRecord<PriceRuleChange, KeptPriceRules> {
  const cells = collectCells(element);
  const reading = startReading('price_rule', options, element.line);
  const reference = readReference(cells.id_product, reading);
  const fromQuantity = readNumber('from_qty', cells.from_qty, reading);
  const validFrom = readDate('from', cells.from, reading);
  const names = {
    source: attribute(element, 'src'),
    rule: attribute(element, 'ref'),
    customer: orNone(cells.id_customer),
    group: orNone(cells.group_name && decodeText(cells.group_name, options)),
    currency: orNone(cells.id_currency),
    country: orNone(cells.country_iso2),
  };
  const kind = readKind(cells.reduction_type, reading);
  const value = readPrice(cells.price, reading);
  const settings = readSettings(cells, reading);
  if (reading.problem || fromQuantity === undefined || validFrom === undefined) {
    return {
      ok: false,
      problem: reading.problem ?? { reason: 'internal' },
      keep: keptRules(names, { reference, fromQuantity, validFrom }),
    };
  }
  const rule = { ...names, reference, fromQuantity, validFrom, kind, value, options: settings };
  return { ok: true, value: rule, warnings: reading.warnings };
}

/** The texts of the children that have a meaning, by folded name; of a name that stands there twice, the last. */
interface Cells {
  id_product?: string;
  price?: string;
  reduction_type?: string;
  id_customer?: string;
  group_name?: string;
  id_currency?: string;
  country_iso2?: string;
  from_qty?: string;
  from?: string;
  to?: string;
  id_parent?: string;
  prix_de_base?: string;
  emails_customer?: string;
}

const CELLS: ReadonlyMap<string, keyof Cells> = new Map(
  (
    [
      'id_product',
      'price',
      'reduction_type',
      'id_customer',
      'group_name',
      'id_currency',
      'country_iso2',
      'from_qty',
      'from',
      'to',
      'id_parent',
      'prix_de_base',
      'emails_customer',
    ] satisfies (keyof Cells)[]
  ).map((name) => [name, name]),
);

function collectCells({ children }: XmlElement): Cells {
  const cells: Cells = {};
  for (const { name, text } of children) {
    const cell = CELLS.get(name) ?? CELLS.get(foldName(name));
    if (cell !== undefined) cells[cell] = text;
  }
  return cells;
}

const attribute = (element: XmlElement, name: string): string => (element.attributes[name] ?? '').trim();

function orNone(text: string | undefined): string {
  const trimmed = text?.trim() ?? '';
  return isNone(trimmed) ? '' : trimmed;
}

function readReference(text: string | undefined, reading: RecordReading): string {
  const reference = text?.trim() ?? '';
  if (reference === '') refuse(reading, 'field_missing', { field: 'id_product' });
  else reading.record = reference;
  return reference;
}

function readKind(text: string | undefined, reading: RecordReading): PriceRuleKind {
  const field = 'reduction_type';
  const kind = text === undefined ? undefined : parseReductionType(text);
  if (kind !== undefined) return kind;
  if (text === undefined || isBlank(text)) refuse(reading, 'field_missing', { field });
  else refuse(reading, 'not_in_list', { field, value: text, expected: REDUCTION_TYPES });
  return 'price';
}

function readPrice(text: string | undefined, reading: RecordReading): Decimal {
  if (text === undefined || isBlank(text)) refuse(reading, 'field_missing', { field: 'price' });
  return readNumber('price', text, reading) ?? ZERO;
}

/** `0` where nothing is said; undefined for what is no number. */
function readNumber(field: string, text: string | undefined, reading: RecordReading): Decimal | undefined {
  if (text === undefined || isBlank(text)) return ZERO;
  const number = parseNumber(text);
  if (number === undefined) refuse(reading, 'not_a_number', { field, value: text });
  return number;
}

function readDate(field: string, text = '', reading: RecordReading): LocalDateTime | '' | undefined {
  const date = parseDate(text);
  if (date === undefined) refuse(reading, 'not_a_date', { field, value: text });
  return date;
}

/** Absent leaves the stored value alone; empty or `0` clears it. */
function readSettings(cells: Cells, reading: RecordReading): PriceRuleChange['options'] {
  const { to, id_parent, prix_de_base, emails_customer } = cells;
  const base = prix_de_base === undefined ? undefined : readNumber('prix_de_base', prix_de_base, reading);
  return defined({
    validTo: to === undefined ? undefined : readDate('to', to, reading) || null,
    parent: id_parent === undefined ? undefined : orNone(id_parent) || null,
    basePrice: base === ZERO ? null : base,
    customerEmails: emails_customer === undefined ? undefined : orNone(emails_customer) || null,
  });
}

interface KeyParts {
  readonly reference: string;
  readonly fromQuantity: Decimal | undefined;
  readonly validFrom: LocalDateTime | '' | undefined;
}

type NamedParts = Omit<KeptPriceRules, keyof KeyParts>;

/** A part that cannot be read is left out, and keeps whatever it may be. */
const keptRules = (names: NamedParts, { reference, fromQuantity, validFrom }: KeyParts): KeptPriceRules => ({
  ...names,
  ...defined({ reference: filled(reference), fromQuantity, validFrom }),
});
