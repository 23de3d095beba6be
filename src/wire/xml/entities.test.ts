import { expect, test } from 'vitest';
import { decodeAttribute, decodeName, decodeText } from './entities.ts';

test.each([
  ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
  ['&eacute;t&eacute;&nbsp;&Eacute;&euro;', 'été\u00a0É€'],
  ['&#233;&#xe9;&#XE9;&#x1F600;', 'ééé😀'],
  ['t&#xAD25; dOr', 't괥 dOr'],
  ['&amp;lt;br /&amp;gt;', '&lt;br /&gt;'],
])('%s is decoded, once', (raw, expected) => {
  expect(decodeText(raw)).toBe(expected);
});

test.each(['Tom & Jerry', 'AT&T', '&eacute', '&unknown;', '&;', '&#;', '&#x;', '&amp', 'a&b;c', '&notit;'])(
  '%s stays as it is',
  (raw) => {
    expect(decodeText(raw)).toBe(raw);
  },
);

test.each(['&#0;', '&#xD800;', '&#x110000;', '&#11;', '&#xFFFE;', `&#${'9'.repeat(500)};`, '&#x0;'])(
  '%s, which XML forbids, is U+FFFD',
  (raw) => {
    expect(decodeText(raw)).toBe('\ufffd');
  },
);

test('a reference to a Windows-1252 byte is what its sender meant by it', () => {
  expect(decodeText('L&#146;&#156;il, 5 &#128;')).toBe('L’œil, 5 €');
});

test('line ends are those of XML, unless they are references', () => {
  expect(decodeText('a\r\nb\rc&#13;\n')).toBe('a\nb\nc\r\n');
  expect(decodeAttribute('a\r\nb\tc&#10;')).toBe('a b c\n');
});

test('a name has no HTML in it', () => {
  expect(decodeName('R&amp;D&#47;&eacute;&x')).toBe('R&D/&eacute;&x');
});
