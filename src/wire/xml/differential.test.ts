import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { readDocument } from './document.ts';
import { foldName, type Shape } from './element.ts';
import { GENERATED_SHAPE, generatedElement } from './testing/generated.ts';
import { type Plain, plain, readAll } from './testing/reading.ts';

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly shape: Shape | undefined;
  text: string;
  readonly children: Plain[];
}

/** What a strict parser makes of the same document. */
function readStrictly(xml: string): Plain | undefined {
  const open: Open[] = [{ name: '', attributes: {}, shape: GENERATED_SHAPE, text: '', children: [] }];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const shape = open.at(-1)?.shape?.children[foldName(name)];
    open.push({ name, attributes, shape, text: '', children: [] });
  });
  const onText = (text: string): void => {
    const top = open.at(-1);
    if (top !== undefined) top.text += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const { name, attributes, shape, text, children } = closed;
    const element = { name, attributes, children: [], text: shape ? '' : text, line: 0 };
    open.at(-1)?.children.push({ ...plain(element), ...(children.length > 0 && { children }) });
  });
  parser.write(xml).close();
  return open[0]?.children[0];
}

test('a well-formed document says what a strict parser reads in it', () => {
  fc.assert(
    fc.property(generatedElement, ({ xml, says }) => {
      const result = readDocument(Buffer.from(xml), GENERATED_SHAPE);
      expect(result.ok && plain(result.value)).toEqual(says);
      expect(readStrictly(xml)).toEqual(says);
    }),
    { numRuns: 500 },
  );
});

test('where a chunk ends changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      generatedElement,
      fc.array(fc.nat(60), { minLength: 1 }),
      async ({ xml, says }, sizes) => {
        const bytes = Buffer.from(xml);
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; ) {
          const size = 1 + (sizes[chunks.length % sizes.length] ?? 0);
          chunks.push(bytes.subarray(at, at + size));
          at += size;
        }
        const { records } = await readAll(chunks, {
          shape: GENERATED_SHAPE,
          recordName: foldName(says.name),
        });
        expect(records.map(plain)).toEqual([says]);
      },
    ),
    { numRuns: 300 },
  );
});
