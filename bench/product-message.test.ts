import { expect, it } from 'vitest';
import { RESOURCES } from '../src/wire/messages/resources.ts';
import { readDocument } from '../src/wire/xml/document.ts';
import { child } from '../src/wire/xml/element.ts';
import { createProductMessage, isUpdated, PRODUCT_TEXTS, referenceOf } from './product-message.ts';

const readerOf = (request: Buffer) => {
  const text = request.toString();
  const xml = text.slice(text.indexOf('<?xml'), text.indexOf('</connecteur>') + 13);
  const read = readDocument(Buffer.from(xml), RESOURCES.update_product.codec.requestShape);
  if (!read.ok) throw new Error(read.problem.reason);
  return (name: string) => ({
    xml: child(read.value, name)?.text,
    post: new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(text)?.[1],
  });
};

it('says each value twice, in the POST variables and in the XML', () => {
  const message = createProductMessage();
  const textsOf = readerOf(message({ reference: referenceOf(7412), version: 11 }));
  expect(textsOf('reference')).toEqual({ xml: '0007412AGS', post: '0007412AGS' });
  expect(textsOf('stock')).toEqual({ xml: '100011', post: '100011' });
  expect(textsOf('p_vente')).toEqual({ xml: '111.95', post: '111.95' });
  expect(textsOf('nom')).toEqual({ xml: PRODUCT_TEXTS.name, post: PRODUCT_TEXTS.name });
});

it('leaves nothing of the message before in the next one, and keeps its size', () => {
  const message = createProductMessage();
  const first = Buffer.from(message({ reference: referenceOf(1_000_000), version: 899_999 }));
  const again = message({ reference: referenceOf(1), version: 0 });
  expect(again.length).toBe(first.length);
  expect(readerOf(again)('reference').xml).toBe('0000001AGS');
  expect(first.length).toBeGreaterThan(1900);
  expect(first.length).toBeLessThan(2600);
});

it('changes stock and price from each version to the next', () => {
  const message = createProductMessage();
  const figures = (version: number) => {
    const textsOf = readerOf(message({ reference: referenceOf(1), version }));
    return [textsOf('stock').xml, textsOf('p_vente').xml];
  };
  const [before, after] = [figures(898), figures(899)];
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
});

it('takes an error, whatever its HTTP status, for none of a success', () => {
  expect(isUpdated(Buffer.from('<connecteur><update_product/></connecteur>'))).toBe(true);
  expect(isUpdated(Buffer.from('<connecteur><error>Clé</error></connecteur>'))).toBe(false);
});
