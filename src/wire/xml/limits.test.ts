import { describe, expect, test } from 'vitest';
import { LEAVES, type Shape, shape } from './element.ts';
import { DEFAULT_XML_LIMITS } from './limits.ts';
import { ANY_ROOT, read, readAll } from './testing/reading.ts';

const MB = 1024 * 1024;
const RECURSIVE: Shape = {
  children: {},
  get others() {
    return RECURSIVE;
  },
};

describe('limits', () => {
  const limits = { depth: 3, nameLength: 8, tagLength: 40, fieldLength: 20 };
  const limited = (xml: string, shapes: Shape = ANY_ROOT) => read(xml, shapes, limits);

  test('depth, of structure and of a field within itself', () => {
    expect(limited('<a>\n<b><c>1</c></b></a>', RECURSIVE)).toMatchObject({ name: 'a' });
    expect(limited('<a>\n<b><c> <d/></c></b></a>', RECURSIVE)).toEqual({
      reason: 'xml_too_deep',
      line: 2,
      column: 8,
      limit: 3,
    });
    expect(limited('<a><b><b>x</b></b></a>')).toMatchObject({ name: 'a' });
    expect(limited('<a><b><b><b>x</b></b></b></a>')).toMatchObject({ reason: 'xml_too_deep', column: 10 });
  });

  test('length of a name, in bytes', () => {
    expect(limited('<a><abcdefgh/><éééé/></a>')).toMatchObject({ name: 'a' });
    for (const name of ['abcdefghi', 'ééééé', 'ab cdef gh']) {
      expect(limited(`<a>\n <${name}/></a>`)).toEqual({
        reason: 'xml_name_too_long',
        line: 2,
        column: 2,
        limit: 8,
      });
    }
  });

  test('length of a tag', () => {
    expect(limited(`<a><b c="${'x'.repeat(30)}"/></a>`)).toMatchObject({ name: 'a' });
    for (const value of ['x'.repeat(40), 'é'.repeat(20)]) {
      expect(limited(`<a>\n<b c="${value}"/></a>`)).toMatchObject({
        reason: 'xml_name_too_long',
        line: 2,
        limit: 40,
      });
    }
    expect(limited(`<a></${' '.repeat(50)}a>`)).toMatchObject({ reason: 'xml_name_too_long', column: 4 });
  });

  test('length of a field', () => {
    expect(limited(`<a><b>${'x'.repeat(20)}</b><c>${'<br>'.repeat(5)}</c></a>`)).toMatchObject({ name: 'a' });
    for (const content of ['x'.repeat(21), '<br> '.repeat(5)]) {
      expect(limited(`<a>\n<b>${content}</b></a>`)).toMatchObject({
        reason: 'xml_field_too_long',
        field: 'b',
        line: 2,
        limit: 20,
      });
    }
  });

  test('of a record of a stream: a million empty elements are long too', async () => {
    const options = { shape: shape({ a: shape({ b: LEAVES }) }), recordName: 'b' };
    const xml = Buffer.from(`<a><b>${'<c/>'.repeat(1.1 * MB)}</b></a>`);
    await expect(readAll([xml], options)).rejects.toMatchObject({
      problem: { reason: 'xml_field_too_long', field: 'b' },
    });
  });
});

/** Each takes minutes where something is quadratic, and some milliseconds where nothing is. */
describe('hostile input is refused or passed over in linear time', () => {
  const inRoot = (content: string) => read(`<a>${content}</a>`);
  const big = 2 * MB;

  test.each([
    ['nested elements', '<a>'.repeat(big), { reason: 'xml_too_deep' }],
    [
      'nested elements of other names',
      `<b>${'<c><d>'.repeat(big / 4)}`,
      { reason: 'xml_incomplete', value: 'b' },
    ],
    ['a name', `<${'n'.repeat(big)}`, { reason: 'xml_name_too_long' }],
    ['an attribute', `<b c="${'x'.repeat(big)}"/>`, { reason: 'xml_name_too_long' }],
    ['many attributes', `<b ${'c="x" '.repeat(big / 6)}/>`, { reason: 'xml_name_too_long' }],
    ['a comment', `<!--${'-'.repeat(big)}--><b/>`, { name: 'a', children: [{ name: 'b' }] }],
    ['many comments', `<b>${'<!---->'.repeat(big / 7)}</b>`, { name: 'a', children: [{ name: 'b' }] }],
    ['a comment without end', `<b>${'<!--'.repeat(big / 4)}`, { reason: 'xml_incomplete', value: 'b' }],
    [
      'CDATA between elements',
      `<![CDATA[${']'.repeat(big)}]]><b/>`,
      { name: 'a', children: [{ name: 'b' }] },
    ],
    ['instructions without end', `<b>${'<?x '.repeat(big / 4)}`, { reason: 'xml_incomplete', value: 'b' }],
    ['a DOCTYPE', `<!DOCTYPE x [${'<!ENTITY a "b">'.repeat(big / 15)}]>`, { reason: 'xml_name_too_long' }],
    ['unfinished tags', '<b c="'.repeat(big / 6), { reason: 'xml_incomplete' }],
    ['spaced tags', '< '.repeat(big / 2), { name: 'a' }],
    ['closing tags in a field', `<b>${'</c'.repeat(big / 3)}`, { reason: 'xml_incomplete' }],
    [
      'ampersands',
      `<b>${'&'.repeat(big)}</b>`,
      { name: 'a', children: [{ name: 'b', text: '&'.repeat(big) }] },
    ],
  ])('%s', (_, content, expected) => {
    expect(inRoot(content)).toMatchObject(expected);
  });

  test('CDATA in a field', () => {
    const text = '<'.repeat(big);
    expect(inRoot(`<b><![CDATA[${text}]]></b>`)).toEqual({ name: 'a', children: [{ name: 'b', text }] });
  });

  test('a field of one letter at a time', async () => {
    const letters = Array.from({ length: MB / 8 }, () => Buffer.from('<'));
    const chunks = [Buffer.from('<a><b>'), ...letters, Buffer.from('</b></a>')];
    const { fields } = await readAll(chunks, { shape: ANY_ROOT, recordName: 'r' });
    expect(fields.map(({ text }) => text.length)).toEqual([MB / 8]);
  });

  test('a field without end is given up at its limit', async () => {
    const limits = { ...DEFAULT_XML_LIMITS, fieldLength: MB };
    let sent = 0;
    function* endless() {
      yield Buffer.from('<a><b>');
      for (; ; sent++) yield Buffer.alloc(64 * 1024, 'x');
    }
    const reading = readAll(endless(), { shape: ANY_ROOT, recordName: 'r', limits });
    await expect(reading).rejects.toMatchObject({ problem: { reason: 'xml_field_too_long', field: 'b' } });
    expect(sent).toBeLessThan(40);
  });

  test('names with / in a block without end', () => {
    const block = shape({ gammes: shape({}, { others: LEAVES, verbatimNames: true }) });
    expect(read(`<gammes>${'<A/>'.repeat(big / 4)}`, block)).toMatchObject({ reason: 'xml_incomplete' });
    const names = Array.from({ length: 70_000 }, (_, index) => `<A${index}/>`).join('');
    expect(read(`<gammes>${names}</gammes>`, block)).toMatchObject({ reason: 'xml_field_too_long' });
  });
});
