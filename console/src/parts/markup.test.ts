import { expect, test } from 'vitest';
import { editablePayload, formatPayload } from './markup.ts';

const shown = (payload: string): string =>
  formatPayload(payload)
    .map(({ depth, pieces }) => '  '.repeat(depth) + pieces.map(({ text }) => text).join(''))
    .join('\n');

test('a line for each leaf, elements within each other further to the right', () => {
  expect(shown('<?xml version="1.0"?><a><b>1 &amp; 2</b><c></c><d/><e><f>x</f></e></a>')).toBe(
    `<?xml version="1.0"?>
<a>
  <b>1 &amp; 2</b>
  <c></c>
  <d/>
  <e>
    <f>x</f>
  </e>
</a>`,
  );
});

test('names with blanks, bare signs and a cut end stay as they came', () => {
  expect(shown('<g><7-ROUGE CARMIN><p>3 < 4 & 5</p></7-ROUGE CARMIN><x><y>abc')).toBe(
    `<g>
  <7-ROUGE CARMIN>
    <p>3 < 4 & 5</p>
  </7-ROUGE CARMIN>
  <x>
    <y>
      abc`,
  );
});

test('CDATA is text, and too many ends do no harm', () => {
  expect(shown('<a><![CDATA[<b>x</b>]]></a></a></a><c>1</c>')).toBe(
    '<a><![CDATA[<b>x</b>]]></a>\n</a>\n</a>\n<c>1</c>',
  );
});

test('variables in JSON, and what is neither', () => {
  expect(shown('{"resource":"orders","id":"5"}')).toBe('{\n  "resource": "orders",\n  "id": "5"\n}');
  expect(shown('{"resource":"ord')).toBe('{"resource":"ord');
  expect(shown('')).toBe('');
});

test('who edits it gets each text as it came, whatever stands around elements', () => {
  expect(editablePayload('<a>\n  <b> two  words </b><c><![CDATA[ x\n y ]]></c></a>')).toBe(
    '<a>\n  <b> two  words </b>\n  <c><![CDATA[ x\n y ]]></c>\n</a>',
  );
  expect(editablePayload('{"key":"***","id":"7"}')).toBe('{\n  "key": "***",\n  "id": "7"\n}');
});
