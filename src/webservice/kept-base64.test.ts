import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { withBase64, withoutBase64 } from './kept-base64.ts';

const image = randomBytes(3000);
const digest = createHash('sha256').update(image).digest('hex');
const read = async (sha256: string) => (sha256 === digest ? image : undefined);

test('long base64 is named by the digest of its bytes, in lines too, and comes back', async () => {
  const base64 = image.toString('base64');
  const inLines = base64.replace(/.{76}/g, '$&\r\n');
  for (const text of [base64, inLines, `\n ${inLines}\n`]) {
    const kept = withoutBase64(`<image>${text}</image><nom>Lampe</nom>`);
    expect(kept.replaceAll(/\s/g, '')).toBe(`<image>blob:sha256:${digest}</image><nom>Lampe</nom>`);
    const restored = await withBase64(kept, read);
    expect(restored.missing).toEqual([]);
    expect(restored.text.replaceAll(/\s/g, '')).toBe(`<image>${base64}</image><nom>Lampe</nom>`);
  }
});

test('also in CDATA and in a data URI', () => {
  const base64 = image.toString('base64');
  expect(withoutBase64(`<a><![CDATA[${base64}]]></a>`)).toBe(`<a><![CDATA[blob:sha256:${digest}]]></a>`);
  expect(withoutBase64(`<a>data:image/png;base64,${base64}</a>`)).toBe(
    `<a>data:image/png;base64,blob:sha256:${digest}</a>`,
  );
});

test('what is short, or only looks like base64, stays', () => {
  const prose = 'Une lampe de bureau en laiton massif '.repeat(100);
  for (const text of [image.toString('base64').slice(0, 1000), prose, 'A'.repeat(4001), ''])
    expect(withoutBase64(`<a>${text}</a>`)).toBe(`<a>${text}</a>`);
});

test('what is nowhere is told, and stays named', async () => {
  const gone = `blob:sha256:${'0'.repeat(64)}`;
  expect(await withBase64(`<image>${gone}</image>`, read)).toEqual({
    text: `<image>${gone}</image>`,
    missing: ['0'.repeat(64)],
  });
});
