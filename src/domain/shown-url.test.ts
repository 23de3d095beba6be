import { expect, it } from 'vitest';
import { shownUrl } from './shown-url.ts';

it.each([
  ['postgres://shop:s3cr/et@db1/shops', 'postgres://shop:***@db1/shops'],
  [
    'hikashop:mysql://joomla:s3cret@db1:3306/site?prefix=j_',
    'hikashop:mysql://joomla:***@db1:3306/site?prefix=j_',
  ],
  ['postgres://shop@db1/shops', 'postgres://shop@db1/shops'],
  ['sqlite:data/shop.db', 'sqlite:data/shop.db'],
])('%s is shown as %s', (url, shown) => {
  expect(shownUrl(url)).toBe(shown);
});
