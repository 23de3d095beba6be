import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Form, writeForm } from './writer.ts';

async function bytesOf({ body }: Form): Promise<Buffer> {
  return body instanceof Uint8Array ? Buffer.from(body) : Buffer.concat(await Array.fromAsync(body));
}

const part = fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.uint8Array());

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

it('has the same bytes whether a value is there or streams by', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(part, { minLength: 1 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('multipart', 'urlencoded'),
      async (parts, size, form) => {
        const dialect = { form, boundary: () => 'b' } as const;
        const whole = writeForm(parts, dialect);
        const streamed = writeForm(
          parts.map(([name, value]) => [name, inChunks(value, size)] as const),
          dialect,
        );
        expect(streamed.body).not.toBeInstanceOf(Uint8Array);
        expect(await bytesOf(streamed)).toEqual(await bytesOf(whole));
      },
    ),
  ));

it('is read by others when it is urlencoded', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), async (pairs) => {
      const written = await bytesOf(writeForm(pairs, { form: 'urlencoded' }));
      expect([...new URLSearchParams(written.toString('latin1'))]).toEqual(
        pairs.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
      );
    }),
  ));

it('is read by others when it is multipart', async () => {
  const { contentType, body } = writeForm(
    [
      ['clé', 'é"\r\n--'],
      ['b', ''],
    ],
    { form: 'multipart' },
  );
  const response = new Response(body instanceof Uint8Array ? Buffer.from(body) : undefined, {
    headers: { 'content-type': contentType },
  });
  expect([...(await response.formData())]).toEqual([
    ['clé', 'é"\r\n--'],
    ['b', ''],
  ]);
});
