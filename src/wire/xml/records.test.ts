import { expect, test } from 'vitest';
import { LEAVES, shape } from './element.ts';
import { readRecords } from './records.ts';
import { plain, readAll, stream } from './testing/reading.ts';

const GRILLES = shape({ grilles: shape({ grille: LEAVES }) });
const OPTIONS = { shape: shape({ ...GRILLES.children, connecteur: GRILLES }), recordName: 'grille' };
const bytes = (text: string): Uint8Array[] => [Buffer.from(text)];

test('records come from wherever the shape has them, fields outside apart', async () => {
  const xml =
    '<connecteur><key>K</key><grilles><note>N</note><grille ref="1"><price>1</price></grille>' +
    '<Grille/></grilles><resource>add_grilles</resource><grille>text</grille></connecteur>';
  const { records, fields } = await readAll(bytes(xml), OPTIONS);
  expect(records.map(plain)).toEqual([
    { name: 'grille', attributes: { ref: '1' }, children: [{ name: 'price', text: '1' }] },
    { name: 'Grille' },
  ]);
  expect(fields.map(plain)).toEqual([
    { name: 'key', text: 'K' },
    { name: 'note', text: 'N' },
    { name: 'resource', text: 'add_grilles' },
    { name: 'grille', text: 'text' },
  ]);
});

test('the bare element and a root that is itself the record are read too', async () => {
  expect((await readAll(bytes('<grilles><grille/></grilles>'), OPTIONS)).records).toHaveLength(1);
  const roots = { shape: shape({ grille: LEAVES }), recordName: 'grille' };
  expect((await readAll(bytes('<grille><a>1</a></grille>'), roots)).records.map(plain)).toEqual([
    { name: 'grille', children: [{ name: 'a', text: '1' }] },
  ]);
});

test('an unknown root holds fields only', async () => {
  const { records, fields } = await readAll(bytes('<x><grille>1</grille></x>'), OPTIONS);
  expect(records).toEqual([]);
  expect(fields.map(plain)).toEqual([{ name: 'grille', text: '1' }]);
});

test('batches are of the size that was asked for', async () => {
  const xml = `<grilles>${'<grille/>'.repeat(25)}</grilles>`;
  const sizes: number[] = [];
  for await (const batch of readRecords(stream(bytes(xml)), { ...OPTIONS, batch: 10 }))
    sizes.push(batch.length);
  expect(sizes).toEqual([10, 10, 5]);
});

test('records are handed over before the message has ended', async () => {
  let ended = false;
  async function* source() {
    yield* bytes(`<grilles>${'<grille/>'.repeat(2000)}`);
    ended = true;
    yield* bytes('</grilles>');
  }
  const records = readRecords(source(), OPTIONS);
  expect((await records.next()).value).toHaveLength(100);
  expect(ended).toBe(false);
  await records.return();
});

test('a message that breaks off is an error after its batches', async () => {
  await expect(readAll(bytes('<grilles><grille/>\n<grille><price>1'), OPTIONS)).rejects.toMatchObject({
    problem: { reason: 'xml_incomplete', value: 'price', line: 2, column: 9 },
  });
});

test('warnings are those of a whole document', async () => {
  const message = [Buffer.from('<grilles><grille><a>\xe9</a></grille></grilles>\n<x/>', 'latin1')];
  expect((await readAll(message, OPTIONS)).warnings).toEqual([
    { reason: 'trailing_ignored', line: 2 },
    { reason: 'encoding_guessed', value: 'windows-1252' },
  ]);
});
