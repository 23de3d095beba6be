/** A piece of a line of XML, for its colour. */
interface Piece {
  readonly kind: 'tag' | 'name' | 'text';
  readonly text: string;
}

export interface Line {
  readonly depth: number;
  readonly pieces: readonly Piece[];
}

interface Token {
  readonly kind: 'open' | 'close' | 'empty' | 'other' | 'text';
  readonly text: string;
}

/**
 * XML or JSON over several lines, for people to read. ERPs write names with blanks, and what is kept of a long message is
 * cut somewhere: what is no markup stays as it is.
 */
export function formatPayload(payload: string): readonly Line[] {
  const trimmed = payload.trim();
  return trimmed.startsWith('<') ? formatXml(trimmed) : formatOther(trimmed);
}

/** The same for who edits it, with each text as it came. */
export function editablePayload(payload: string): string {
  const trimmed = payload.trim();
  if (trimmed.startsWith('<'))
    return layOut(trimmed)
      .map(({ depth, tokens }) => indent(depth) + tokens.map(({ text }) => text).join(''))
      .join('\n');
  return formatOther(trimmed)
    .map(({ depth, pieces }) => indent(depth) + pieces.map(({ text }) => text).join(''))
    .join('\n');
}

const indent = (depth: number): string => '  '.repeat(depth);

function formatOther(text: string): readonly Line[] {
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Not JSON, or not all of it.
  }
  return shown.split('\n').map((line) => {
    const content = line.trimStart();
    return { depth: (line.length - content.length) / 2, pieces: [{ kind: 'text', text: content }] };
  });
}

const formatXml = (xml: string): readonly Line[] =>
  layOut(xml).map(({ depth, tokens }) => ({ depth, pieces: tokens.flatMap(piecesOf) }));

interface LaidOut {
  readonly depth: number;
  readonly tokens: readonly Token[];
}

function layOut(xml: string): readonly LaidOut[] {
  const tokens = tokensOf(xml);
  const lines: LaidOut[] = [];
  let depth = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.kind === 'close') depth = Math.max(depth - 1, 0);
    const single = token.kind === 'open' ? leafAt(tokens, index) : [token];
    lines.push({ depth, tokens: single });
    index += single.length - 1;
    if (token.kind === 'open' && single.length === 1) depth += 1;
  }
  return lines;
}

/** `<a>text</a>` and `<a></a>` stand on one line. */
function leafAt(tokens: readonly Token[], index: number): readonly Token[] {
  for (const length of [3, 2]) {
    const some = tokens.slice(index, index + length);
    const isLeaf = some.length === length && some.at(-1)?.kind === 'close';
    if (isLeaf && some.slice(1, -1).every(({ kind }) => kind === 'text')) return some;
  }
  return tokens.slice(index, index + 1);
}

const TOKEN = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<[^<>]*>|[^<]+|</g;

function tokensOf(xml: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [text] of xml.matchAll(TOKEN)) {
    const kind = kindOf(text);
    const before = tokens.at(-1);
    if (kind === 'text' && before?.kind === 'text') {
      tokens[tokens.length - 1] = { kind, text: before.text + text };
    } else {
      tokens.push({ kind, text });
    }
  }
  return tokens.filter(({ kind, text }) => kind !== 'text' || text.trim() !== '');
}

function kindOf(text: string): Token['kind'] {
  if (text.startsWith('<![CDATA[') || !text.startsWith('<') || !text.endsWith('>')) return 'text';
  if (text.startsWith('</')) return 'close';
  if (text.startsWith('<?') || text.startsWith('<!')) return 'other';
  return text.endsWith('/>') ? 'empty' : 'open';
}

function piecesOf({ kind, text }: Token): readonly Piece[] {
  if (kind === 'text') return [{ kind: 'text', text: text.trim() }];
  const [, start = '', name = '', end = ''] = /^(<[/?!]?)([\s\S]*?)([/?]?>)$/.exec(text) ?? [];
  return [
    { kind: 'tag', text: start },
    { kind: 'name', text: name },
    { kind: 'tag', text: end },
  ];
}
