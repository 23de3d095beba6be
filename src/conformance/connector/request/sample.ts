/** About 12,000 price rules; a tree of more is not worth its memory. */
const LONGEST = 4 * 1024 * 1024;

const RECORD = /<(grille|client)[\s>]/;

/** A long bulk message up to the end of a record, closed so that it is a document; anything else as it is. */
export function sampleXml(text: string, longest: number = LONGEST): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, 4_096);
  const [, record] = RECORD.exec(start) ?? [];
  const end = record === undefined ? -1 : text.lastIndexOf(`</${record}>`, longest);
  if (record === undefined || end < 0) return text;
  const head = start.slice(0, start.search(RECORD));
  const open = Array.from(head.matchAll(/<([A-Za-z_][\w.-]*)[^>]*>/g), ([, name]) => name);
  const closed = open.toReversed().map((name) => `</${name}>`);
  return `${text.slice(0, end)}</${record}>${closed.join('')}`;
}
