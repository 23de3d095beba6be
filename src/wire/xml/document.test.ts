import { describe, expect, test } from 'vitest';
import { readDocument } from './document.ts';
import { LEAVES, shape } from './element.ts';
import { ANY_ROOT, fields, read } from './testing/reading.ts';

describe('a text field', () => {
  test.each([
    [' Article gamme<br />', ' Article gamme<br />'],
    ['a<br>b<p>c', 'a<br>b<p>c'],
    ['English desc \\b2<>%;=#{"z&lt;br /&gt;', 'English desc \\b2<>%;=#{"z<br />'],
    ['x <> y', 'x <> y'],
    ['5<6', '5<6'],
    ['a < b & c > d', 'a < b & c > d'],
    ['Tom & Jerry, AT&T', 'Tom & Jerry, AT&T'],
    ['&nbsp;&eacute;&#233;', '\u00a0éé'],
    ['<![CDATA[<b>&amp;</f>]]> and ]]>', '<b>&amp;</f> and ]]>'],
    ['<![CDATA[a]]]]><![CDATA[>b]]>', 'a]]>b'],
    ['a<!-- </f> -- -->b', 'ab'],
    ['a<?x y?>b<? c', 'ab<? c'],
    ['a<f>b</f>c<f/>d<f x="/>"/>e', 'a<f>b</f>c<f/>d<f x="/>"/>e'],
    ['a<fg>b</fg>c<F>d</F>', 'a<fg>b</fg>c<F>d</F>'],
    ['a</ b>c</>d</', 'a</ b>c</>d</'],
    ['<!DOCTYPE html><!b', '<!DOCTYPE html><!b'],
    ['<img alt="a>b" src=x/>', '<img alt="a>b" src=x/>'],
    ['\x0b', '\x0b'],
    [' \n a\r\n b ', ' \n a\n b '],
    ['', ''],
  ])('%j is %j', (raw, value) => {
    expect(fields(`<f>${raw}</f><after>x</after>`)).toEqual({ f: value, after: 'x' });
  });

  test('is closed by its own name in any spelling of the specification', () => {
    expect(fields('<a>1</ a ><b>2</b\n><catégorie>3</categorie><C>4</c><d>5</d <e>6</e>')).toEqual({
      a: '1',
      b: '2',
      catégorie: '3',
      C: '4',
      d: '5',
      e: '6',
    });
  });

  test('a processing instruction that would hold a tag is text', () => {
    expect(fields('<f>a<?php echo "</f>')).toEqual({ f: 'a<?php echo "' });
  });
});

