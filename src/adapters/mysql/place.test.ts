import { expect, test } from 'vitest';
import { cmsStorePlace, placeFromUrl } from './place.ts';

const read = (url: string) => placeFromUrl('hikashop', url);

test('a URL names the CMS, its database and the prefix of its tables', () => {
  expect(read('hikashop:mysql://joe:s%40crét@db.host:3307/site?prefix=x7k2_&ssl=true')).toEqual({
    host: 'db.host',
    port: 3307,
    database: 'site',
    user: 'joe',
    password: 's@crét',
    prefix: 'x7k2_',
    tls: 'verify',
    label: 'db.host:3307/site',
  });
  expect(read('hikashop:mariadb://root@[::1]/site')).toEqual({
    host: '::1',
    port: 3306,
    database: 'site',
    user: 'root',
    tls: 'off',
    label: '::1:3306/site',
  });
});

test.each([
  'mysql://root@host/site',
  'virtuemart:mysql://root@host/site',
  'hikashop:postgres://root@host/site',
  'hikashop:mysql://root@host/',
  'hikashop:mysql://root:50%@host/site',
  'hikashop:mysql://root@host/site?prefix=jos_`; DROP TABLE x',
  'hikashop:mysql://root@host/site?ssl=maybe',
  'hikashop:mysql://root@host/site?prefx=jos_',
])('%s is none', (url) => {
  expect(read(url)).toBeUndefined();
  expect(cmsStorePlace('hikashop').accepts(url)).toBe(false);
});

test('a password is not shown', () => {
  const { shown } = cmsStorePlace('hikashop');
  expect(shown('hikashop:mysql://joe:secret@host/site')).toBe('hikashop:mysql://joe:***@host/site');
  expect(shown('hikashop:mysql://joe@host/site')).toBe('hikashop:mysql://joe@host/site');
});
