import { type Call, type Form, Refusal } from './exchange.ts';

/** Elements whose tags must match for a message to count as whole. Others may be markup within a text. */
const KNOWN = [
  'reference nom name p_vente price stock quantity gammes product',
  'clients client codetiers grilles grille id_product order commande produits',
]
  .join(' ')
  .split(' ');

/** Comments out, CDATA as text: afterwards every `<` of a known name is a tag. */
export const withoutComments = (xml: string): string =>
  xml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => escapeXml(text));

/** A message that was cut, or is no XML at all, is refused; anything that real senders write is not. */
export function checkWhole(xml: string): void {
  const body = xml.replace(/^\s*<\?xml[\s\S]*?\?>/, '').trim();
  const root = /^<([^\s<>/]+)[^<>]*>/.exec(body)?.[1];
  if (!root) throw new Refusal('data n’est pas du XML');
  if (!new RegExp(`(?:</\\s*${root}\\s*>|^<${root}\\s*/>)$`).test(body)) {
    throw new Refusal(`data illisible : <${root}> n’est pas fermé`);
  }
  for (const name of KNOWN) {
    const opened = body.match(new RegExp(`<${name}(?:\\s[^<>]*[^<>/])?>`, 'g'))?.length ?? 0;
    const closed = body.match(new RegExp(`</\\s*${name}\\s*>`, 'g'))?.length ?? 0;
    if (opened !== closed) throw new Refusal(`data illisible : <${name}> et </${name}> ne vont pas ensemble`);
  }
}

/** What stands in each element of a name, as it was written. */
export const blocks = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?:\\s[^<>]*[^<>/])?>([\\s\\S]*?)</\\s*${name}\\s*>`, 'g'))].map(
    ([, inner = '']) => inner,
  );

export const field = (xml: string, name: string): string => unescapeXml(blocks(xml, name)[0] ?? '').trim();

export const variable = (form: Form, name: string): string => form.get(name)?.toString().trim() ?? '';

/** A value of the message itself, not of what it holds: the XML's, else the POST variable's. */
export const valueIn = ({ xml, form }: Call, name: string): string =>
  field(heading(xml), name) || variable(form, name);

const heading = (xml: string): string =>
  xml.replace(/<(gammes?|traductions|CategoriesTarifs|clients?|grilles|order)[\s>][\s\S]*<\/\s*\1\s*>/g, '');

/** The SKUs of `<gammes>`: its children's names, which are everything up to the `>`. */
export function readSkus(xml: string): readonly string[] {
  const [block = ''] = [...blocks(xml, 'gammes'), ...blocks(xml, 'gamme')];
  const skus: string[] = [];
  let at = block.indexOf('<');
  while (at >= 0) {
    const end = block.indexOf('>', at);
    const name = block.slice(at + 1, end);
    const close = block.indexOf(`</${name}>`, end);
    if (close < 0) throw new Refusal(`gammes : <${name}> n’est pas fermé`);
    skus.push(unescapeXml(name).trim());
    at = block.indexOf('<', close + name.length + 3);
  }
  return skus;
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unescapeXml = (text: string): string =>
  text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) =>
      characterOf(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const characterOf = (code: number): string =>
  code === 0 || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
