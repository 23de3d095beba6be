import { expect, it } from 'vitest';
import { formAround, formRequest } from './forms.ts';

const LAST: readonly [string, string] = ['data', '<connecteur>é</connecteur>'];
const FIRST: readonly (readonly [string, string])[] = [
  ['key', 'k'],
  ['resource', 'add_grilles'],
];

it('says the length of its body, in bytes', () => {
  const [head = '', ...rest] = formRequest([...FIRST, LAST])
    .toString()
    .split('\r\n\r\n');
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(rest.join('\r\n\r\n'))}\r\n`);
});

it('writes the same request around data that are sent apart', () => {
  const data = Buffer.from(LAST[1]);
  const { before, after } = formAround(FIRST, data.length);
  expect(Buffer.concat([before, data, after]).toString()).toBe(formRequest([...FIRST, LAST]).toString());
});
