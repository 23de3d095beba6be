import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as client from '../src/client/index.ts';
import * as conformance from '../src/conformance/index.ts';
import * as main from '../src/index.ts';
import * as testing from '../src/testing/index.ts';

/** Types too, which leave nothing to see at run time. */
function exportedNames(path: string): string[] {
  const source = readFileSync(new URL(path, import.meta.url), 'utf8');
  const statements = [...source.matchAll(/^export (type )?\{([^}]*)\} from '[^']+';$/gm)];
  expect(source.replaceAll(/^export [^;]*;\n/gm, ''), 'only re-exports by name').toBe('');
  return statements
    .flatMap(([, type = '', names = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean)
        .map((name) => `${type}${name}`),
    )
    .sort();
}

const values = (names: readonly string[]): string[] => names.filter((name) => !name.startsWith('type '));

test('the package exports these names, and no others', () => {
  const names = exportedNames('../src/index.ts');
  expect(names).toEqual([
    'ALL_CAPABILITIES',
    'DEFAULT_LIMITS',
    'EDITIONS',
    'ERP_PROFILES',
    'NO_CAPABILITIES',
    'PasserelleError',
    'ZERO',
    'add',
    'aroundEach',
    'compare',
    'createEndpoint',
    'createFailureDelays',
    'createFetchHandler',
    'createKeyRing',
    'createRemoteShop',
    'createSimulatedErp',
    'createSpool',
    'decorate',
    'defineConfig',
    'defineConnection',
    'defineTransforms',
    'divide',
    'drop',
    'fail',
    'multiply',
    'openFolderSource',
    'openSqlSource',
    'openStore',
    'parseDecimal',
    'partialShop',
    'processBulk',
    'refuse',
    'round',
    'subtract',
    'sync',
    'type Around',
    'type Backoffice',
    'type Capabilities',
    'type ConfigurationInput',
    'type ConnectionInput',
    'type Decimal',
    'type Decorator',
    'type Dropped',
    'type EndpointOptions',
    'type ErpSource',
    'type ForeignShop',
    'type Hook',
    'type HookAnswer',
    'type HookContext',
    'type Moment',
    'type Moments',
    'type Product',
    'type ProductChange',
    'type Refused',
    'type ServedShop',
    'type Shop',
    'type ShopModule',
    'type ShopReader',
    'type Store',
    'type StoreOptions',
    'type SyncOptions',
    'type SyncReport',
    'type Transforms',
    'withinCapabilities',
  ]);
  expect(Object.keys(main).sort()).toEqual(values(names));
});

test('passerelle/client exports these names, and no others', () => {
  const names = exportedNames('../src/client/index.ts');
  expect(names).toEqual(['ApiError', 'createClient', 'type Client', 'type ClientOptions']);
  expect(Object.keys(client).sort()).toEqual(values(names));
});

test('passerelle/conformance exports these names, and no others', () => {
  const names = exportedNames('../src/conformance/index.ts');
  expect(names).toEqual([
    'CONNECTOR_REQUIREMENTS',
    'ConformanceError',
    'REQUIREMENTS',
    'checkConnector',
    'checkWebservice',
    'hasPassed',
    'htmlReport',
    'junitReport',
    'terminalReport',
    'type CheckOptions',
    'type CheckReport',
    'type ConnectorCheckOptions',
    'type Evidence',
    'type Finding',
    'type ProfileName',
    'type Requirement',
    'type Severity',
    'type Verdict',
  ]);
  expect(Object.keys(conformance).sort()).toEqual(values(names));
});

test('passerelle/testing exports these names, and no others', () => {
  const names = exportedNames('../src/testing/index.ts');
  expect(names).toEqual([
    'FACTS',
    'backofficeContract',
    'createMemoryShop',
    'decoratorContract',
    'shopContract',
    'type BackofficeSettings',
    'type BackofficeSubject',
    'type ContractSubject',
    'type DecoratorSubject',
    'type Fact',
    'type MemoryShop',
    'type MemoryShopOptions',
    'type Seed',
  ]);
  expect(Object.keys(testing).sort()).toEqual(values(names));
});
