import { expect, it } from 'vitest';
import { fromArgument } from './from-argument.ts';
import { nameFromUrl } from './settings.ts';

it.each([
  ['https://shop.example/ws/index.php', 'shop-example-ws-index-php'],
  ['https://shop.example/?shop=1', 'shop-example-c97bc08e'],
  ['http://127.0.0.1:8787/webservice', '127-0-0-1-8787-webservice'],
  ['http://[::1]:1/', '1-1'],
])('names the shop of %s %s', (url, name) => {
  expect(nameFromUrl(url)).toBe(name);
});

it('keeps long addresses apart', () => {
  const [one, other] = ['a', 'b'].map((end) => nameFromUrl(`https://shop.example/${'x'.repeat(90)}${end}`));
  expect(one).toHaveLength(63);
  expect(one).not.toBe(other);
});

it('tells a folder, a settings file and an invented ERP apart', () => {
  expect(fromArgument(undefined)).toEqual({ kind: 'file', path: undefined });
  expect(fromArgument('here/my.sync.json')).toEqual({ kind: 'file', path: 'here/my.sync.json' });
  expect(fromArgument('exports')).toEqual({ kind: 'source', source: { folder: 'exports' } });
  expect(fromArgument('simulator')).toEqual({ kind: 'source', source: { simulator: {} } });
  expect(fromArgument('simulator:seed=42,gammes=3')).toEqual({
    kind: 'source',
    source: { simulator: { seed: 42, withGammes: 3 } },
  });
});

it.each(['simulator:seed', 'simulator:seed=-1', 'simulator:colour=1', 'simulator:seed=1,'])(
  'refuses %s',
  (from) => {
    expect(() => fromArgument(from)).toThrow(expect.objectContaining({ code: 'invalid_value' }));
  },
);
