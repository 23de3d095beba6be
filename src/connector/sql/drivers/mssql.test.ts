import { createServer } from 'node:net';
import mssql from 'mssql';
import { expect, test } from 'vitest';
import { listen } from '../../../../test/support/listen.ts';
import { sqlSettingsSchema } from '../settings.ts';
import { openSqlSource } from '../sql-source.ts';
import { columnKindOf, mssqlCellText } from './mssql-cells.ts';

const open = (port: number) =>
  openSqlSource(sqlSettingsSchema.parse({ database: `mssql://sa:s3cret@127.0.0.1:${port}/EBP` }), {
    shop: 'boutique',
    folder: '.',
  });

test('where nobody listens, the source is unavailable', async () => {
  const refusal = open(1);
  await expect(refusal).rejects.toMatchObject({ problem: { reason: 'source_unavailable' } });
  await expect(refusal).rejects.not.toThrow('s3cret');
});

test('where something else listens, too', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  const port = await listen(server);
  await expect(open(port)).rejects.toMatchObject({ problem: { reason: 'source_unavailable' } });
  server.close();
});

test.each([
  [null, mssql.Int, ''],
  [true, mssql.Bit, '1'],
  [12.5, mssql.Decimal, '12.5'],
  [1e-7, mssql.Float, '0.0000001'],
  ['9007199254740993', mssql.BigInt, '9007199254740993'],
  ['AB   ', mssql.Char, 'AB'],
  [Buffer.from('a'), mssql.VarBinary, 'data:;base64,YQ=='],
  [new Date('2026-03-29T02:30:00Z'), mssql.DateTime, '2026-03-29 02:30:00'],
  [new Date('1970-01-01T08:15:00Z'), mssql.Time, '08:15:00'],
  [new Date('2026-07-01T10:00:00Z'), mssql.DateTimeOffset, '2026-07-01 12:00:00'],
])('%# a value of the driver as text', (value, type, expected) => {
  expect(mssqlCellText(value, columnKindOf(type, mssql))).toBe(expected);
});
