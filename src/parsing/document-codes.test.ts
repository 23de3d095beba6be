import { expect, test } from 'vitest';
import { ORDER_DOCUMENT_STATES, ORDER_DOCUMENT_TYPES } from '../domain/order.ts';
import {
  DOCUMENT_STATE_CODES,
  DOCUMENT_TYPE_CODES,
  documentStateFromCode,
  documentTypeFromCode,
  parseDocumentType,
} from './document-codes.ts';

test('every type and state of a piece has a number of its own', () => {
  for (const type of ORDER_DOCUMENT_TYPES) expect(documentTypeFromCode(DOCUMENT_TYPE_CODES[type])).toBe(type);
  for (const state of ORDER_DOCUMENT_STATES)
    expect(documentStateFromCode(DOCUMENT_STATE_CODES[state])).toBe(state);
});

test.each([
  ['21', 'order'],
  ['23', 'invoice'],
  ['bl', 'delivery_note'],
  ['avoir', 'credit_note'],
  ['24', undefined],
  ['', undefined],
])('the type %j is %s', (word, expected) => {
  expect(parseDocumentType(word)).toBe(expected);
});
