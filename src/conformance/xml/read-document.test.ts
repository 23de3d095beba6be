import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';

const read = (text: string | Uint8Array) => readDocument(Buffer.from(text));
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<connecteur><a>é</a></connecteur>';

describe('a document is judged by its bytes', () => {
  it('is read when nothing is wrong', () => {
    const { root, ...faults } = read(XML);
    expect(root?.text).toBe('é');
    expect(faults).toEqual({});
  });

  it.each([
    ['a byte order mark', `\ufeff${XML}`, 'BOM'],
    ['a blank line', `\n${XML}`, 'bytes before the document: "\\n"'],
    ['a PHP warning', `<b>Warning</b>: x${XML}`, 'Warning'],
    ['bytes before a document without declaration', 'x<connecteur/>', '"x"'],
  ])('%s before it is named, and the rest still read', (_name, text, found) => {
    const { root, before, malformed } = read(text);
    expect(root?.name).toBe('connecteur');
    expect(before?.en).toContain(found);
    expect(malformed).toBeUndefined();
  });

  it.each([
    ['nothing', '', 'empty reply'],
    ['HTML', '<html><body><br></body></html>', 'malformed XML'],
    ['an open element', '<connecteur><add_product></connecteur>', 'malformed XML'],
    ['a bare &', '<connecteur>a & b</connecteur>', 'malformed XML'],
    ['two roots', '<connecteur/><connecteur/>', 'malformed XML'],
    ['text after the end', '<connecteur/>x', 'malformed XML'],
    ['Latin-1 bytes', Buffer.from('<connecteur>é</connecteur>', 'latin1'), 'no UTF-8'],
    ['another declared encoding', XML.replace('UTF-8', 'ISO-8859-1'), 'ISO-8859-1'],
    ['JSON', '{"error":1}', 'malformed XML'],
  ])('%s is malformed', (_name, bytes, found) => {
    const { root, malformed } = read(bytes);
    expect(root).toBeUndefined();
    expect(malformed?.en).toContain(found);
  });
});
