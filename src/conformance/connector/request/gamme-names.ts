const BLOCK = /(<gammes?\s*>)([\s\S]*?)(<\/gammes?\s*>)/g;
const TAG = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<([^<>!?][^<>]*)>/g;
const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const CODED = /^_sku_([0-9a-f]*)$/;

/**
 * In `<gammes>` a SKU is an element's name, whatever characters it has (§16): `<7412AGSVW>`, `<AB 12/L>`. Gives each
 * such name a form that an XML parser takes; `gammeName` gives it back.
 */
export const encodeGammeNames = (xml: string): string =>
  xml
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ' '))
    .replace(BLOCK, (_, open: string, inside: string, close: string) => open + encodeTags(inside) + close);

const encodeTags = (inside: string): string =>
  inside.replace(TAG, (tag, content: string | undefined) => {
    if (content === undefined) return tag;
    if (content.startsWith('/')) return `</${encodeName(content.slice(1).trim())}>`;
    const isEmpty = content.endsWith('/') && !inside.includes(`</${content}>`);
    return isEmpty ? `<${encodeName(content.slice(0, -1).trim())}/>` : `<${encodeName(content.trim())}>`;
  });

const encodeName = (name: string): string =>
  NAME.test(name) ? name : `_sku_${Buffer.from(name).toString('hex')}`;

export function gammeName(name: string): string {
  const [, hex] = CODED.exec(name) ?? [];
  return hex === undefined ? name : Buffer.from(hex, 'hex').toString('utf8');
}
