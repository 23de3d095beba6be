import { afterEach, beforeEach, expect, test } from 'vitest';
import { KEY, type ServedEndpoint, serveEndpoint } from '../support/endpoint.ts';
import { type FormPart, post } from '../support/form.ts';

let served: ServedEndpoint;
beforeEach(async () => {
  served = await serveEndpoint({ limits: { bodyBytes: 2_000 } });
});
afterEach(() => served.close());

const ADDRESSED: readonly FormPart[] = [
  ['key', KEY],
  ['resource', 'update_product'],
];
const record = (inside: string): string => `<connecteur>${inside}</connecteur>`;

test.each([
  [
    'a body that is too large: nothing is known of it',
    [...ADDRESSED, ['data', 'x'.repeat(3_000)]],
    { resource: '', requestBytes: 0, reference: '', problem: { reason: 'body_too_large' } },
  ],
  [
    'a wrong key: what was asked for, nothing of what was said',
    [
      ['key', 'wrong'],
      ['resource', 'update_product'],
      ['data', record('<reference>A1</reference>')],
    ],
    { resource: 'update_product', problem: { reason: 'key_wrong' } },
  ],
  [
    'an unknown resource: nothing was read',
    [
      ['key', KEY],
      ['resource', 'delete_all'],
      ['data', record('<reference>A1</reference>')],
    ],
    { resource: 'delete_all', request: '', problem: { reason: 'resource_unknown' } },
  ],
  [
    'XML that cannot be read',
    [...ADDRESSED, ['data', '<connecteur><reference>A1</connecteur']],
    { resource: 'update_product', request: '<connecteur><reference>A1</connecteur' },
  ],
  [
    'a second key in the XML, which is hidden like the first',
    [...ADDRESSED, ['data', record('<key><![CDATA[other]]></key><nom>other</nom>')]],
    {
      request: record('<key>***<![CDATA[***]]></key><nom>***</nom>'),
      problem: { reason: 'key_conflict' },
    },
  ],
  [
    'a resource that the XML names',
    [...ADDRESSED, ['data', record('<resource>gone</resource>')]],
    { resource: 'gone', problem: { reason: 'resource_unknown' } },
  ],
  [
    'what the shop refused',
    [...ADDRESSED, ['reference', 'A1'], ['stock', '1']],
    {
      resource: 'update_product',
      reference: 'A1',
      outcome: 'refused',
      request: expect.stringContaining('"stock":"1"'),
      problem: { reason: 'reference_unknown' },
    },
  ],
  [
    'a bulk message that breaks off, with its beginning',
    [
      ['key', KEY],
      ['resource', 'add_grilles'],
      ['data', '<grilles><grille><reference>A1'],
    ],
    { resource: 'add_grilles', request: '<grilles><grille><reference>A1', outcome: 'refused' },
  ],
] as const)('the journal of %s', async (_, parts, entry) => {
  await post(served.url, parts);
  expect(served.exchanges).toMatchObject([entry]);
});

test('warnings of reading the XML come before the shop’s own', async () => {
  const add: readonly FormPart[] = [
    ['key', KEY],
    ['resource', 'add_product'],
    ['data', record('<reference>A1</reference>')],
  ];
  await post(served.url, add);
  await post(served.url, [...add.slice(0, 2), ['data', `${record('<reference>A1</reference>')} and more`]]);
  expect(served.exchanges[1]?.warnings.map(({ reason }) => reason)).toEqual([
    'trailing_ignored',
    'already_exists',
  ]);
});
