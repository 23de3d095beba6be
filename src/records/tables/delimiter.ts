const DELIMITERS = [';', '\t', ',', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter that stands most often in a table's first line, outside quotes; a semicolon where none does. */
export function delimiterFromHead(head: string): Delimiter {
  const line = (/^[^\n]*\S[^\n]*/m.exec(head)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
