import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AlertWatch, startAlerts } from '../../src/alerts/watch.ts';
import { tellPeople } from '../../src/cli/serve/alerts.ts';
import type { Exchange } from '../../src/shop/journal.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { message } from '../../src/testing/contract/expect.ts';
import { decimal, order, priceRule } from '../../src/testing/contract/samples.ts';
import { createAddressRules } from '../../src/webhooks/addresses.ts';
import { createSender } from '../../src/webhooks/send.ts';
import { createWebhookSecret } from '../../src/webhooks/signature.ts';
import { createExchangeId } from '../../src/webservice/exchange-id.ts';
import { DIALECTS, type TestPlace, testPlace } from '../store/dialects.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';

const SECRET = createWebhookSecret();
const HOUR_MS = 3_600_000;

describe.each(DIALECTS)('alerts on %s', (dialect) => {
  let place: TestPlace;
  let store: Store;
  let mail: MailServer;
  let hook: Receiver;
  let now: number;
  let watch: AlertWatch | undefined;
  const failures: unknown[] = [];

  beforeEach(async () => {
    now = Date.UTC(2026, 5, 1, 8);
    failures.length = 0;
    place = await testPlace(dialect);
    store = await openStore({
      ...place.options,
      guard: { percent: { deactivated: 1 }, atLeast: 1 },
      now: () => new Date(now),
    });
    mail = await startMailServer();
    hook = await startReceiver(() => [SECRET]);
  });
  afterEach(async () => {
    await watch?.stop();
    watch = undefined;
    await Promise.all([store.close(), mail.close(), hook.close()]);
    await place.remove();
  });

  const settings = {
    emails: ['office@shop.example', 'boss@shop.example'],
    unconfirmedMinutes: 60,
    silentHours: 24,
    refusedPercent: 20,
    refusedTimes: 3,
    repeatHours: 24,
  };

  function start(): void {
    const sender = createSender({
      rules: createAddressRules(['127.0.0.1']),
      timeoutMs: 2000,
      userAgent: 'Passerelle',
    });
    const shop = { name: 'boutique', language: 'fr', timeZone: 'Europe/Paris' } as const;
    watch = startAlerts({
      shop: () => ({ ...store.backoffice, ...sources(), alerting: store.backoffice }),
      settings,
      timeZone: 'Europe/Paris',
      repeatMs: 24 * HOUR_MS,
      tell: (alerts) =>
        tellPeople(alerts, {
          shop,
          settings: { emails: settings.emails, webhook: { url: hook.url, secret: SECRET } },
          configuration: { mail: { smtp: mail.url, from: 'passerelle@shop.example' } },
          sender,
          log: { alert: () => {}, failure: () => {} },
        }),
      onFailure: (error) => failures.push(error),
      everyMs: 20,
      now: () => new Date(now),
    });
  }
  const sources = () => ({
    journal: store.backoffice,
    orderDesk: store.backoffice,
    quotes: store.backoffice,
    guardDesk: store.backoffice,
  });

  const exchange = (changes: Partial<Exchange>): Exchange => ({
    id: createExchangeId(),
    at: new Date(now).toISOString(),
    resource: 'update_product',
    reference: '',
    outcome: 'success',
    httpStatus: 200,
    warnings: [],
    durationMs: 1,
    requestBytes: 1,
    replyBytes: 1,
    remoteAddress: '10.0.0.1',
    request: '<product/>',
    ...changes,
  });
  const record = (...exchanges: readonly Exchange[]) =>
    Promise.all(exchanges.map((one) => store.backoffice.recordExchange(one)));
  const kinds = async () => (await store.backoffice.openAlerts()).map(({ kind }) => kind).sort();
  const text = () => mail.mails.join('\n').replaceAll('=\r\n', '');

  test('an order that the ERP read and never confirmed: told once, by mail and webhook, over when it is confirmed', async () => {
    await store.backoffice.placeOrder(order('5057'));
    await store.shop.readOrder('5057');
    start();
    await expect.poll(() => store.backoffice.openAlerts()).toEqual([]);
    now += 2 * HOUR_MS;
    await expect.poll(kinds).toEqual(['order_unconfirmed']);
    await expect.poll(() => hook.received.length).toBe(1);
    expect(mail.mails.length).toBe(1);
    expect(mail.mails[0]).toMatch(
      /^From: passerelle@shop\.example\r\nTo: office@shop\.example, boss@shop\.example\r\n/m,
    );
    expect(text()).toContain('La commande 5057 a');
    expect(text()).toContain('passerelle orders offer 5057');
    expect(hook.received[0]?.status).toBe(204);
    expect(JSON.parse(hook.received[0]?.body ?? '')).toMatchObject({
      type: 'alert.order_unconfirmed',
      data: { shop: 'boutique', subject: '5057', sentence: expect.stringContaining('5057') },
    });

    await store.shop.confirmOrder('5057', undefined);
    await expect.poll(kinds).toEqual([]);
    expect((await store.backoffice.alerts()).map(({ resolvedAt }) => resolvedAt !== undefined)).toEqual([
      true,
    ]);
    expect(mail.mails.length).toBe(1);
    expect(failures).toEqual([]);
  });

  test('runs that stopped, a share of refusals that rises, a record refused again, a held run, rules that contradict', async () => {
    const problem = {
      reason: 'not_a_number',
      entity: 'product',
      record: 'A1',
      field: 'stock',
      value: 'x',
    } as const;
    await record(...Array.from({ length: 30 }, (_, index) => exchange({ reference: `P${index}` })));
    now += HOUR_MS;
    const refused = { outcome: 'refused', reference: 'A1', problem } as const;
    await record(...Array.from({ length: 30 }, (_, index) => exchange(index < 12 ? refused : {})));
    // Who tries to mend it refuses it no more often.
    await record(...Array.from({ length: 3 }, () => exchange({ ...refused, replayOf: 'before' })));
    for (const reference of ['H1', 'H2'])
      await store.shop.saveProduct({ reference, fields: {} }, 'add_product');
    for (const reference of ['H1', 'H2'])
      await store.shop
        .saveProduct({ reference, fields: { active: false } }, 'update_product')
        .catch(() => {});
    const rules = ['1', '2'].map((value, index) =>
      priceRule({ rule: `R${index}`, kind: 'price', value: decimal(value), fromQuantity: decimal('0') }),
    );
    await store.shop.savePriceRules(message({ rules, keep: [] }), 'merge');
    start();
    await expect.poll(kinds).toEqual(['prices_contradict', 'refusals_rising', 'refused_again', 'run_held']);
    await expect.poll(() => mail.mails.length).toBe(1);
    const [{ facts } = {}] = (await store.backoffice.openAlerts()).filter(
      ({ kind }) => kind === 'refused_again',
    );
    expect(facts).toMatchObject({ times: 12, fr: expect.stringContaining('stock') });

    now += 25 * HOUR_MS;
    await expect.poll(kinds).toContain('link_silent');
    expect(failures).toEqual([]);
  });

  test('a mail server that refuses is asked again, and nothing is lost', async () => {
    mail.refuse(true);
    await store.backoffice.placeOrder(order('1'));
    await store.shop.readOrder('1');
    now += 2 * HOUR_MS;
    start();
    await expect.poll(() => failures.length).toBeGreaterThan(1);
    expect(await store.backoffice.openAlerts()).toEqual([]);
    mail.refuse(false);
    await expect.poll(() => mail.mails.length).toBe(1);
    await expect.poll(kinds).toEqual(['order_unconfirmed']);
  });

  test('of two servers one watches', async () => {
    await store.backoffice.placeOrder(order('1'));
    await store.shop.readOrder('1');
    now += 2 * HOUR_MS;
    start();
    const first = watch;
    start();
    await expect.poll(() => mail.mails.length).toBe(1);
    await expect.poll(kinds).toEqual(['order_unconfirmed']);
    await first?.stop();
    expect(mail.mails.length).toBe(1);
  });
});
