import { describe, expect, test } from 'vitest';
import { LEAVES, shape } from './element.ts';
import { type Plain, read } from './testing/reading.ts';

/** The seed's own example (§16), as the message's codec has it. */
const AXES = shape({}, { others: LEAVES, verbatimNames: true });
const GAMMES = shape({ gammes: shape({}, { others: AXES, verbatimNames: true }) });

const names = (inner: string): unknown => {
  const root = read(`<gammes>\n${inner}</gammes>`, GAMMES);
  return 'reason' in root ? root : (root.children ?? []).map(({ name }) => name);
};
const variant = (name: string): string => `<${name}> //SKU\n<Taille><value>L</value></Taille></${name}>`;
const AXIS: readonly Plain[] = [{ name: 'Taille', children: [{ name: 'value', text: 'L' }] }];

describe('a variant', () => {
  test.each([
    ['7412AGSVW', '7412AGSVW'],
    ['AB 12/L', 'AB 12/L'],
    ['É&O-1', 'É&O-1'],
    ['É&amp;O-1', 'É&O-1'],
    ['A&eacute;&x', 'A&eacute;&x'],
    ['x="1"', 'x="1"'],
    ['AB/', 'AB/'],
    [' AB / ', 'AB /'],
    ['!AB', '!AB'],
    ['?AB', '?AB'],
    ['AB\\', 'AB\\'],
    ['-(12)*', '-(12)*'],
  ])('<%s> is %s', (spelled, name) => {
    expect(read(`<gammes>${variant(spelled)}${variant('next')}</gammes>`, GAMMES)).toEqual({
      name: 'gammes',
      children: [
        { name, children: AXIS },
        { name: 'next', children: AXIS },
      ],
    });
  });

  test('may be closed in another spelling of the same name', () => {
    expect(names('<É&amp;O-1></É&O-1><AB 12/L></ AB 12/L ><X> </X\n<Y></Y>')).toEqual([
      'É&O-1',
      'AB 12/L',
      'X',
      'Y',
    ]);
  });

  test('is closed by nothing else: SKUs are byte-exact', () => {
    expect(names('<ab></AB>')).toMatchObject({ reason: 'xml_mismatch', line: 2, column: 5, expected: 'ab' });
  });

  test('may lack its >, directly before its end', () => {
    expect(names('<AB 1 </AB 1><CD></CD>')).toEqual(['AB 1', 'CD']);
  });

  test('comments, instructions and text between variants are nothing', () => {
    expect(names('<!-- <A> </gammes> --><?x y?><![CDATA[<B>]]> // 5<6\n<C/> a < b\n<D/>')).toEqual([
      'C',
      'D',
    ]);
  });
});

describe('a name that ends in /', () => {
  test('is an empty element, unless it is closed in this block', () => {
    expect(names('<A/><B /><C/></C/>')).toEqual(['A', 'B', 'C/']);
    expect(names('<A/></gammes>')).toEqual(['A']);
  });

  test('is whole wherever it is closed', () => {
    expect(names(`${variant('A/')}${variant('B')}${variant('A/')}<C/>`)).toEqual(['A/', 'B', 'A/', 'C']);
  });

  test('is not closed by a comment, nor by another block', () => {
    const blocks = shape({ a: shape({ ...GAMMES.children }) });
    const xml = '<a><gammes><X/><!-- </X/> --></gammes><gammes><X/></X/></gammes></a>';
    expect(read(xml, blocks)).toEqual({
      name: 'a',
      children: [
        { name: 'gammes', children: [{ name: 'X' }] },
        { name: 'gammes', children: [{ name: 'X/' }] },
      ],
    });
  });

  test('is ambiguous when it is closed some of the times', () => {
    expect(names('<A/>\n <B/>\n<B/></B/>')).toEqual({
      reason: 'xml_ambiguous_name',
      line: 3,
      column: 2,
      value: 'B/',
    });
  });
});
