const DECLARATION = /^\s*<\?xml\s[^>]*\?>/;
const BETWEEN_TAGS = />\s*</g;
const INDENT = '  ';

/** Well-formed XML an element a line, so that a difference shows elements. Its declaration and white space between tags are not shown. */
export function xmlLines(xml: Uint8Array): string {
  const text = new TextDecoder().decode(xml).replace(DECLARATION, '').trim();
  const lines = text.replace(BETWEEN_TAGS, '>\n<').split('\n');
  let depth = 0;
  const indented = lines.map((line) => {
    if (line.startsWith('</')) depth = Math.max(0, depth - 1);
    const shown = INDENT.repeat(depth) + line;
    if (isOpening(line)) depth++;
    return shown;
  });
  return `${indented.join('\n')}\n`;
}

/** A tag whose element goes on. */
const isOpening = (line: string): boolean =>
  /^<[^/?!]/.test(line) && !line.endsWith('/>') && !line.includes('</');

/** A record as hooks see it, a field a line. */
export const recordLines = (record: unknown): string => `${JSON.stringify(record, shortened, 2)}\n`;

const shortened = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? `${value.length} bytes` : value;
