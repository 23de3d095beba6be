import { describe, expect, test } from 'vitest';
import { createAddressRules, isAddressRange } from './addresses.ts';
import { checkTarget } from './target.ts';

const NOT_PUBLIC = [
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '1::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12::1',
  'fe80::1',
  'ff02::1',
  '2001:db8::1',
];

describe('addresses', () => {
  test.each(NOT_PUBLIC)('%s may not be called', (address) => {
    expect(createAddressRules([]).allowed(address)).toBeUndefined();
  });

  test.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(createAddressRules([]).allowed(address)).toBe('public');
  });

  test('what the configuration names may be called, and nothing beside it', () => {
    const { allowed } = createAddressRules(['127.0.0.1', '10.0.0.0/8', 'fd00::/8', '8.8.8.8']);
    for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '10.200.0.1', 'fd12::1', '8.8.8.8'])
      expect(allowed(address)).toBe('named');
    for (const address of ['127.0.0.2', '11.0.0.1x', '192.168.0.1', '::1'])
      expect(allowed(address)).toBeUndefined();
  });

  test('ranges are told from other words', () => {
    for (const range of ['10.0.0.0/8', '127.0.0.1', '::1', 'fd00::/8'])
      expect(isAddressRange(range)).toBe(true);
    for (const word of ['localhost', '10.0.0.0/99', '', '*']) expect(isAddressRange(word)).toBe(false);
  });
});

describe('the address of a webhook', () => {
  test.each([
    ['https://127.0.0.1/hook', [], 'webhook_address_refused'],
    ['https://[::1]/hook', [], 'webhook_address_refused'],
    ['https://localhost/hook', [], 'webhook_address_refused'],
    ['https://0x7f.1/hook', [], 'webhook_address_refused'],
    ['https://2130706433/hook', [], 'webhook_address_refused'],
    ['http://8.8.8.8/hook', [], 'webhook_needs_https'],
    ['http://192.168.0.1/hook', ['10.0.0.0/8'], 'webhook_address_refused'],
    ['ftp://8.8.8.8/hook', [], 'webhook_url_invalid'],
    ['https://user:secret@8.8.8.8/', [], 'webhook_url_invalid'],
    ['shop.example/hook', [], 'webhook_url_invalid'],
  ])('%s with %j allowed: %s', async (url, ranges, reason) => {
    await expect(checkTarget(url, ranges)).rejects.toMatchObject({ problem: { reason } });
  });

  test.each([
    ['https://8.8.8.8/hook', []],
    ['http://127.0.0.1:8080/hook', ['127.0.0.1']],
    ['http://localhost/hook', ['127.0.0.0/8', '::1']],
    ['https://name.that.nobody.knows.invalid/', []],
  ])('%s with %j allowed is taken', async (url, ranges) => {
    await checkTarget(url, ranges);
  });
});
