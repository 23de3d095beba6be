import { fail } from '../../domain/error.ts';
import { foldName } from './element.ts';
import { COMMENT } from './scan.ts';
import type { Source } from './source.ts';
import type { Tag } from './tag.ts';

const DECLARATION = '<?xml';
const NAME_BOUNDARY = /[\s/>\\]/;

/**
 * What follows the root. White space, comments and processing instructions are nothing; a second document is an error;
 * the rest is left aside, once noted (the seed itself prints such an example, in §14).
 */
export class Trailing {
  /** Where the first thing stands that was left aside. */
  line: number | undefined;
  readonly #source: Source;
  readonly #root: Tag;
  #skipTo: string | undefined;

  constructor(source: Source, root: Tag) {
    this.#source = source;
    this.#root = root;
  }

  /** Goes through the text at hand. */
  read(): void {
    const source = this.#source;
    for (;;) {
      if (this.#skipTo !== undefined && !this.#skip(this.#skipTo)) return;
      const at = source.text.indexOf('<', source.at);
      this.#passText(at < 0 ? source.text.length : at);
      if (at < 0 || this.#isCut(at)) return;
      this.#passMarkup(at);
    }
  }

  #passText(end: number): void {
    const source = this.#source;
    if (this.line === undefined && source.text.slice(source.at, end).trim() !== '') this.#note(source.at);
    source.at = end;
  }

  #isCut(at: number): boolean {
    const { text, last } = this.#source;
    return !last && text.length - at < Math.max(DECLARATION.length, this.#root.spelled.length + 1) + 1;
  }

  #passMarkup(at: number): void {
    const source = this.#source;
    if (source.text.startsWith(COMMENT, at)) {
      this.#skipTo = '-->';
    } else if (source.text[at + 1] === '?' && !this.#opens(at, DECLARATION)) {
      this.#skipTo = '?>';
    } else if (this.#opens(at, DECLARATION) || this.#opens(at, `<${this.#root.spelled}`)) {
      const line = source.lineAt(at);
      throw fail('xml_trailing', { line, column: source.columnAt(at) });
    } else {
      this.#note(at);
    }
    source.at = at + (this.#skipTo === '-->' ? COMMENT.length : 1);
  }

  #opens(at: number, expected: string): boolean {
    const { text } = this.#source;
    const end = at + expected.length;
    return foldName(text.slice(at, end)) === foldName(expected) && NAME_BOUNDARY.test(text[end] ?? '');
  }

  #note(at: number): void {
    this.line ??= this.#source.lineAt(at);
  }

  /** Whether the end of what is skipped was found. */
  #skip(mark: string): boolean {
    const source = this.#source;
    if (!source.skipTo(mark)) return false;
    this.#skipTo = undefined;
    return true;
  }
}
