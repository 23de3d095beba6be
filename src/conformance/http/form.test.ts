import { expect, test } from 'vitest';
import { multipartForm, urlencodedForm } from './form.ts';

const FIELDS = [
  { name: 'data', value: '<a>é&=</a>' },
  { name: 'image', value: Uint8Array.of(0xff, 0x00), fileName: 'i.png' },
];

test('a multipart form keeps the order and the bytes, and gives a type to files only', () => {
  const { contentType, bytes } = multipartForm(FIELDS);
  const boundary = contentType.split('boundary=')[1];
  expect(bytes.toString('latin1')).toBe(
    [
      `--${boundary}`,
      'Content-Disposition: form-data; name="data"',
      '',
      Buffer.from('<a>é&=</a>').toString('latin1'),
      `--${boundary}`,
      'Content-Disposition: form-data; name="image"; filename="i.png"',
      'Content-Type: application/octet-stream',
      '',
      '\u00ff\u0000',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );
});

test('an urlencoded form is read back by the platform', () => {
  const { bytes } = urlencodedForm([{ name: 'data', value: '<a>é &=+</a>' }]);
  expect(new URLSearchParams(bytes.toString()).get('data')).toBe('<a>é &=+</a>');
});
