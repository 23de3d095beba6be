import { fail, type PasserelleError } from '../../domain/error.ts';
import { type Problem, problem, quotable } from '../../domain/problem.ts';
import { NO_ATTRIBUTES } from './attributes.ts';
import { DOCTYPE_LENGTH, readDeclaration } from './declaration.ts';
import { LEAVES, type Shape, type XmlElement } from './element.ts';
import { decodeText } from './entities.ts';
import { scanField } from './field.ts';
import { type Frame, openFrame, shapeOf } from './frame.ts';
import type { XmlLimits } from './limits.ts';
import { failAt, type OpeningOptions, readOpening, readVerbatimOpening } from './opening.ts';
import { GREATER, LITERAL, NEED_MORE, nameEnd, TOO_LONG } from './scan.ts';
import { Source } from './source.ts';
import { closes, createTag, createTagCache, type Opening, type Tag } from './tag.ts';
import { Trailing } from './trailing.ts';

export interface TreeOptions {
  /** Of the document: its children are the possible roots. The root is structure in any case. */
  readonly shape: Shape;
  readonly limits: XmlLimits;
  /** Which elements are handed over whole; undefined: the root. */
  readonly recordName: string | undefined;
  onRecord(record: XmlElement): void;
  /** A text field outside of every record. */
  onField(field: XmlElement): void;
  onWarning(warning: Problem): void;
}

/** What ends beyond the text at hand, and where it starts. */
interface Pending {
  readonly name: string;
  readonly isField: boolean;
  readonly line: number;
  readonly column: number;
}

const NO_CHILDREN: readonly XmlElement[] = Object.freeze([]);
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
/** What an element costs at least, in characters: a record of a million `<a/>` is long too. */
const ELEMENT_WEIGHT = 64;

/** Builds elements from text that comes in pieces, cut anywhere. Throws a PasserelleError when it cannot. */
export class TreeReader {
  readonly #source = new Source();
  readonly #options: TreeOptions;
  readonly #limits: XmlLimits;
  readonly #openingOptions: OpeningOptions;
  readonly #frames: Frame[] = [];
  #top: Frame;
  #previous: Tag;
  /** How many frames are open within the current record, its own included; 0 outside. */
  #recordDepth = 0;
  #recordWeight = 0;
  /** The end of the comment, CDATA section or instruction that is being skipped. */
  #skipTo: string | undefined;
  #pending: Pending | undefined;
  #trailing: Trailing | undefined;

  constructor(options: TreeOptions) {
    this.#options = options;
    this.#limits = options.limits;
    this.#openingOptions = { limits: options.limits, tagOf: createTagCache() };
    const tag = createTag('', false);
    this.#top = openFrame({ tag, attributes: NO_ATTRIBUTES }, options.shape, { line: 1, column: 1 });
    this.#previous = tag;
  }

