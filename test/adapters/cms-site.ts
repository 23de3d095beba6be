import { readFileSync } from 'node:fs';
import mysql, { type Connection } from 'mysql2/promise';
import type { MysqlServer } from '../support/mysql-server.ts';

type Cell = string | number | null;
/** `SET ?` takes columns, `VALUES (?)` a list. */
type QueryValue = Cell | readonly Cell[] | Readonly<Record<string, Cell>>;

/** A CMS's database of one test file's own: its true tables, and what a fresh installation has in them. */
export interface CmsSite {
  /** `CMS:mysql://…?prefix=…` */
  readonly url: string;
  /** Without the CMS's name before it. */
  readonly databaseUrl: string;
  readonly prefix: string;
  /** A statement with `#__` for the prefix; gives its rows, if it has any. */
  query<Row = Record<string, unknown>>(
    statement: string,
    values?: readonly QueryValue[],
  ): Promise<readonly Row[]>;
  /** As it was at first. */
  reset(): Promise<void>;
  drop(): Promise<void>;
}

export interface CmsFixture {
  readonly cms: string;
  readonly prefix: string;
  /** Files of statements with `#__` for the prefix. */
  readonly schema: URL;
  readonly content: URL;
}

export async function createSite(server: MysqlServer, fixture: CmsFixture): Promise<CmsSite> {
  const database = await server.create();
  const connection = await mysql.createConnection({
    uri: database.url,
    charset: 'utf8mb4',
    multipleStatements: true,
  });
  const { cms, prefix } = fixture;
  const read = (file: URL): string => readFileSync(file, 'utf8').replaceAll('#__', prefix);
  const content = read(fixture.content);
  await connection.query(
    `ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;${read(fixture.schema)}`,
  );
  await connection.query(content);
  return {
    url: `${cms}:${database.url}?prefix=${prefix}`,
    databaseUrl: database.url,
    prefix,
    async query<Row>(statement: string, values: readonly QueryValue[] = []) {
      const [rows] = await connection.query<(Row & mysql.RowDataPacket)[]>(
        statement.replaceAll('#__', prefix),
        values as Cell[],
      );
      return Array.isArray(rows) ? rows : [];
    },
    async reset() {
      await connection.query(`${await emptying(connection)}${content}`);
    },
    async drop() {
      await connection.end();
      await database.drop();
    },
  };
}

/** Statements that leave every table empty, as new ones are: DELETE is much faster here than TRUNCATE. */
async function emptying(connection: Connection): Promise<string> {
  const [tables] = await connection.query<({ name: string; next: number | null } & mysql.RowDataPacket)[]>(
    `SELECT table_name AS name, auto_increment AS next FROM information_schema.tables
      WHERE table_schema = DATABASE() AND table_name NOT LIKE '%passerelle_migration'`,
  );
  return tables.map(({ name }) => `DELETE FROM \`${name}\`;`).join('');
}
