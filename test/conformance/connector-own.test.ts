import { describe, expect, it, onTestFinished } from 'vitest';
import { checkConnector } from '../../src/conformance/connector/check-connector.ts';
import { type CheckReport, hasPassed } from '../../src/conformance/report.ts';
import type { ErpDocument } from '../../src/connector/erp-source.ts';
import { createRemoteShop, type RemoteShopOptions } from '../../src/connector/remote/remote-shop.ts';
import { sync } from '../../src/connector/sync/sync.ts';
import { article, EDITION, PROFILE, rule, temporaryFolder } from '../../src/connector/testing/fixtures.ts';
import { createMemorySource, type MemorySource } from '../../src/connector/testing/memory-source.ts';
import type { SalesDocumentChange, SalesDocumentContent } from '../../src/domain/sales-document.ts';
import { decimal, moment, order, PDF } from '../../src/testing/contract/samples.ts';

const FILE = { type: 'application/pdf', bytes: PDF } as const;

const { id: _id, reference: _reference, state: _state, excluded: _excluded, ...rest } = order('1');
const CONTENT: SalesDocumentContent = rest;

const documentFrom = (change: SalesDocumentChange): ErpDocument => ({
  number: change.number,
  type: change.type,
  version: '1',
  load: async () => change,
});

/** An ERP with something for every flow. */
const createErp = (): MemorySource =>
  createMemorySource({
    articles: [
      article('ERP-1', { taxRate: decimal('5.5'), stock: decimal('-2.5'), active: true }),
      article('ERP-2', { name: 'Câble « été » & <b>gras</b>', available: false }),
      article('ERP-3'),
      {
        ...article('ERP-4'),
        variants: ['7412/A', 'AB 12 É'].map((reference) => ({
          reference,
          axes: [{ name: 'Couleur', value: 'Bleu' }],
          fields: { netPrice: decimal('55') },
        })),
      },
    ],
    customers: [{ code: 'C1', fields: { name: "Bague's en or", discountRate: decimal('2.5') } }],
    priceRules: [
      rule('ERP-1'),
      rule('ERP-3', { validFrom: moment('2026-01-01 00:00:00'), kind: 'percent_off' }),
    ],
    shipments: [{ orderId: '70001', trackingNumber: '6A1' }],
    salesDocuments: [
      documentFrom({ number: 'FA00016', type: 'invoice', file: FILE, content: CONTENT }),
      documentFrom({ number: 'FA00017', type: 'invoice', file: FILE, email: 'a@example.com', erpId: '17' }),
    ],
  });

/** Four runs of our own connector against the scripted shop. */
async function check(remote: Partial<RemoteShopOptions> = {}) {
  const end = new AbortController();
  const listening = Promise.withResolvers<{ url: string; key: string }>();
  const report = checkConnector({
    pauseMs: 0,
    profile: remote.profile ?? 'v3',
    products: ['ERP-1'],
    options: ['ERP-2'],
    signal: end.signal,
    onListening: listening.resolve,
  });
  const shop = createRemoteShop({ ...(await listening.promise), ...remote });
  const { source, pieces } = createErp();
  const stateFolder = temporaryFolder(onTestFinished);
  const outcomes: string[] = [];
  for (let run = 0; run < 4; run += 1) {
    const { outcome } = await sync({ source, shop, profile: PROFILE, edition: EDITION, stateFolder });
    outcomes.push(outcome);
  }
  await shop.close();
  end.abort();
  return { report: await report, outcomes, pieces };
}

const red = ({ findings }: CheckReport) =>
  findings
    .filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not_asked')
    .map(({ requirement, verdict, evidence, reason }) => [
      requirement.id,
      verdict,
      evidence[0]?.what ?? reason,
    ]);

describe('our own connector', () => {
  it.each<[string, Partial<RemoteShopOptions>]>([
    ['as it is', {}],
    ['with shops of 2015', { profile: 'kit-2015' }],
    ['with shops like the samples', { profile: 'samples' }],
    [
      'compressed, data first, routed by the XML',
      { compression: '1', dialect: { fieldOrder: 'data-first', routing: 'xml' } },
    ],
    [
      'in an urlencoded form and PrestaShop words',
      { dialect: { form: 'urlencoded', vocabulary: 'prestashop' } },
    ],
  ])('%s passes', async (_, remote) => {
    const { report, outcomes, pieces } = await check(remote);
    expect(red(report)).toEqual([]);
    expect(hasPassed(report)).toBe(true);
    expect(outcomes).toEqual(['complete', 'stopped', 'with_failures', 'stopped']);
    const ids = pieces.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
