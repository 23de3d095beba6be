import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sessionBounds } from '../../src/console/access/sessions.ts';
import { readSetupCode } from '../../src/console/accounts/setup-code.ts';
import { keyDigest } from '../../src/shop/new-secrets.ts';
import { DIALECTS } from '../store/dialects.ts';
import { type ApiServer, serveApi } from '../support/api-server.ts';
import { type ConsolePage, openPage, PASSWORD } from '../support/console-page.ts';

describe.each(DIALECTS)('on %s', (dialect) => {
  let server: ApiServer;
  let page: ConsolePage;
  beforeEach(async () => {
    server = await serveApi({ dialect });
    page = openPage(server.origin);
  });
  afterEach(() => server.close());

  const setUp = async (said: object = {}) => {
    const code = await readSetupCode(server.stores.retail.backoffice);
    const body = { code, name: 'Léa', password: PASSWORD, language: 'fr', ...said };
    return page.json('/console/session/setup', { method: 'POST', body });
  };
  const logIn = (who: ConsolePage, password = PASSWORD, name = 'léa') =>
    who.json('/console/session', { method: 'POST', body: { name, password } });

  test('the first start: a code makes one admin, who is logged in; then the code is worth nothing', async () => {
    expect(await page.json('/console/session')).toEqual([
      200,
      { needsSetup: true, version: '1.2.3', features: { replay: false, guard: false, alerts: false } },
    ]);
    expect(await setUp({ code: 'aaaa-bbbb-cccc-dddd' })).toMatchObject([401, { reason: 'setup_code_wrong' }]);
    expect(server.delayed).toEqual(['127.0.0.1']);
    expect(await setUp({ password: 'too short' })).toMatchObject([
      422,
      { reason: 'password_short', field: 'password' },
    ]);
    expect(await setUp({ name: 'a b' })).toMatchObject([422, { reason: 'user_name_invalid', field: 'name' }]);
    const code = (await readSetupCode(server.stores.retail.backoffice)) ?? '';
    const typed = code.toUpperCase().replaceAll('-', ' ');
    expect(await setUp({ code: typed })).toMatchObject([
      201,
      {
        needsSetup: false,
        user: { name: 'léa', role: 'admin', language: 'fr' },
        shops: [{ name: 'retail', language: 'en', timeZone: 'Europe/Paris' }, { name: 'wholesale' }],
      },
    ]);
    expect(await page.json('/console/session')).toMatchObject([200, { user: { name: 'léa' } }]);
    expect(await setUp({ code, name: 'mallory' })).toMatchObject([409, { reason: 'setup_done' }]);
    expect(await page.json('/console/users')).toMatchObject([200, { items: [{ name: 'léa' }] }]);
  });

  test('of those who set up together one succeeds', async () => {
    const outcomes = await Promise.all(['a', 'b', 'c'].map((name) => setUp({ name })));
    expect(outcomes.map(([status]) => status).sort()).toEqual([201, 409, 409]);
  });

  test('a wrong password and an unknown name are refused in the same words, and waited for', async () => {
    await setUp();
    const other = openPage(server.origin);
    const refusals = await Promise.all([logIn(other, 'wrong password'), logIn(other, PASSWORD, 'nobody')]);
    for (const refusal of refusals)
      expect(refusal).toMatchObject([401, { reason: 'login_refused', detail: 'Wrong name or password.' }]);
    expect(server.delayed.length).toBe(2);
    expect(other.cookie).toBeUndefined();
    expect(await logIn(other, PASSWORD, ' LÉA ')).toMatchObject([200, { user: { name: 'léa' } }]);
  });

  test('the cookie is for this server’s pages alone, and only its digest is kept', async () => {
    await setUp();
    const response = await page.call('/console/session', {
      method: 'POST',
      body: { name: 'léa', password: PASSWORD },
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^passerelle_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    const secret = /=([\w-]{43})/.exec(cookie)?.[1] ?? '';
    expect(await server.stores.retail.backoffice.session(secret)).toBeUndefined();
    const secure = await page.call('/console/session', {
      method: 'POST',
      body: { name: 'léa', password: PASSWORD },
      headers: { origin: server.origin.replace('http:', 'https:') },
    });
    expect(secure.headers.get('set-cookie')).toMatch(/; Secure/);
  });

  test('a stolen session ends with the logout', async () => {
    await setUp();
    const stolen = page.copy();
    expect(await stolen.json('/api/v1/shop')).toMatchObject([200, { name: 'retail' }]);
    expect(await page.json('/console/session', { method: 'DELETE' })).toEqual([204, undefined]);
    expect(page.cookie).toBeUndefined();
    expect(await stolen.json('/api/v1/shop')).toMatchObject([401, { reason: 'session_ended' }]);
    expect(await stolen.json('/console/users')).toMatchObject([401, { reason: 'session_ended' }]);
    expect(await stolen.json('/console/session')).toMatchObject([200, { needsSetup: false }]);
    expect((await stolen.json('/console/session'))[1]).not.toHaveProperty('user');
  });

  test.each([
    ['just begun', 0, 0, 200],
    ['idle for less than twelve hours', 100, 11.9, 200],
    ['idle for twelve hours', 100, 12, 401],
    ['used all the time for less than seven days', 167.9, 0, 200],
    ['used all the time for seven days', 168, 0, 401],
  ])('of a session that is %s', async (_, startedHours, usedHours, status) => {
    await setUp();
    const ago = (hours: number): string => new Date(server.now() - hours * 3_600_000).toISOString();
    const secret = 'x'.repeat(43);
    const { backoffice } = server.stores.retail;
    const [startedAt, usedAt] = [ago(startedHours), ago(usedHours)];
    await backoffice.startSession({ sha256: keyDigest(secret), user: 'léa', startedAt, usedAt });
    const held = openPage(server.origin, `passerelle_session=${secret}`);
    expect((await held.json('/console/users'))[0]).toBe(status);
    const isNoted = status === 200 && usedHours > 0;
    await expect
      .poll(async () => (await backoffice.session(keyDigest(secret)))?.usedAt !== usedAt)
      .toBe(isNoted);
    await backoffice.pruneSessions(sessionBounds(server.now()));
    expect((await backoffice.session(keyDigest(secret))) !== undefined).toBe(status === 200);
  });

  test('a new password ends the other sessions, and the old one opens nothing', async () => {
    await setUp();
    const other = openPage(server.origin);
    await logIn(other);
    const before = page.copy();
    const change = (said: object) =>
      page.json('/console/session/password', {
        method: 'PUT',
        body: { old: PASSWORD, new: 'battery staple', ...said },
      });
    expect(await change({ old: 'wrong password' })).toMatchObject([
      422,
      { reason: 'password_wrong', field: 'old' },
    ]);
    expect(server.delayed.length).toBe(1);
    expect(await change({ new: 'short' })).toMatchObject([422, { reason: 'password_short' }]);
    expect(await other.json('/console/users')).toMatchObject([200, {}]);
    expect((await change({}))[0]).toBe(204);
    for (const ended of [other, before])
      expect(await ended.json('/console/users')).toMatchObject([401, { reason: 'session_ended' }]);
    expect(await page.json('/console/users')).toMatchObject([200, {}]);
    expect((await logIn(other))[0]).toBe(401);
    expect((await logIn(other, 'battery staple'))[0]).toBe(200);
  });

  test('the language of the pages is the user’s own', async () => {
    await setUp();
    expect(
      await page.json('/console/session/language', { method: 'PUT', body: { language: 'en' } }),
    ).toMatchObject([200, { user: { language: 'en' } }]);
    expect(await page.json('/console/session')).toMatchObject([200, { user: { language: 'en' } }]);
    expect(
      await page.json('/console/session/language', { method: 'PUT', body: { language: 'de' } }),
    ).toMatchObject([422, { errors: [{ field: 'language' }] }]);
  });
});
