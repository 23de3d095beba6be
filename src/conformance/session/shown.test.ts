import { expect, test } from 'vitest';
import { createShown } from './shown.ts';

const shown = createShown('s&cret', 'en');

test('the key is masked, also escaped within XML', () => {
  const fields = [
    { name: 'key', value: 's&cret' },
    { name: 'data', value: '<key>s&amp;cret</key>' },
    { name: 'pdf', value: Uint8Array.of(1, 2, 3) },
  ];
  expect(shown.request('POST x', fields)).toBe('POST x\nkey = ****\ndata = <key>****</key>\npdf = (3 bytes)');
});

test('a long reply is cut, and no part of a key stays at the cut', () => {
  const body = Buffer.from(`${'a'.repeat(1197)}s&cret${'b'.repeat(5000)}`);
  const reply = { status: 200, contentType: 'text/xml', body, truncated: false, reusedConnection: false };
  expect(shown.outcome(reply)).toBe(`HTTP 200 text/xml\n${'a'.repeat(1197)}***…\n(6203 bytes)`);
  expect(shown.outcome({ failure: 'TIMEOUT' })).toBe('no reply (TIMEOUT)');
});
