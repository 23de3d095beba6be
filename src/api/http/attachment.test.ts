import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachment } from './attachment.ts';

test.each([
  ['FA00017', 'FA00017.pdf', 'FA00017.pdf'],
  ['FA 17é', 'FA 17_.pdf', 'FA%2017%C3%A9.pdf'],
  ['../../etc/passwd', '_.._etc_passwd.pdf', '_.._etc_passwd.pdf'],
  ['a"; filename="b.exe', 'a_; filename=_b.exe.pdf', 'a_%3B%20filename%3D_b.exe.pdf'],
  ['x\r\nSet-Cookie: a=b', 'x_Set-Cookie_ a=b.pdf', 'x_Set-Cookie_%20a%3Db.pdf'],
  ['\u202efdp', '_fdp.pdf', '_fdp.pdf'],
  ['%41', '_41.pdf', '%2541.pdf'],
  ['…', '_.pdf', '%E2%80%A6.pdf'],
  ['. .', 'document.pdf', 'document.pdf'],
])('%j', (name, plain, encoded) => {
  expect(attachment(name, 'pdf')).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
});

test('whatever the name, the header is one that any server may send', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const value = attachment(name, 'pdf');
      expect(value).toMatch(
        /^attachment; filename="[ !#$&-.0-[\]-~]+\.pdf"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/,
      );
      expect(new Headers({ 'content-disposition': value }).get('content-disposition')).toBe(value);
    }),
  );
});
