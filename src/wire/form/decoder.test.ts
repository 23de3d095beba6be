import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PasserelleError } from '../../domain/error.ts';
import type { Problem } from '../../domain/problem.ts';
import { createFormDecoder } from './decoder.ts';
import { DEFAULT_FORM_LIMITS, type FormHandler, type FormLimits } from './part.ts';

interface Part {
  readonly name: string;
  readonly filename: string | undefined;
  readonly bytes: Buffer;
}

function collector() {
  const parts: Part[] = [];
  const handler: FormHandler = {
    onPart(name, filename) {
      const chunks: Uint8Array[] = [];
      return {
        write: (chunk) => void chunks.push(chunk),
        end: () => void parts.push({ name, filename, bytes: Buffer.concat(chunks) }),
      };
    },
  };
  return { parts, handler };
}

function decodeForm(type: string | undefined, chunks: readonly Uint8Array[]) {
  const { parts, handler } = collector();
  const decoder = createFormDecoder(type, handler, DEFAULT_FORM_LIMITS);
  for (const chunk of chunks) decoder.write(chunk);
  decoder.end();
  return parts;
}

const texts = (parts: readonly Part[]) => parts.map(({ name, bytes }) => [name, bytes.toString()]);
const bytesOf = (text: string) => [Buffer.from(text, 'latin1')];
const BOUNDARY = '------------------------d74496d66958873e';
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
const URLENCODED = 'application/x-www-form-urlencoded';

function problemOf(action: () => unknown): Problem {
  try {
    action();
  } catch (error) {
    if (error instanceof PasserelleError) return error.problem;
    throw error;
  }
  throw new Error('nothing was thrown');
}

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0, next = 0; at < bytes.length; next++) {
    const size = sizes[next % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}
const chunkSizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });

/** As curl 7.88 sends it with `-F data=… -F key=…`. */
const CURL = [
  `--${BOUNDARY}`,
  'Content-Disposition: form-data; name="data"',
  '',
  '<connecteur/>',
  `--${BOUNDARY}`,
  'Content-Disposition: form-data; name="key"',
  '',
  'secret',
  `--${BOUNDARY}--`,
  '',
].join('\r\n');

