import { decodeAttribute, decodeName } from './entities.ts';

/** Without a prototype, so that an attribute `constructor` or `__proto__` is one like any other. */
class Attributes {
  [name: string]: string;
}
Object.setPrototypeOf(Attributes.prototype, null);
Reflect.deleteProperty(Attributes.prototype, 'constructor');

export const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/** The part of a tag behind its name. */
export interface TagRest {
  readonly attributes: Readonly<Record<string, string>>;
  readonly selfClosing: boolean;
  /** Behind the `>`. */
  readonly end: number;
}

const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const AMPERSAND = 0x26;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const BACKSLASH = 0x5c;

/** Reads ` name="value"… >` as XML has it; undefined for anything else, for which there is `parseAttributes`. */
export function readTagRest(text: string, from: number): TagRest | undefined {
  let attributes: Attributes | undefined;
  for (let at = from; ; ) {
    while (text.charCodeAt(at) <= SPACE) at++;
    const code = text.charCodeAt(at);
    if (code === GREATER) return { attributes: attributes ?? NO_ATTRIBUTES, selfClosing: false, end: at + 1 };
    if (code === SLASH) {
      if (text.charCodeAt(at + 1) !== GREATER) return undefined;
      return { attributes: attributes ?? NO_ATTRIBUTES, selfClosing: true, end: at + 2 };
    }
    const equals = nameStop(text, at);
    const quote = text.charCodeAt(equals + 1);
    if (equals === at || text.charCodeAt(equals) !== EQUALS) return undefined;
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return undefined;
    const close = valueStop(text, equals + 2, quote);
    if (text.charCodeAt(close) !== quote) return undefined;
    attributes ??= new Attributes();
    addAttribute(attributes, text.slice(at, equals), text.slice(equals + 2, close));
    at = close + 1;
  }
}

/** Where a name ends that has nothing unusual in it: at space, `=`, a quote, `/`, `\`, `>` or `<`, or with the text. */
export function nameStop(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (
      code <= SLASH &&
      (code <= SPACE || code === DOUBLE_QUOTE || code === SINGLE_QUOTE || code === SLASH)
    ) {
      break;
    }
    if ((code >= LESS && code <= GREATER) || code === BACKSLASH) break;
  }
  return at;
}

function valueStop(text: string, from: number, quote: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote || code === LESS) break;
  }
  return at;
}

function addAttribute(attributes: Attributes, name: string, value: string): void {
  attributes[decodeName(name)] ??= isPlain(value) ? value : decodeAttribute(value);
}

function isPlain(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < SPACE || code === AMPERSAND) return false;
  }
  return true;
}

const ATTRIBUTE = /\s*([^\s=<>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/y;

/** Attributes with or without space, quotes and value; undefined if there is something else between them. */
export function parseAttributes(text: string): Readonly<Record<string, string>> | undefined {
  const attributes = new Attributes();
  let at = 0;
  while (at < text.length) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (found === null) return undefined;
    at = ATTRIBUTE.lastIndex;
    const [, name = '', double, single, bare] = found;
    addAttribute(attributes, name, double ?? single ?? bare ?? '');
  }
  return attributes;
}
