import type { CustomerChange } from '../../domain/customer.ts';
import type { Staging } from '../database.ts';
import { emailKey } from './emails.ts';

const TABLE = `CREATE TEMP TABLE named_customer (seq INTEGER NOT NULL, code TEXT NOT NULL, email_key TEXT, change TEXT NOT NULL)`;

// The nodes of one customer together, customers in the order of their first nodes.
const GROUP = [
  `CREATE TEMP TABLE customer_turn AS SELECT code, min(seq) AS turn FROM named_customer GROUP BY code`,
  'CREATE INDEX customer_turn_code ON customer_turn (code)',
  `CREATE TEMP TABLE customer_node AS SELECT t.turn, n.seq, n.code, n.email_key, n.change
    FROM named_customer n JOIN customer_turn t ON t.code = n.code ORDER BY t.turn, n.seq`,
  'CREATE INDEX customer_node_turn ON customer_node (turn, seq)',
  'DROP TABLE named_customer',
  'DROP TABLE customer_turn',
];

/** A staged change may be long: so much of them is written at once. */
const BATCH_CHARACTERS = 250_000;

/** Puts a message into the temporary table `customer_node` while it arrives. */
export async function stageCustomers(
  staging: Staging,
  batches: AsyncIterable<readonly CustomerChange[]>,
): Promise<void> {
  await staging.sql.run(TABLE);
  const writer = staging.rowsInto('named_customer', ['seq', 'code', 'email_key', 'change']);
  let seq = 0;
  let characters = 0;
  for await (const changes of batches) {
    for (const change of changes) {
      const { email } = change.fields;
      const json = JSON.stringify(change);
      seq += 1;
      characters += json.length;
      const due = writer.add([seq, change.code, emailKey(email), json]);
      if (!due && characters < BATCH_CHARACTERS) continue;
      await writer.flush();
      characters = 0;
    }
  }
  await writer.flush();
  for (const statement of GROUP) await staging.sql.run(statement);
}
