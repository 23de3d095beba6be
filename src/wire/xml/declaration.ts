import { CDATA, COMMENT, isCut, LITERAL, NEED_MORE, TOO_LONG } from './scan.ts';

/** A comment, CDATA or an instruction: skip from `from` on to behind `mark`, wherever that is. */
interface Skip {
  readonly name: string;
  readonly from: number;
  readonly mark: string;
}

/** What begins with `<!` or `<?` between elements. Nothing of it is kept. */
export type Declaration =
  | Skip
  /** A DOCTYPE, and where it ends. */
  | { readonly end: number }
  /** An element whose name is free text. */
  | 'element'
  | typeof NEED_MORE
  | typeof TOO_LONG
  | typeof LITERAL;

const XML_DECLARATION = /^<\?xml\s$/i;
const STARTS_DOCTYPE = /^<![A-Za-z]$/;

/** `verbatim`: elements' names are free text here, so `<!` and `<?` begin one unless the whole is what it looks like. */
export function readDeclaration(
  text: string,
  at: number,
  { last, verbatim }: { last: boolean; verbatim: boolean },
): Declaration {
  if (!last && text.length - at < CDATA.length) return NEED_MORE;
  if (text.startsWith(COMMENT, at)) return { name: '!--', from: at + COMMENT.length, mark: '-->' };
  if (text.startsWith(CDATA, at)) return { name: '![CDATA[', from: at + CDATA.length, mark: ']]>' };
  if (isCut(text, at)) return NEED_MORE;
  if (verbatim && !looksWhole(text, at)) return 'element';
  if (text[at + 1] === '?') {
    // A declaration that lacks its `?` must not swallow the message.
    return { name: '?', from: at + 2, mark: XML_DECLARATION.test(text.slice(at, at + 6)) ? '>' : '?>' };
  }
  if (!STARTS_DOCTYPE.test(text.slice(at, at + 3))) return LITERAL;
  const end = doctypeEnd(text, at);
  return end === NEED_MORE || end === TOO_LONG ? end : { end };
}

function looksWhole(text: string, at: number): boolean {
  if (text[at + 1] === '!') return /^<!doctype$/i.test(text.slice(at, at + 9));
  const end = text.indexOf('>', at);
  return end >= 0 && text[end - 1] === '?';
}

const DOCTYPE_STEP = /["'[\]>]|<!--|<\?/g;
const CLOSERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", '<!--': '-->', '<?': '?>' };
/** Characters. A DOCTYPE that is longer is refused rather than skipped. */
export const DOCTYPE_LENGTH = 1024 * 1024;

/** The end of `<!DOCTYPE …>`, internal subset included. Nothing in it is looked at. */
function doctypeEnd(text: string, at: number): number {
  let depth = 0;
  DOCTYPE_STEP.lastIndex = at + 2;
  for (let step = DOCTYPE_STEP.exec(text); step !== null; step = DOCTYPE_STEP.exec(text)) {
    const [mark] = step;
    const closer = CLOSERS[mark];
    if (closer !== undefined) {
      const end = text.indexOf(closer, DOCTYPE_STEP.lastIndex);
      if (end < 0) break;
      DOCTYPE_STEP.lastIndex = end + closer.length;
    } else if (mark === '[') {
      depth++;
    } else if (mark === ']') {
      depth--;
    } else if (depth <= 0) {
      return step.index - at > DOCTYPE_LENGTH ? TOO_LONG : step.index + 1;
    }
    if (DOCTYPE_STEP.lastIndex - at > DOCTYPE_LENGTH) return TOO_LONG;
  }
  return text.length - at > DOCTYPE_LENGTH ? TOO_LONG : NEED_MORE;
}
