import { createReadStream } from 'node:fs';
import { addGrillesCodec } from '../src/wire/messages/price-rules/add-grilles.ts';
import { readRecords } from '../src/wire/xml/records.ts';

/** Reads a price list with our reader, in a process of its own; prints the seconds and the records. */
const start = performance.now();
let records = 0;
for await (const batch of readRecords(
  createReadStream(process.argv[2] ?? '', { highWaterMark: 1 << 18 }),
  addGrillesCodec,
))
  records += batch.length;
process.stdout.write(JSON.stringify({ seconds: (performance.now() - start) / 1000, records }));
