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
    '.IxgtxNgCjxNU64iJrJBgD1C3DiPOQlJTdYszMovAye1wZ8nhlQqHdsN6d9BQNzTVMTfFiARDIzJiAeoMeIbEaj1K9IAtR4o8QyP6RBgA',
  ],
])('what a store may have had for years is read: %s', (_, stored) => {
  expect(unpackPayload(stored)).toEqual(PAYLOAD);
});

test('a record’s message takes less than a third of its room', () => {
  expect(packPayload(PAYLOAD).length).toBeLessThan(JSON_OF_IT.length / 3);
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