describe('application/x-www-form-urlencoded', () => {
  test.each<[body: string, parts: [string, string][]]>([
    [
      'key=a&data=%3Cx%3E&resource=',
      [
        ['key', 'a'],
        ['data', '<x>'],
        ['resource', ''],
      ],
    ],
    ['a=1+2%2B3', [['a', '1 2+3']]],
    [
      'a=%C3%A9&%C3%A9=1&%E9=2',
      [
        ['a', 'é'],
        ['é', '1'],
        ['é', '2'],
      ],
    ],
    [
      'a=100%&b=%zz%4&c=%%41&d=%+',
      [
        ['a', '100%'],
        ['b', '%zz%4'],
        ['c', '%A'],
        ['d', '% '],
      ],
    ],
    [
      '&&a&=b&c=d=e&',
      [
        ['a', ''],
        ['', 'b'],
        ['c', 'd=e'],
      ],
    ],
    ['a%3Db=c%26d', [['a=b', 'c&d']]],
    [
      'a=1&a=2',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
    ['a=%', [['a', '%']]],
    ['a=%4', [['a', '%4']]],
    ['', []],
  ])('%j', (body, parts) => {
    for (const size of [1, 2, 3, 1000]) {
      expect(texts(decodeForm(`${URLENCODED}; charset=UTF-8`, cut(Buffer.from(body), [size])))).toEqual(
        parts,
      );
    }
  });

  test('any pairs in any chunks give the pairs that were encoded', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), chunkSizes, (pairs, sizes) => {
        const body = Buffer.from(new URLSearchParams(pairs).toString());
        expect(texts(decodeForm(URLENCODED, cut(body, sizes)))).toEqual(pairs);
      }),
    );
  });

  test('rubbish in any chunks behaves as in one', () => {
    const rubbish = fc.string({ unit: fc.constantFrom('%', '4', 'g', '+', '&', '=', 'C'), maxLength: 30 });
    fc.assert(
      fc.property(rubbish, chunkSizes, (body, sizes) => {
        const bytes = Buffer.from(body);
        expect(texts(decodeForm(URLENCODED, cut(bytes, sizes)))).toEqual(
          texts(decodeForm(URLENCODED, [bytes])),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('a value without escapes is handed on as views', () => {
    const bytes = Buffer.alloc(100_000, 'QUJD');
    const views: Uint8Array[] = [];
    const decoder = createFormDecoder(
      URLENCODED,
      { onPart: () => ({ write: (chunk) => void views.push(chunk), end() {} }) },
      DEFAULT_FORM_LIMITS,
    );
    decoder.write(Buffer.from('pdf='));
    decoder.write(bytes);
    decoder.end();
    expect(views.map((view) => view.buffer)).toEqual([bytes.buffer]);
  });
});

describe('other types', () => {
  test.each(['text/xml', 'application/xml; charset=utf-8', ' TEXT/XML'])('%s: the body is data', (type) => {
    expect(texts(decodeForm(type, [Buffer.from('<a>'), Buffer.alloc(0), Buffer.from('</a>')]))).toEqual([
      ['data', '<a></a>'],
    ]);
    expect(decodeForm(type, [])).toEqual([]);
  });

  test('no body needs no type', () => {
    expect(decodeForm(undefined, [Buffer.alloc(0)])).toEqual([]);
    expect(problemOf(() => decodeForm(undefined, bytesOf('key=a')))).toMatchObject({
      reason: 'form_unreadable',
      expected: expect.stringContaining('multipart/form-data'),
    });
  });

  test.each([
    ['text/plain', 'text/plain'],
    ['application/json', 'application/json'],
    ['multipart/mixed; boundary=b', 'multipart/mixed'],
  ])('%s is refused by name', (type, value) => {
    expect(problemOf(() => decodeForm(type, []))).toMatchObject({ reason: 'form_unreadable', value });
  });

  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=""',
    `multipart/form-data; boundary=${'b'.repeat(300)}`,
  ])('no usable boundary: %.60s', (type) => {
    expect(problemOf(() => decodeForm(type, []))).toMatchObject({
      reason: 'form_unreadable',
      expected: expect.stringContaining('boundary='),
    });
  });
});

describe('hostile bodies', () => {
  const limits: FormLimits = { maxParts: 500, maxHeaderBytes: 16_384, maxNameBytes: 1024 };
  const feed = (type: string, head: string, filler: string) => {
    const decoder = createFormDecoder(type, collector().handler, limits);
    const chunk = Buffer.alloc(4096, filler);
    decoder.write(Buffer.from(head));
    let written = 0;
    const problem = problemOf(() => {
      for (; written < 1_000_000; written += chunk.length) decoder.write(chunk);
    });
    return { problem, written };
  };

  test.each<[what: string, type: string, body: string]>([
    [
      'multipart',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n'.repeat(10_000),
    ],
    ['urlencoded', URLENCODED, 'a=1&'.repeat(10_000)],
    ['urlencoded names', URLENCODED, 'a&'.repeat(10_000)],
  ])('10,000 parts: %s', (_what, type, body) => {
    const { parts, handler } = collector();
    const decoder = createFormDecoder(type, handler, limits);
    expect(problemOf(() => decoder.write(Buffer.from(body)))).toEqual({
      reason: 'form_too_many_parts',
      limit: 500,
    });
    expect(parts).toHaveLength(500);
  });

  test.each([
    ['one line', 'x'],
    ['lines', 'X-A: b\r\n'],
    ['parameters', ';'],
    ['flags and an equals sign', ';;;;;;;;;;;;;;;='],
  ])('an endless header ends at its limit: %s', (_what, filler) => {
    const { problem, written } = feed(
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data',
      filler,
    );
    expect(problem).toMatchObject({ reason: 'form_unreadable', limit: 16_384 });
    expect(written).toBeLessThan(20_000);
  });

  test('an endless name ends at its limit', () => {
    const header = `--b\r\nContent-Disposition: form-data; name="${'n'.repeat(1025)}"\r\n\r\n`;
    expect(problemOf(() => decodeForm('multipart/form-data; boundary=b', bytesOf(header)))).toMatchObject({
      reason: 'form_unreadable',
      limit: 1024,
    });
    expect(feed(URLENCODED, '', 'n')).toMatchObject({ problem: { limit: 1024 }, written: 0 });
    expect(feed(URLENCODED, '', '%41')).toMatchObject({ problem: { limit: 1024 }, written: 0 });
  });

  test('a part without a name is refused', () => {
    for (const header of [
      '',
      'Content-Type: text/xml\r\n',
      'Content-Disposition: form-data\r\n',
      'Content-Disposition: form-data; name\r\n',
    ]) {
      expect(
        problemOf(() =>
          decodeForm('multipart/form-data; boundary=b', bytesOf(`--b\r\n${header}\r\n1\r\n--b--`)),
        ),
      ).toMatchObject({
        reason: 'form_unreadable',
        expected: expect.stringContaining('Content-Disposition'),
      });
    }
  });

  test('a body with another boundary than announced says which is missing', () => {
    expect(problemOf(() => decodeForm(MULTIPART, bytesOf('--other\r\n\r\n1\r\n--other--')))).toEqual({
      reason: 'form_unreadable',
      expected: `--${BOUNDARY}`,
    });
  });

  test('what a sink throws comes through', () => {
    const full = new Error('full');
    const decoder = createFormDecoder(
      MULTIPART,
      {
        onPart: () => ({
          write() {
            throw full;
          },
          end() {},
        }),
      },
      limits,
    );
    expect(() => decoder.write(Buffer.from(CURL))).toThrow(full);
  });
});
