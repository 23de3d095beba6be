import mysql from 'mysql2/promise';
import { firstCell, freshName, type TestDatabase, withDatabase } from './test-database.ts';

/** A MariaDB or MySQL that answers. */
export interface MysqlServer {
  create(): Promise<TestDatabase>;
}

/** The MariaDB or MySQL of PASSERELLE_TEST_MARIADB or of this machine, where one answers. */
export async function findMysql(): Promise<MysqlServer | undefined> {
  const url = process.env.PASSERELLE_TEST_MARIADB || 'mysql://root@127.0.0.1:3306/mysql';
  try {
    await runMysql(url, 'SELECT 1');
    return mysqlAt(url);
  } catch {
    return undefined;
  }
}

const mysqlAt = (url: string): MysqlServer => ({
  async create() {
    const name = freshName();
    await runMysql(url, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    const own = withDatabase(url, name);
    return {
      url: own,
      async execute(...statements) {
        for (const statement of statements) await runMysql(own, statement);
      },
      cell: (sql) => runMysql(own, sql),
      drop: async () => void (await runMysql(url, `DROP DATABASE ${name}`)),
    };
  },
});

async function runMysql(url: string, sql: string): Promise<string> {
  const connection = await mysql.createConnection({ uri: url, connectTimeout: 5000, charset: 'utf8mb4' });
  try {
    const [rows] = await connection.query<[]>({ sql, rowsAsArray: true });
    return firstCell(rows);
  } finally {
    await connection.end();
  }
}
