import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkWebservice } from '../../src/conformance/check-webservice.ts';
import { type CheckReport, hasPassed, type Verdict } from '../../src/conformance/report.ts';
import type { RequirementId } from '../../src/conformance/requirements/requirements.ts';
import { listen } from '../support/listen.ts';
import { createStrangersShop } from './strangers-shop.ts';

const KEY = 'strangers-key';

/** What the shop lacks, and why each is red. */
const FAULTS: Readonly<Record<string, readonly RequirementId[]>> = {
  'errors are text, which is neither XML nor an <error>': ['transport.xml-reply', 'error.shape'],
  'limit is not read': [
    'products-list.slices',
    'products-list.past-end',
    'products-list.bad-limit',
    'options-list.slices',
  ],
  'the XML is not read': ['transport.xml-only-heading'],
  'no number is looked at': ['error.bad-number'],
  'an unknown order is confirmed, and a confirmed one offered again': [
    'set-order-exported.unknown',
    'set-order-exported.not-offered',
  ],
  'gammes make no variants, so none can be updated': [
    'add-product.gammes',
    'add-product.gammes-real-skus',
    'add-product.gammes-repeat',
    'update-option.reply',
    'update-option.stays-option',
  ],
  'customers are not known': [
    'customers-list.shape',
    'customers-list.ids-unique',
    'customers-list.since',
    'customers-list.future',
    'add-customer.reply',
    'add-customer.seed-example',
    'add-customer.alone',
    'add-customer.many',
    'add-customer.repeat',
    'add-customer.later-fields',
  ],
  'price lists are not known': [
    'add-grilles.reply',
    'add-grilles.repeat',
    'add-grilles.bare-xml',
    'add-grilles.unknown-product',
    'add-grilles.zlib',
    'add-grilles.bzip2',
    'add-grilles.deflate',
    'add-grilles.bad-row',
  ],
  'documents and parcels are not known': [
    'add-order.reply',
    'add-order.pdf',
    'add-order.repeat',
    'document-push.wrong-key',
    'add-tracking.reply',
    'document-push.accepted',
  ],
};

describe('a small webservice in another style', () => {
  const server = createStrangersShop(KEY);
  let report: CheckReport;

  beforeAll(async () => {
    const port = await listen(server);
    const url = `http://127.0.0.1:${port}/ws.php`;
    report = await checkWebservice({
      url,
      key: KEY,
      order: '100',
      profile: 'v3',
      language: 'en',
      write: true,
    });
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const idsOf = (...verdicts: readonly Verdict[]) =>
    report.findings.flatMap(({ verdict, requirement }) => (verdicts.includes(verdict) ? requirement.id : []));

  it('does not pass; each thing that it lacks is named, and nothing else', () => {
    expect(hasPassed(report)).toBe(false);
    expect(idsOf('failed', 'warning', 'untested').sort()).toEqual(Object.values(FAULTS).flat().sort());
  });

  it('passes in what it does right', () => {
    const passed = idsOf('passed');
    expect(idsOf('not_asked')).toEqual([]);
    for (const group of [
      'transport',
      'products-list',
      'orders',
      'orders-list',
      'add-product',
      'update-product',
    ]) {
      expect(
        passed.some((id) => id.startsWith(`${group}.`)),
        group,
      ).toBe(true);
    }
    expect(passed).toEqual(
      expect.arrayContaining([
        'transport.multipart',
        'transport.field-order',
        'products-list.shape',
        'options-list.apart',
        'orders-list.filter-several',
        'orders.totals',
        'orders.tax-included',
        'set-order-exported.repeat',
        'add-product.concurrent',
        'add-product.references-exact',
        'update-product.stays-listed',
      ]),
    );
  });

  it('is told what was sent, what came and what would have been right', () => {
    const slices = report.findings.find(({ requirement }) => requirement.id === 'products-list.slices');
    const [first] = slices?.evidence ?? [];
    expect(first).toMatchObject({ ok: false, what: 'products_list, limit=0,1' });
    expect(first?.sent).toContain('limit = 0,1');
    expect(first?.received).toContain('<reference>ROBE-40</reference>');
    expect(first?.expected).toContain('1:ROBE-38');
    expect(JSON.stringify(report)).not.toContain(KEY);
  });
});
