import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIALECTS, type TestPlace, testPlace } from '../../../test/store/dialects.ts';
import { EXCHANGE_OUTCOMES, type Exchange, type ExchangeFilter } from '../../shop/journal.ts';
import { openStore, type Store } from '../open.ts';

/** More than one statement looks at. */
const EXCHANGES = 11_500;
const BEGIN = Date.UTC(2026, 0, 1);
/** So many a run: a pause of minutes follows. */
const PER_RUN = 4000;

const RESOURCES = ['update_product', 'orders', 'add_grilles', ''];

/** All sorts of them; what is rare is at the beginning, behind many that it is not among. */
function exchangeOf(index: number): Exchange {
  const isOld = index < 300;
  const at = BEGIN + index * 20 + Math.floor(index / PER_RUN) * 400_000;
  const hex = at.toString(16).padStart(12, '0');
  return {
    id: `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(index).padStart(12, '0')}`,
    at: new Date(at).toISOString(),
    resource: RESOURCES[isOld ? index % 4 : index % 2] ?? '',
    reference: index % 5 === 0 ? '' : `A${isOld ? index % 3 : 3 + (index % 7)}`,
    outcome: EXCHANGE_OUTCOMES[isOld ? index % 6 : index % 11 === 0 ? 4 : 0] ?? 'success',
    httpStatus: 200,
    warnings: [],
    durationMs: 1,
    requestBytes: 1,
    replyBytes: 1,
    remoteAddress: '10.0.0.1',
    request: '',
  };
}

const all = Array.from({ length: EXCHANGES }, (_, index) => exchangeOf(index));
const idAt = (index: number): string => all[index]?.id ?? '';
/** A run has the id of its first exchange. */
const runOf = (index: number): string => idAt(Math.floor(index / PER_RUN) * PER_RUN);

const index = fc.nat(EXCHANGES - 1);
const FILTER = fc.record(
  {
    reference: fc.constantFrom('', 'A0', 'A5', 'A9', 'nobody'),
    resource: fc.constantFrom(...RESOURCES, 'nothing'),
    outcomes: fc.uniqueArray(fc.constantFrom(...EXCHANGE_OUTCOMES), { maxLength: 3 }),
    run: index.map(runOf),
    since: index.map((place) => all[place]?.at ?? ''),
    after: index.map(idAt),
    before: index.map(idAt),
    limit: fc.constantFrom(1, 60, 700),
  },
  { requiredKeys: [] },
);

function expected({ outcomes = [], ...filter }: ExchangeFilter): readonly string[] {
  const { reference, resource, run, since = '', after = '', before = '~', limit } = filter;
  const asked = all.filter(
    (exchange, place) =>
      (reference ?? exchange.reference) === exchange.reference &&
      (resource ?? exchange.resource) === exchange.resource &&
      (outcomes.length === 0 || outcomes.includes(exchange.outcome)) &&
      (run ?? runOf(place)) === runOf(place) &&
      exchange.at >= since &&
      exchange.id > after &&
      exchange.id < before,
  );
  return asked
    .map(({ id }) => id)
    .reverse()
    .slice(0, limit);
}

describe.each(DIALECTS)('a journal on %s', (dialect) => {
  let place: TestPlace;
  let store: Store;
  beforeAll(async () => {
    place = await testPlace(dialect);
    store = await openStore(place.options);
    await Promise.all(all.map((exchange) => store.backoffice.recordExchange(exchange)));
  }, 120_000);
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  test('whatever is asked together, the list has what is so, newest first, and each once', async () => {
    await fc.assert(
      fc.asyncProperty(FILTER, async (filter) => {
        const listed = (await Array.fromAsync(store.backoffice.exchanges(filter))).flat();
        expect(listed.map(({ id }) => id)).toEqual(expected(filter));
      }),
      { numRuns: 60 },
    );
  }, 300_000);
});
