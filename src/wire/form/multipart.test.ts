import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PasserelleError } from '../../domain/error.ts';
import { createFormDecoder } from './decoder.ts';
import { DEFAULT_FORM_LIMITS, type FormHandler } from './part.ts';

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

function encodeMultipart(parts: readonly Part[], boundary: string, eol = '\r\n'): Buffer {
  const pieces = parts.flatMap(({ name, filename, bytes }) => {
    const file = filename === undefined ? '' : `; filename="${quote(filename)}"`;
    return [
      Buffer.from(
        `--${boundary}${eol}Content-Disposition: form-data; name="${quote(name)}"${file}${eol}${eol}`,
      ),
      bytes,
      Buffer.from(eol),
    ];
  });
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--${eol}`)]);
}
const quote = (name: string) => name.replace(/["\\]/g, '\\$&').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

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

describe('multipart/form-data', () => {
  test('reads what libcurl sends, in any order of fields', () => {
    const parts = decodeForm(MULTIPART, bytesOf(CURL));
    expect(texts(parts)).toEqual([
      ['data', '<connecteur/>'],
      ['key', 'secret'],
    ]);
    expect(parts.map((part) => part.filename)).toEqual([undefined, undefined]);
  });

  test.each<[what: string, header: string, name: string, filename: string | undefined]>([
    ['quoted', 'form-data; name="image"; filename="a.jpg"', 'image', 'a.jpg'],
    ['unquoted', 'form-data; name=image; filename=a.jpg', 'image', 'a.jpg'],
    ['filename first', 'form-data; filename="a;name=b"; name="c"', 'c', 'a;name=b'],
    ['older curl escapes with a backslash', 'form-data; name="a\\"b\\\\c"', 'a"b\\c', undefined],
    [
      'newer curl and browsers escape with a percent',
      'form-data; name="a%22b%0D%0Ac%20d"',
      'a"b\r\nc%20d',
      undefined,
    ],
    ['a Windows path', 'form-data; name="a"; filename="C:\\new\\a.jpg"', 'a', 'C:\\new\\a.jpg'],
    ['a browser’s name that ends in a backslash', 'form-data; name="a\\"', 'a\\', undefined],
    ['never closed', 'form-data; name="abc', 'abc', undefined],
    ['an empty file field', 'form-data; name="a"; filename=""', 'a', ''],
    ['RFC 5987 wins', "form-data; name=a; filename=x; filename*=UTF-8''na%C3%AFve.png", 'a', 'naïve.png'],
    ['RFC 5987 in latin-1', "form-data; name=a; filename*=iso-8859-1'fr'na%EFve", 'a', 'naïve'],
    ['RFC 5987 broken', 'form-data; name=a; filename=x; filename*=oops', 'a', 'x'],
    ['folded', 'form-data;\r\n name="a";\r\n\tfilename="b"', 'a', 'b'],
    ['odd spelling', 'FORM-DATA ; NAME = "a" ; filename= b ', 'a', 'b'],
    ['no name, but an empty one', 'form-data; name=""', '', undefined],
    ['UTF-8', 'form-data; name="\xc3\xa9"', 'é', undefined],
    ['not UTF-8', 'form-data; name="\x80\xe9"', '€é', undefined],
  ])('names: %s', (_what, header, name, filename) => {
    const body = `--b\r\nContent-Type: image/png\r\ncontent-disposition: ${header}\r\nContent-Transfer-Encoding: base64\r\n\r\nAA==\r\n--b--`;
    expect(decodeForm('multipart/form-data; boundary=b', bytesOf(body))).toEqual([
      { name, filename, bytes: Buffer.from('AA==') },
    ]);
  });

  test.each<[what: string, type: string, body: string]>([
    ['quoted boundary', 'multipart/form-data; boundary="a b;c"', '--a b;c\r\nH\r\n--a b;c--'],
    ['odd spelling of the type', 'Multipart/Form-Data ;charset=x; BOUNDARY=b ', '--b\r\nH\r\n--b--'],
    [
      'preamble and epilogue',
      'multipart/form-data; boundary=b',
      'see --b\r\n\r\n--b\r\nH\r\n--b--\r\nbye\r\n--b\r\n',
    ],
    ['padding after the boundary', 'multipart/form-data; boundary=b', '--b \t \r\nH\r\n--b  \r\nH\r\n--b--'],
    [
      'LF only',
      'multipart/form-data; boundary=b',
      '--b\nContent-Disposition: form-data; name="a"\n\n1\n--b--\n',
    ],
  ])('reads a body with %s', (_what, type, body) => {
    const parts = decodeForm(
      type,
      bytesOf(body.replaceAll('H', 'Content-Disposition: form-data; name="a"\r\n\r\n1')),
    );
    expect(new Set(texts(parts).map(String))).toEqual(new Set(['a,1']));
  });

  test.each([
    ['\r\n--'],
    ['\r\n--b'.slice(0, 4)],
    ['\r\r\n\r\n--\r\n--'],
    ['\n--b--\n'],
    ['x--b--'],
    ['\r\n--bb--'],
    ['\r\n--b-x'],
    ['\r\n--bc\r\nContent-Disposition: form-data; name="inner"\r\n\r\nnested\r\n--bc--\r\n'],
    [`\r\n--b${' '.repeat(70)}\r\n`],
    ['\r\n--b\r\r\n'],
    ['\r\n'],
    ['\r'],
    ['\n'],
    [''],
  ])('data that resembles a boundary stays data: %j', (data) => {
    const body = encodeMultipart([{ name: 'a', filename: undefined, bytes: Buffer.from(data) }], 'b');
    for (const size of [body.length, 1, 2, 3, 7]) {
      expect(texts(decodeForm('multipart/form-data; boundary=b', cut(body, [size])))).toEqual([['a', data]]);
    }
  });

  test('an empty part may end with the line end of its header', () => {
    const body = '--b\r\nContent-Disposition: form-data; name=a\r\n\r\n--b--';
    expect(texts(decodeForm('multipart/form-data; boundary=b', bytesOf(body)))).toEqual([['a', '']]);
  });

  test('a body of no parts has none', () => {
    expect(decodeForm(MULTIPART, bytesOf(`--${BOUNDARY}--\r\n`))).toEqual([]);
  });

  test('any parts in any chunks give the parts that were encoded', () => {
    const part = fc.record({
      name: fc.string({
        unit: fc.constantFrom('a', 'é', '"', '\\', ' ', ';', '=', '\r', '\n', '🙂'),
        maxLength: 8,
      }),
      filename: fc.option(fc.string({ unit: fc.constantFrom('x', '"', '.', ';', '\\'), maxLength: 6 }), {
        nil: undefined,
      }),
      bytes: fc
        .array(fc.constantFrom('\r', '\n', '-', '--', 'Zq', 'Z', '\0', 'abc', '\r\n--', '\r\n--Z', '\xff'), {
          maxLength: 30,
        })
        .map((pieces) => Buffer.from(pieces.join(''), 'latin1')),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), chunkSizes, (parts, sizes) => {
        const body = encodeMultipart(parts, 'ZqZ');
        fc.pre(parts.every(({ bytes }) => !`\r\n${bytes.toString('latin1')}\r\n`.includes('\r\n--ZqZ')));
        expect(decodeForm('multipart/form-data; boundary=ZqZ', cut(body, sizes))).toEqual(parts);
      }),
      { numRuns: 500 },
    );
  });

  test('rubbish in any chunks behaves as in one', () => {
    const piece = fc.constantFrom(
      '--b',
      '\r\n',
      '\n',
      '\r',
      '--',
      'Content-Disposition: form-data; name=a',
      ' ',
      'x',
      '\r\n--b\r\n',
    );
    const outcome = (chunks: readonly Buffer[]) => {
      try {
        return texts(decodeForm('multipart/form-data; boundary=b', chunks));
      } catch (error) {
        if (error instanceof PasserelleError) return error.problem;
        throw error;
      }
    };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), chunkSizes, (pieces, sizes) => {
        const body = Buffer.from(pieces.join(''), 'latin1');
        expect(outcome(cut(body, sizes))).toEqual(outcome([body]));
      }),
      { numRuns: 1000 },
    );
  });

  test('every prefix of a body is incomplete, and its open part never ends', () => {
    const body = Buffer.from(CURL);
    for (let length = 0; length < body.length - '\r\n'.length; length++) {
      const { parts, handler } = collector();
      const decoder = createFormDecoder(MULTIPART, handler, DEFAULT_FORM_LIMITS);
      decoder.write(body.subarray(0, length));
      expect(() => decoder.end()).toThrow(/^body_incomplete/);
      for (const { name, bytes } of parts)
        expect([name, bytes.toString()]).toEqual(
          name === 'key' ? ['key', 'secret'] : ['data', '<connecteur/>'],
        );
    }
  });

  test('hands a large part on as views, all but its last bytes', () => {
    const [head, tail] = encodeMultipart(
      [{ name: 'data', filename: undefined, bytes: Buffer.from('@') }],
      'b',
    )
      .toString()
      .split('@');
    const chunk = Buffer.alloc(1024 * 1024, '<p_vente>12.50</p_vente>\r\n');
    const chunks = [
      Buffer.from(head ?? ''),
      ...Array.from({ length: 64 }, () => chunk),
      Buffer.from(tail ?? ''),
    ];
    let total = 0;
    let copied = 0;
    const decoder = createFormDecoder(
      'multipart/form-data; boundary=b',
      {
        onPart: () => ({
          write(view) {
            total += view.length;
            if (view.buffer !== chunk.buffer) copied += view.length;
          },
          end() {},
        }),
      },
      DEFAULT_FORM_LIMITS,
    );
    for (const piece of chunks) decoder.write(piece);
    decoder.end();
    expect(total).toBe(64 * chunk.length);
    expect(copied).toBeLessThan(64 * 8);
  });
});