  write(text: string): void {
    if (text !== '' && this.#source.append(text, false)) this.#read();
  }

  end(): void {
    this.#source.append('', true);
    this.#read();
    if (this.#trailing === undefined) throw this.#unfinished();
    const { line } = this.#trailing;
    if (line !== undefined) this.#options.onWarning(problem('trailing_ignored', { line }));
  }

  #read(): void {
    const source = this.#source;
    while (this.#trailing === undefined) {
      if (this.#skipTo !== undefined) {
        if (!source.skipTo(this.#skipTo)) return;
        this.#skipTo = undefined;
      }
      const at = source.text.indexOf('<', source.at);
      source.at = at < 0 ? source.text.length : at;
      if (at < 0 || !this.#readToken(at)) return;
    }
    this.#trailing.read();
  }

  /** Whether there was a whole token. */
  #readToken(at: number): boolean {
    const code = this.#source.text.charCodeAt(at + 1);
    if (code === SLASH) return this.#readClosing(at);
    if (code === BANG || code === QUESTION) return this.#readDeclaration(at);
    return this.#readOpening(at);
  }

  #readOpening(at: number): boolean {
    const source = this.#source;
    const expected = this.#previous.next;
    const verbatim = this.#top.shape.verbatimNames === true;
    if (!verbatim && expected !== undefined && source.text.startsWith(expected.opening, at + 1)) {
      const end = at + 1 + expected.opening.length;
      return this.#enter(at, { tag: expected, attributes: NO_ATTRIBUTES, selfClosing: false, end });
    }
    const opening = verbatim
      ? readVerbatimOpening(source, at, { limits: this.#limits, block: this.#top })
      : readOpening(source, at, this.#openingOptions);
    if (opening === NEED_MORE) return this.#starve(at, verbatim ? this.#top.tag.name : '');
    if (opening === LITERAL) return this.#goOn(at + 1);
    if (!verbatim) this.#previous.next = opening.tag;
    return this.#enter(at, opening);
  }

  #enter(at: number, opening: Opening): boolean {
    if (this.#frames.length >= this.#limits.depth) throw this.#tooDeep(at);
    const { tag } = opening;
    const shape = shapeOf(tag, this.#top.shape) ?? (this.#frames.length === 0 ? LEAVES : undefined);
    if (shape === undefined) return this.#readField(at, opening);
    const line = this.#source.lineAt(at);
    this.#open(openFrame(opening, shape, { line, column: this.#source.columnAt(at) }));
    if (opening.selfClosing) this.#close();
    this.#previous = tag;
    return this.#goOn(opening.end);
  }

  #open(frame: Frame): void {
    const { recordName } = this.#options;
    this.#frames.push(this.#top);
    this.#top = frame;
    if (this.#recordDepth > 0) {
      this.#recordDepth++;
    } else if (recordName === undefined || recordName === frame.tag.folded) {
      this.#recordDepth = 1;
      this.#recordWeight = 0;
    }
  }

  #close(): void {
    const { element, tag } = this.#top;
    this.#top = this.#frames.pop() ?? this.#top;
    if (this.#recordDepth > 0) {
      this.#recordDepth--;
      if (this.#recordDepth === 0) this.#options.onRecord(element);
      else this.#keep(element);
    }
    if (this.#frames.length === 0) this.#trailing = new Trailing(this.#source, tag);
  }

  /** Adds a finished child to the element that is open. */
  #keep(element: XmlElement): void {
    this.#top.children.push(element);
    if (this.#options.recordName === undefined) return;
    this.#recordWeight += ELEMENT_WEIGHT + element.text.length;
    if (this.#recordWeight > this.#limits.fieldLength) throw this.#tooLong(this.#options.recordName);
  }

  #readField(at: number, opening: Opening): boolean {
    if (opening.selfClosing) return this.#addField(at, opening, { value: '', end: opening.end });
    const { text } = this.#source;
    const { tag, end: from } = opening;
    const close = text.indexOf('<', from);
    if (close < 0 || !text.startsWith(tag.closing, close)) return this.#readRichField(at, opening);
    const raw = text.slice(from, close);
    if (raw.length > this.#limits.fieldLength) throw this.#tooLong(tag.name);
    const value = this.#source.needsDecoding(from, close) ? decodeText(raw) : raw;
    return this.#addField(at, opening, { value, end: close + tag.closing.length });
  }

  /** A field with markup, CDATA or comments in it, or one that is cut. */
  #readRichField(at: number, opening: Opening): boolean {
    const { tag, end: from } = opening;
    const { depth, tagLength, fieldLength } = this.#limits;
    const scope = { tag, limit: tagLength, depth: depth - this.#frames.length };
    const field = scanField(this.#source.text, from, scope);
    if (field.kind === 'cut') return this.#starve(at, tag.name);
    if (field.kind === 'too deep') throw this.#tooDeep(field.at);
    if (field.close - from > fieldLength) throw this.#tooLong(tag.name);
    return this.#addField(at, opening, field);
  }

  #addField(
    at: number,
    { tag, attributes }: Opening,
    { value, end }: { value: string; end: number },
  ): boolean {
    const line = this.#source.lineAt(at);
    const element = { name: tag.name, attributes, children: NO_CHILDREN, text: value, line };
    if (this.#recordDepth > 0) this.#keep(element);
    else this.#options.onField(element);
    this.#previous = tag;
    return this.#goOn(end);
  }

  #readClosing(at: number): boolean {
    const { text } = this.#source;
    const { tag } = this.#top;
    const isOpen = this.#frames.length > 0;
    if (isOpen && text.startsWith(tag.closing, at)) return this.#closeAt(at + tag.closing.length);
    const end = nameEnd(text, at + 2, this.#limits.tagLength);
    if (end === NEED_MORE) return this.#starve(at, '');
    if (end === TOO_LONG) throw this.#tagTooLong(at, this.#limits.tagLength);
    const spelled = text.slice(at + 2, end).trim();
    const isWhole = text.charCodeAt(end) === GREATER;
    if (isOpen && closes(tag, spelled)) return this.#closeAt(isWhole ? end + 1 : end);
    if (!isWhole || spelled === '') return this.#goOn(at + 2);
    const value = quotable(spelled);
    throw failAt(
      this.#source,
      at,
      isOpen
        ? { reason: 'xml_mismatch', value, expected: quotable(tag.name) }
        : { reason: 'xml_unreadable', expected: `</${value}>` },
    );
  }

  #closeAt(end: number): boolean {
    this.#close();
    return this.#goOn(end);
  }

  #readDeclaration(at: number): boolean {
    const source = this.#source;
    const verbatim = this.#top.shape.verbatimNames === true;
    const found = readDeclaration(source.text, at, { last: source.last, verbatim });
    if (found === 'element') return this.#readOpening(at);
    if (found === NEED_MORE) return this.#starve(at, '');
    if (found === LITERAL) return this.#goOn(at + 2);
    if (found === TOO_LONG) throw this.#tagTooLong(at, DOCTYPE_LENGTH);
    if ('end' in found) return this.#goOn(found.end);
    this.#pending = this.#startingAt(at, found.name, false);
    this.#skipTo = found.mark;
    return this.#goOn(found.from);
  }

  #goOn(at: number): true {
    this.#source.at = at;
    return true;
  }

  /** The token at that place, called so, goes on beyond the text at hand. */
  #starve(at: number, name: string): false {
    const { fieldLength, tagLength } = this.#limits;
    const most = fieldLength + 2 * tagLength;
    if (this.#source.text.length - at > most) throw this.#tooLong(name);
    const cutName = CUT_NAME.exec(this.#source.text.slice(at + 1, at + 80))?.[0] ?? '';
    this.#pending = this.#startingAt(at, name || cutName, name !== '');
    this.#source.wait(most);
    return false;
  }

  #startingAt(at: number, name: string, isField: boolean): Pending {
    const line = this.#source.lineAt(at);
    return { name: quotable(name), isField, line, column: this.#source.columnAt(at) };
  }

  /** Why the end of the text is not the end of the document. */
  #unfinished(): PasserelleError {
    const isCut = this.#skipTo !== undefined || this.#source.at < this.#source.text.length;
    const pending = isCut ? this.#pending : undefined;
    if (pending !== undefined && (pending.isField || this.#frames.length === 0)) {
      const { name, line, column } = pending;
      return name === '' ? fail('xml_empty') : fail('xml_incomplete', { value: name, line, column });
    }
    if (this.#frames.length === 0) return fail('xml_empty');
    const { tag, line, column } = this.#top;
    return fail('xml_incomplete', { value: quotable(tag.name), line, column });
  }

  #tooDeep(at: number): PasserelleError {
    return failAt(this.#source, at, { reason: 'xml_too_deep', limit: this.#limits.depth });
  }

  #tagTooLong(at: number, limit: number): PasserelleError {
    return failAt(this.#source, at, { reason: 'xml_name_too_long', limit });
  }

  /** Of the field or record that is being read. */
  #tooLong(field: string): PasserelleError {
    const { fieldLength: limit } = this.#limits;
    return failAt(this.#source, this.#source.at, {
      reason: 'xml_field_too_long',
      field: quotable(field),
      limit,
    });
  }
}

const CUT_NAME = /^[^\s<>/]*/;
