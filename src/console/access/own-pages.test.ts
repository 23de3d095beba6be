import { expect, test } from 'vitest';
import { requireOwnPage } from './own-pages.ts';

const OWN = {
  'x-passerelle-console': '1',
  host: 'shop.example',
  origin: 'https://shop.example',
  'sec-fetch-site': 'same-origin',
};
type Headers = Readonly<Record<string, string | undefined>>;

const isTaken = (method: string, headers: Headers, isFile = false): boolean => {
  try {
    requireOwnPage({ method, header: (name) => headers[name], isFile });
    return true;
  } catch {
    return false;
  }
};

test.each<[string, string, Headers]>([
  ['a page’s own call', 'POST', OWN],
  ['a read without an origin', 'GET', { ...OWN, origin: undefined }],
  ['an older browser’s call', 'POST', { ...OWN, 'sec-fetch-site': undefined }],
  ['a port', 'POST', { ...OWN, host: 'shop.example:8443', origin: 'https://shop.example:8443' }],
  ['a port that goes without saying', 'POST', { ...OWN, origin: 'https://shop.example:443' }],
])('%s is taken', (_, method, headers) => {
  expect(isTaken(method, headers)).toBe(true);
});

test.each<[string, string, Headers]>([
  ['a form', 'POST', { ...OWN, 'x-passerelle-console': undefined }],
  ['a read without the mark', 'GET', { ...OWN, 'x-passerelle-console': undefined }],
  ['another origin', 'POST', { ...OWN, origin: 'https://evil.example' }],
  ['another port', 'POST', { ...OWN, origin: 'https://shop.example:8443' }],
  ['an origin that hides', 'POST', { ...OWN, origin: 'null' }],
  ['another site', 'POST', { ...OWN, 'sec-fetch-site': 'cross-site' }],
  ['another origin of the same site', 'GET', { ...OWN, 'sec-fetch-site': 'same-site' }],
  ['a change that nobody’s page asks for', 'POST', { ...OWN, 'sec-fetch-site': 'none' }],
])('%s is refused', (_, method, headers) => {
  expect(isTaken(method, headers)).toBe(false);
});

test('a file may be asked for by an image or a link, which send no mark; another site’s may not', () => {
  const image = { host: 'shop.example', 'sec-fetch-site': 'same-origin' };
  expect(isTaken('GET', image, true)).toBe(true);
  expect(isTaken('POST', image, true)).toBe(false);
  expect(isTaken('GET', { ...image, 'sec-fetch-site': 'cross-site' }, true)).toBe(false);
});
