import type { Alert, AlertBook } from '../../shop/alerts.ts';
import type { Database } from '../database.ts';
import { orUpdate } from '../sql-text.ts';
import { type Row, table } from '../table.ts';

export const ALERT = table<Alert>('alert', {
  id: 'text',
  kind: 'text',
  subject: 'text',
  facts: 'json',
  raisedAt: 'text',
  seenAt: 'text',
  toldAt: 'text',
  resolvedAt: 'text',
});
type AlertRow = Row<Alert>;

const OPEN = `${ALERT.select} WHERE resolved_at IS NULL ORDER BY raised_at, id`;
const LAST = `${ALERT.select} ORDER BY raised_at DESC, id LIMIT 100`;
const SAVE = `${ALERT.insert} ${orUpdate(
  ['id'],
  ALERT.names.filter((name) => name !== 'id'),
)}`;

export const createAlertBook = (database: Database): AlertBook => ({
  openAlerts: async () => (await database.read.all<AlertRow>(OPEN)).map(ALERT.fromRow),
  alerts: async () => (await database.read.all<AlertRow>(LAST)).map(ALERT.fromRow),
  saveAlerts: (alerts) =>
    database.write(async (sql) => {
      for (const alert of alerts) await sql.run(SAVE, ALERT.cells(alert));
    }),
});
