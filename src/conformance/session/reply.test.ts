import { expect, test } from 'vitest';
import { readDocument } from '../xml/read-document.ts';
import { isRefused, isTaken, type Reply, refusalText, rootOf, showsData } from './reply.ts';

function replyOf(text: string, status = 200): Reply {
  const body = Buffer.from(text);
  const document = readDocument(body);
  const http = { status, contentType: 'text/xml', body, truncated: false, reusedConnection: false };
  return { what: '', sent: '', received: '', http, document, ...rootOf(document) };
}

test.each<[string, boolean]>([
  ['<connecteur><error>No.</error></connecteur>', true],
  ['Erreur : mauvaise clef', true],
  ['', true],
  ['<connecteur><error>Clé & clef</error></connecteur>', true],
  ['<connecteur/>', false],
  ['<connecteur><products_list>', false],
  ['<products_list><product><id>1</id>', false],
  ['{"products":[{"id":1,"reference":"A"}]}', false],
  ['<!doctype html><title>Shop</title><p>Welcome', false],
])('%s is a refusal: %s', (text, refused) => {
  expect(isRefused(replyOf(text))).toBe(refused);
  expect(refusalText(replyOf(text)) === '').toBe(!refused || text === '');
});

test('a redirect, and no reply at all, refuse nothing', () => {
  expect(isRefused(replyOf('', 302))).toBe(false);
  expect(isRefused({ what: '', sent: '', received: '' })).toBe(false);
});

test.each<[string, boolean]>([
  ['<connecteur><add_product/></connecteur>', true],
  ['<connecteur><id>9001</id></connecteur>', true],
  ['<ok/>', true],
  ['<connecteur><error/></connecteur>', false],
  ['<error>No.</error>', false],
  ['OK', false],
  ['<html><body/></html>', false],
])('%s takes a write: %s', (text, taken) => {
  expect(isTaken(replyOf(text))).toBe(taken);
  expect(isTaken(replyOf(text, 500))).toBe(false);
});

test.each<[string, boolean]>([
  ['<connecteur><version>3.5</version><status>alive</status></connecteur>', false],
  ['<connecteur><products_list/></connecteur>', false],
  ['<connecteur><products_list><product><id/><reference/></product></products_list></connecteur>', false],
  ['<!doctype html><p id="x">Webservice</p>', false],
  ['<connecteur><error>No.</error><product><id>7</id></product></connecteur>', true],
  ['<reference><![CDATA[A-1]]></reference>', true],
  ['{"reference": "A-1"}', true],
])('%s shows data: %s', (text, shows) => {
  expect(showsData(replyOf(text))).toBe(shows);
});
