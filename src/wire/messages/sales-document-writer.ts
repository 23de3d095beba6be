import { fail } from '../../domain/error.ts';
import type { SalesDocumentChange, SalesDocumentContent } from '../../domain/sales-document.ts';
import { PROFILES } from '../profiles.ts';
import { leaf, node, type XmlElement } from '../xml/element.ts';
import { encodeBase64 } from './base64.ts';
import type { WireOptions, WireRequest } from './codec.ts';
import { customLeaf, isXmlName } from './custom-fields.ts';
import { writeOrder } from './order-writer.ts';

/** The whole piece in the XML. Throws `name_unwritable` for a custom field that no element can be named after. */
export function encodeSalesDocument(change: SalesDocumentChange, options: WireOptions): WireRequest {
  const { number, content, file } = change;
  const order = content
    ? withCustomFields(writeOrder({ ...content, reference: number }, PROFILES.v3, options), content, options)
    : [node('commande', [leaf('reference', number)])];
  const pdf = file ? [leaf('pdf', encodeBase64(file.bytes))] : [];
  return {
    variables: new Map(),
    document: node('connecteur', [node('order', [...order, ...pdf])]),
    files: new Map(),
  };
}

/** Puts each custom field back in its place: `livraison/etage`, `produits/2/xx_lot`, or the order itself. */
function withCustomFields(
  order: readonly XmlElement[],
  { customFields = {} }: SalesDocumentContent,
  options: WireOptions,
): readonly XmlElement[] {
  return Object.entries(customFields).reduce((elements, [path, value]) => {
    const steps = path.split('/');
    const name = steps.pop() ?? '';
    if (!isXmlName(name)) throw fail('name_unwritable', { field: path });
    return inserted(elements, steps, customLeaf(name, value, options));
  }, order);
}

/** A step is an element's name or, inside `produits`, a line's position from 1. */
function inserted(
  elements: readonly XmlElement[],
  [step, ...steps]: readonly string[],
  added: XmlElement,
): readonly XmlElement[] {
  if (step === undefined) return [...elements, added];
  const index = elements.findIndex((element, at) => element.name === step || String(at + 1) === step);
  if (index < 0) throw fail('name_unwritable', { field: `${step}/${added.name}` });
  return elements.map((element, at) =>
    at === index ? { ...element, children: inserted(element.children, steps, added) } : element,
  );
}
