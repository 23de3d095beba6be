import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packPayload, unpackPayload } from './payload.ts';

const PAYLOAD = {
  request:
    '<?xml version="1.0" encoding="UTF-8"?>\n<connecteur><resource>update_product</resource><key>***</key><reference>TSH0001</reference>' +
    '<nom>Tee-shirt « Été »</nom><p_vente>15,75</p_vente><stock>12</stock></connecteur>\n',
  variables: { reference: 'TSH0001', nom: 'Tee-shirt « Été »', p_vente: '15,75', stock: '12' },
  reply: '<?xml version="1.0" encoding="UTF-8"?>\n<connecteur><update_product/></connecteur>\n',
};
const JSON_OF_IT = JSON.stringify(PAYLOAD);

test.each([
  ['JSON', JSON_OF_IT],
  ['deflated', deflateRawSync(JSON_OF_IT).toString('base64')],
  [
    'deflated by the common text',
    '.IxgtxNgCjxNU64iJrJBgDwMDA0OMOAtJTdUtzsgsAqf7w50lh1cqHNoNjUhYqBua6pibYkSCoREZsQB1BrxkwGo9SvSALUeKPEMj+kQYAA==',
  ],
])('what a store may have had for years is read: %s', (_, stored) => {
  expect(unpackPayload(stored)).toEqual(PAYLOAD);
});

test('a message that is not short takes less than half of its room', () => {
  const lines = Array.from(
    { length: 20 },
    (_, line) =>
      `<product><product_reference>REF${line * 7919}</product_reference><product_quantity>${line}</product_quantity></product>`,
  );
  const payload = { ...PAYLOAD, request: lines.join('') };
  expect(packPayload(payload).length).toBeLessThan(JSON.stringify(payload).length / 2);
});

test('whatever was said comes back, of any length', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.constant(JSON_OF_IT),
    fc.integer({ min: 1, max: 40 }).map((times) => JSON_OF_IT.repeat(times)),
  );
  const payloads = fc.record({
    request: text,
    reply: text,
    variables: fc.dictionary(text, text, { maxKeys: 3 }),
  });
  fc.assert(
    fc.property(payloads, (payload) => {
      expect(unpackPayload(packPayload(payload))).toEqual(payload);
    }),
  );
});
