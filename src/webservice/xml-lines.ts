const DECLARATION = /^\s*<\?xml\s[^>]*\?>/;
const BETWEEN_TAGS = />\s*</g;
const INDENT = '  ';

/** Well-formed XML an element a line, so that a difference shows elements. Its declaration and white space between tags are not shown. */
export function xmlLines(xml: string): readonly string[] {
  const text = xml.replace(DECLARATION, '').trim();
  const lines = text.replace(BETWEEN_TAGS, '>\n<').split('\n');
  let depth = 0;
  return lines.map((line) => {
    if (line.startsWith('</')) depth = Math.max(0, depth - 1);
    const shown = INDENT.repeat(depth) + line;
    if (isOpening(line)) depth++;
    return shown;
  });
}

/** A tag whose element goes on. */
const isOpening = (line: string): boolean =>
  /^<[^/?!]/.test(line) && !line.endsWith('/>') && !line.includes('</');
