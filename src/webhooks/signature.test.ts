import { Webhook as Verifier } from 'standardwebhooks';
import { expect, test } from 'vitest';
import type { Webhook } from '../shop/webhooks.ts';
import { messageOf, signedHeaders, testMessage } from './message.ts';
import { createWebhookSecret } from './signature.ts';

const NOW = new Date();
const webhook = (changes: Partial<Webhook> = {}): Webhook => ({
  id: 'wh_1',
  url: 'https://shop.example/hook',
  label: '',
  kinds: [],
  secret: createWebhookSecret(),
  createdAt: NOW.toISOString(),
  cursor: 0,
  missed: 0,
  waiting: 0,
  ...changes,
});
const message = messageOf({
  id: 'evt_7_0c4d3f6c5b1e',
  sequence: 7,
  entity: 'product',
  key: 'AB 12/É',
  operation: 'updated',
  fields: ['stock'],
  at: NOW.toISOString(),
  origin: { by: 'erp' },
});

test('what is signed is verified by the standard’s own library', () => {
  const { secret, ...rest } = webhook();
  const headers = { ...signedHeaders(message, { secret, ...rest }, NOW) };
  expect(new Verifier(secret).verify(message.body, headers)).toMatchObject({
    type: 'product.updated',
    timestamp: NOW.toISOString(),
    data: { id: 'evt_7_0c4d3f6c5b1e', sequence: 7, key: 'AB 12/É' },
  });
  expect(headers['webhook-id']).toBe('evt_7_0c4d3f6c5b1e');
  expect(() => new Verifier(createWebhookSecret()).verify(message.body, headers)).toThrow();
  expect(() => new Verifier(secret).verify(`${message.body} `, headers)).toThrow();
});

test('while a secret is replaced both are good, afterwards the new one alone', () => {
  const [old, fresh] = [createWebhookSecret(), createWebhookSecret()];
  const until = (ms: number): Webhook =>
    webhook({
      secret: fresh,
      previousSecret: old,
      previousUntil: new Date(NOW.getTime() + ms).toISOString(),
    });
  const during = { ...signedHeaders(message, until(1000), NOW) };
  for (const secret of [old, fresh]) new Verifier(secret).verify(message.body, during);
  const after = { ...signedHeaders(message, until(0), NOW) };
  new Verifier(fresh).verify(message.body, after);
  expect(() => new Verifier(old).verify(message.body, after)).toThrow();
});

test('a secret is what the standard asks for, and never the same', () => {
  const secrets = Array.from({ length: 50 }, createWebhookSecret);
  expect(new Set(secrets).size).toBe(50);
  for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});

test('a message that tries an address out has an id of its own and tells of nothing', () => {
  const { id, body } = testMessage(NOW);
  expect(id).toMatch(/^evt_test_[\w-]+$/);
  expect(JSON.parse(body)).toEqual({ type: 'webhook.test', timestamp: NOW.toISOString(), data: {} });
});