describe('a tag', () => {
  test.each([
    ['<2prix>1</2prix>', { '2prix': '1' }],
    ['<prix public>1</prix public>', { 'prix public': '1' }],
    ["<prix d'achat>1</prix d'achat>", { "prix d'achat": '1' }],
    ['<catégorietarifaire>1</catégorietarifaire>', { catégorietarifaire: '1' }],
    ['<R&amp;D>1</R&D>', { 'R&D': '1' }],
    ['<Taille/Pointure>1</Taille/Pointure>', { 'Taille/Pointure': '1' }],
    ['<a/><b />< c/><d\\>< e\\>', { a: '', b: '', c: '', d: '', e: '' }],
    ['<a </a><b x="1" </b>', { a: '', b: '' }],
    ['<a <b>1</b>', { b: '1' }],
    ['5<6 <> a < b 3 <b>1</b> <=', { b: '1' }],
    ['<!-- <a> --><![CDATA[<a>]]><?a <a> ?> //facultatif <b>1</b>*', { b: '1' }],
    ['<__proto__>1</__proto__><constructor>2</constructor>', { ['__proto__']: '1', constructor: '2' }],
  ])('%s', (inner, expected) => {
    expect(fields(inner)).toEqual(expected);
  });

  test('has attributes with any quotes, spaces and references', () => {
    expect(read(`<a><b c="1 &gt; &eacute;" d = 'x"y' e="a>b<c" c="2" f=g h>t</b></a>`)).toEqual({
      name: 'a',
      children: [{ name: 'b', attributes: { c: '1 > é', d: 'x"y', e: 'a>b<c', f: 'g', h: '' }, text: 't' }],
    });
  });

  test('an attribute that is named as what objects inherit is one like any other', () => {
    const result = readDocument(Buffer.from('<a __proto__="1" constructor="2"/>'), ANY_ROOT);
    const attributes = result.ok ? result.value.attributes : {};
    expect(Object.entries(attributes)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
    expect(attributes.toString).toBeUndefined();
  });

  test('whose end makes no sense is refused', () => {
    expect(read('<a>\n <b c="1" "2">x</b></a>')).toMatchObject({
      reason: 'xml_unreadable',
      line: 2,
      column: 2,
    });
  });
});

describe('structure', () => {
  const clients = shape({ clients: shape({ client: shape({ contacts: shape({ contact: LEAVES }) }) }) });

  test('is what the shape lists, accents and case aside; everything else is text', () => {
    const xml =
      '<Clients>x<client identifiant="A">y<Contacts><contact><nom>B</nom></contact></Contacts>' +
      '<autre><nom>C</nom></autre></client></Clients>';
    expect(read(xml, clients)).toEqual({
      name: 'Clients',
      children: [
        {
          name: 'client',
          attributes: { identifiant: 'A' },
          children: [
            { name: 'Contacts', children: [{ name: 'contact', children: [{ name: 'nom', text: 'B' }] }] },
            { name: 'autre', text: '<nom>C</nom>' },
          ],
        },
      ],
    });
  });

  test('with `others`, is every child that is not listed', () => {
    const languages = shape({ traductions: shape({}, { others: LEAVES }) });
    expect(read('<traductions><en-gb><name>N</name></en-gb></traductions>', languages)).toEqual({
      name: 'traductions',
      children: [{ name: 'en-gb', children: [{ name: 'name', text: 'N' }] }],
    });
  });

  test('knows the line of each element', () => {
    const result = readDocument(Buffer.from('\n<a>\n<b>x\ny</b>\n<c/><d/></a>'), ANY_ROOT);
    expect(result.ok && [result.value.line, ...result.value.children.map(({ line }) => line)]).toEqual([
      2, 3, 5, 5,
    ]);
  });
});

describe('around the root', () => {
  test.each([
    '\n<?xml version="1.0" encoding="UTF-8"?>\n<a><b>1</b></a>\n',
    '\ufeff<?xml version="1.0"?><a><b>1</b></a>',
    '<?xml version="1.0"><a><b>1</b></a>',
    'Notice: junk\n<a><b>1</b></a> \n<!-- end --> <?php ?>\ufeff',
    '<!DOCTYPE a SYSTEM "x>y" [<!ENTITY b "<c>"> <!-- don\'t ]> --> <?x ]> ?>]><a><b>1</b></a>',
  ])('%j is fine', (xml) => {
    const result = readDocument(Buffer.from(xml), ANY_ROOT);
    expect(result).toMatchObject({ ok: true, value: { name: 'a', children: [{ text: '1' }] }, warnings: [] });
  });

  test.each(['<a/>\n<b/>', '<a/>\n<contact>x</contact></facturation></client>', '<a></a>\nend', '<a/>\n<'])(
    '%j: what follows is left aside, with a warning',
    (xml) => {
      const result = readDocument(Buffer.from(xml), ANY_ROOT);
      expect(result).toMatchObject({ ok: true, warnings: [{ reason: 'trailing_ignored' }] });
    },
  );

  test.each(['<a/>\n <a/>', '<a/>\n <A x="1">', '<a/>\n <?xml version="1.0"?>'])(
    '%j is a second document',
    (xml) => {
      expect(read(xml)).toEqual({ reason: 'xml_trailing', line: 2, column: 2 });
    },
  );

  test('bytes in another encoding are noted', () => {
    expect(readDocument(Buffer.from('<a><b>\xe9</b></a>', 'latin1'), ANY_ROOT)).toMatchObject({
      value: { children: [{ text: 'é' }] },
      warnings: [{ reason: 'encoding_guessed', value: 'windows-1252' }],
    });
  });

  test('entities of a DOCTYPE are never expanded', () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY x "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]><a><b>&x;&f;</b></a>';
    expect(read(bomb)).toEqual({ name: 'a', children: [{ name: 'b', text: '&x;&f;' }] });
  });
});

describe('what makes no sense', () => {
  test.each([
    ['', { reason: 'xml_empty' }],
    ['no element', { reason: 'xml_empty' }],
    ['5 < 6', { reason: 'xml_empty' }],
    ['<!-- x --> <?xml version="1.0"?>', { reason: 'xml_empty' }],
    ['<a>\n  <b>x</b>\n</c>', { reason: 'xml_mismatch', line: 3, column: 1, value: 'c', expected: 'a' }],
    ['é</a>', { reason: 'xml_unreadable', line: 1, column: 2, expected: '</a>' }],
    ['<a>\n <b>x</b>', { reason: 'xml_incomplete', line: 1, column: 1, value: 'a' }],
    ['<a>\n <b>x<br>', { reason: 'xml_incomplete', line: 2, column: 2, value: 'b' }],
    ['<a>\n <b>x</a>', { reason: 'xml_incomplete', line: 2, column: 2, value: 'b' }],
    ['<a>\n <b>x</b></a', { reason: 'xml_incomplete', line: 1, column: 1, value: 'a' }],
    ['<a>\n <b>x<!-- </b></a>', { reason: 'xml_incomplete', line: 2, column: 2, value: 'b' }],
    ['<a><!-- ', { reason: 'xml_incomplete', line: 1, column: 1, value: 'a' }],
    [' <connec', { reason: 'xml_incomplete', line: 1, column: 2, value: 'connec' }],
    ['<!-- <a/>', { reason: 'xml_incomplete', line: 1, column: 1, value: '!--' }],
  ])('%j', (xml, problem) => {
    expect(read(xml)).toEqual(problem);
  });
});
