import { ZERO } from '../../../domain/decimal.ts';
import { fail } from '../../../domain/error.ts';
import { quotable } from '../../../domain/problem.ts';
import { leaf, node, type XmlElement } from '../../xml/element.ts';
import type { WireOptions } from '../codec.ts';
import { customLeaf, isXmlName } from '../parts/custom-fields.ts';
import { startReading } from '../parts/record-reading.ts';
import { ORDER_SHAPE, orderParts, readOrder, unknownEntries } from './order-reader.ts';

const LINES = 'produits';
const LINE_NUMBER = /^[1-9]\d*$/;

/** Whether an element of one's own may be there: `xx_canal`, `client/code_famille`, `produits/2/xx_lot`; `*` is every line. */
export function isNodePlace(path: string): boolean {
  const steps = path.split('/');
  const name = steps.pop() ?? '';
  const [part, line, ...more] = steps;
  if (!isXmlName(name) || more.length > 0) return false;
  if (part === LINES) return line !== undefined && (line === '*' || LINE_NUMBER.test(line));
  return line === undefined && (part === undefined || Object.hasOwn(ORDER_SHAPE.children, part));
}

/** Whether the protocol has no element of its own there: a reader finds it again under its path. */
export function isOwnNode(path: string): boolean {
  const [name = '', ...parents] = path.replace('*', '1').split('/').toReversed();
  const inner = parents.reduce(
    (child, step) => node(LINE_NUMBER.test(step) ? 'product' : step, [child]),
    leaf(name, '1'),
  );
  const parts = orderParts(node('order', [inner]));
  const reading = startReading('order', READ_AS_IS);
  readOrder(parts, reading);
  return unknownEntries(parts, reading).length === 1;
}

const READ_AS_IS: WireOptions = {
  profile: 'v3',
  unescapeQuotes: false,
  clearable: new Set(),
  taxGroups: new Map(),
  centimetresPerUnit: ZERO,
  kilogramsPerUnit: ZERO,
};

/**
 * Puts each custom field of an order in its place: `livraison/etage`, `produits/2/xx_lot`, or the order itself. Throws
 * `name_unwritable` where no element can be of that name or place, `value_conflict` where the protocol has one.
 */
export const withOwnNodes = (
  order: readonly XmlElement[],
  customFields: Readonly<Record<string, string>> = {},
  options: WireOptions,
): readonly XmlElement[] =>
  Object.entries(customFields).reduce((elements, [path, value]) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!isXmlName(name)) throw fail('name_unwritable', { entity: 'order', field: path });
    return withNodeAt(elements, path, customLeaf(name, value, options));
  }, order);

/** The order with one element more, at the end of the part that its path leads to. */
export const withNodeAt = (
  order: readonly XmlElement[],
  path: string,
  added: XmlElement,
): readonly XmlElement[] => inserted(order, path.split('/').slice(0, -1), { added, path });

/** A step is an element's name or, inside `produits`, a line's position from 1. */
function inserted(
  elements: readonly XmlElement[],
  [step, ...steps]: readonly string[],
  adding: { readonly added: XmlElement; readonly path: string },
): readonly XmlElement[] {
  const { added, path } = adding;
  if (step === undefined) {
    const rival = elements.find(({ name }) => name === added.name);
    if (rival)
      throw fail('value_conflict', {
        entity: 'order',
        field: path,
        value: quotable(added.text),
        expected: quotable(rival.text),
      });
    return [...elements, added];
  }
  const index = elements.findIndex((element, at) => element.name === step || String(at + 1) === step);
  if (index < 0) throw fail('name_unwritable', { entity: 'order', field: path });
  return elements.map((element, at) =>
    at === index ? { ...element, children: inserted(element.children, steps, adding) } : element,
  );
}
