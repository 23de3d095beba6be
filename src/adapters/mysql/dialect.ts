import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  IdentifierNode,
  MysqlAdapter,
  MysqlIntrospector,
  MysqlQueryCompiler,
  type QueryResult,
  type SchemableIdentifierNode,
  type TransactionSettings,
} from 'kysely';
import type { PoolConnection, QueryResult as Rows } from 'mysql2/promise';
import type { Connections } from './connections.ts';
import { databaseFault, hasOtherLetters } from './faults.ts';

/**
 * Kysely on prepared statements: values go to the server apart from the statement, whatever they hold. `prefixed` gives
 * a table's name on this site.
 */
export const cmsDialect = (connections: Connections, options: DialectOptions): Dialect => ({
  createDriver: () => createDriver(connections, options.statementTimeoutMs),
  createQueryCompiler: () => new PrefixingCompiler(options.prefixed),
  createAdapter: () => new MysqlAdapter(),
  createIntrospector: (database) => new MysqlIntrospector(database),
});

export interface DialectOptions {
  readonly statementTimeoutMs: number;
  prefixed(table: string): string;
}

class PrefixingCompiler extends MysqlQueryCompiler {
  readonly #prefixed: DialectOptions['prefixed'];

  constructor(prefixed: DialectOptions['prefixed']) {
    super();
    this.#prefixed = prefixed;
  }

  protected override visitSchemableIdentifier({ identifier }: SchemableIdentifierNode): void {
    this.visitNode(IdentifierNode.create(this.#prefixed(identifier.name)));
  }
}

interface CmsConnection extends DatabaseConnection {
  readonly connection: PoolConnection;
  run(statement: string): Promise<void>;
}

function createDriver(connections: Connections, timeout: number): Driver {
  // Kysely hands back what `acquireConnection` gave.
  const own = (connection: DatabaseConnection) => connection as CmsConnection;
  return {
    init: async () => {},
    acquireConnection: async () => createConnection(await connections.take(), timeout),
    beginTransaction: (connection, settings) => begin(own(connection), settings),
    commitTransaction: (connection) => own(connection).run('COMMIT'),
    rollbackTransaction: (connection) => own(connection).run('ROLLBACK'),
    releaseConnection: async (connection) => own(connection).connection.release(),
    destroy: () => connections.close(),
  };
}

async function begin(
  connection: CmsConnection,
  { isolationLevel, accessMode }: TransactionSettings,
): Promise<void> {
  if (isolationLevel) await connection.run(`SET TRANSACTION ISOLATION LEVEL ${isolationLevel}`);
  await connection.run(
    accessMode === 'read only'
      ? 'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY'
      : 'START TRANSACTION',
  );
}

function createConnection(connection: PoolConnection, timeout: number): CmsConnection {
  async function asked<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      const fault = databaseFault(error);
      // Nobody knows what state a connection is in whose last answer did not come.
      if (isSilent(error)) connection.destroy();
      throw fault;
    }
  }
  return {
    connection,
    run: (statement) => asked(async () => void (await connection.query({ sql: statement, timeout }))),
    async executeQuery<Row>({ sql, parameters }: CompiledQuery) {
      const execute = (values: unknown[]) =>
        asked(async () => {
          const [result] = await connection.execute<Rows>({ sql, values, timeout });
          return queryResult<Row>(result);
        });
      try {
        return await execute([...parameters]);
      } catch (error) {
        if (!hasOtherLetters(error) || !/^\s*select\b/i.test(sql)) throw error;
        return execute(parameters.map(unfindable));
      }
    },
    // biome-ignore lint/correctness/useYield: lists are read in pages, never as a stream
    async *streamQuery() {
      throw new Error('streams are not used');
    },
  };
}

/** What no row of a site in the old `utf8` can hold is found in none: the server itself would rather not compare. */
const unfindable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFD') : value;

const isSilent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'PROTOCOL_SEQUENCE_TIMEOUT';

function queryResult<Row>(result: Rows): QueryResult<Row> {
  // What a statement's rows look like is said by the types that Kysely checked it against.
  if (Array.isArray(result)) return { rows: result as unknown[] as Row[] };
  const { insertId, affectedRows } = result;
  return {
    rows: [],
    numAffectedRows: BigInt(affectedRows),
    ...(insertId !== 0 && { insertId: BigInt(insertId) }),
  };
}
