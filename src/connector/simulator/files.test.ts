import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ERP_PROFILES } from '../profiles/list.ts';
import { throwDice } from './dice.ts';
import { pdfFromLines } from './pdf.ts';
import { pictureFrom } from './picture.ts';
import { createSimulatedErp } from './simulated-erp.ts';
import { records } from './testing/erp-records.ts';

describe('a picture', () => {
  it('is a PNG whose sums and pixels are right', () => {
    const bytes = Buffer.from(pictureFrom(throwDice(1)));
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const chunks = [...chunksOf(bytes)];
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect(chunks.every(({ isRight }) => isRight)).toBe(true);
    expect(inflateSync(chunks[1]?.content ?? bytes)).toHaveLength(8 * (1 + 8 * 3));
    expect(bytes).not.toEqual(Buffer.from(pictureFrom(throwDice(2))));
  });
});

function* chunksOf(bytes: Buffer) {
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    const isRight = crc32(body) === bytes.readUInt32BE(at + 8 + length);
    yield { type: body.toString('latin1', 0, 4), content: body.subarray(4), isRight };
    at += 12 + length;
  }
}

describe('a PDF', () => {
  it('has each object where its table says, and the texts in it', () => {
    const text = Buffer.from(pdfFromLines(['Été (1)', 'œ\\'])).toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    const table = text.slice(start);
    expect(table).toMatch(/^xref\n0 6\n0{10} 65535 f \n/);
    const places = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
    expect(places.map((place) => text.slice(place, place + 7))).toEqual(
      [1, 2, 3, 4, 5].map((number) => `${number} 0 obj`),
    );
    const [, length, content = ''] = /\/Length (\d+) >>\nstream\n(.*)\nendstream/s.exec(text) ?? [];
    expect(content).toHaveLength(Number(length));
    expect(content).toContain('(Été \\(1\\)) Tj');
    expect(content).toContain('(?\\\\) Tj');
  });
});

describe('a sales document', () => {
  it.each([
    ['ebp-v17', 'CM', 'application/pdf', '%PDF-1.4'],
    ['wavesoft', 'BC', 'text/html', '<!DOCTYPE html>'],
  ] as const)('of %s has its numbers and its kind of file', async (name, prefix, type, head) => {
    const erp = createSimulatedErp({ seed: 5, articles: 20, profile: ERP_PROFILES[name] });
    const order = erp.orderFor(0);
    expect((await erp.source.importOrder(order)).document).toBe(`${prefix}00000001`);
    erp.advance(5);
    const documents = await records(erp.source.salesDocuments());
    expect(documents.map(({ number, type: kind }) => [number, kind])).toEqual([
      ['BL00000001', 'delivery_note'],
      ['FA00000001', 'invoice'],
    ]);
    const invoice = await documents[1]?.load();
    expect(invoice).toMatchObject({ email: order.customer.email, content: { totals: order.totals } });
    expect(invoice?.file?.type).toBe(type);
    expect(Buffer.from(invoice?.file?.bytes ?? []).toString('latin1', 0, head.length)).toBe(head);
    await erp.source.close();
  });
});
