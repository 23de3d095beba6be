import { expect, test } from 'vitest';
import { type Message, messageFields } from './message.ts';

const sent = (message: Message) =>
  messageFields(message, 'K').map(({ name, value }) => `${name}=${String(value).replace(/^<\?xml.*\n/, '')}`);

test('variables stand in POST and in the XML', () => {
  expect(sent({ resource: 'update_product', fields: { reference: 'A&B' }, xml: '<gammes/>' })).toEqual([
    'key=K',
    'resource=update_product',
    'reference=A&B',
    'data=<connecteur><key>K</key><resource>update_product</resource><reference>A&amp;B</reference><gammes/></connecteur>',
  ]);
});

test('the heading may stand in one place only, and data first', () => {
  expect(sent({ resource: 'x', heading: 'xml' })).toEqual([
    'data=<connecteur><key>K</key><resource>x</resource></connecteur>',
  ]);
  expect(sent({ resource: 'x', heading: 'post', dataFirst: true })).toEqual([
    'data=<connecteur></connecteur>',
    'resource=x',
    'key=K',
  ]);
});

test('the key and data may be left out', () => {
  expect(sent({ key: null, resource: 'x', data: null })).toEqual(['resource=x']);
});
