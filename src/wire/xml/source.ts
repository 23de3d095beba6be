/**
 * The text at hand: a window on the document that moves forward. What stands before `at` is done with; the reader asks
 * for more when a token is cut, and is then called again only once the cut part has doubled, which keeps tokens of any
 * length linear however small the chunks are.
 */
export class Source {
  text = '';
  at = 0;
  /** Nothing comes after `text`. */
  last = false;
  #chunks: string[] = [];
  #waiting = 0;
  #enough = 0;
  #line = 1;
  /** Where the current line starts; negative when that part of it is gone. */
  #lineStart = 0;
  /** The next end of line, the next `&`, the next carriage return: each is looked for once, not at every field. */
  #newline = Number.POSITIVE_INFINITY;
  #ampersand = -1;
  #return = -1;

  /** Whether there is now enough to go on with. */
  append(chunk: string, last: boolean): boolean {
    this.last = last;
    this.#chunks.push(chunk);
    this.#waiting += chunk.length;
    if (this.#waiting < this.#enough && !last) return false;
    this.#refill();
    return true;
  }

  /** Goes on only once the text from `at` on has doubled, or grown beyond `most` characters. */
  wait(most: number): void {
    const pending = this.text.length - this.at;
    this.#enough = Math.max(1, Math.min(pending, most - pending + 1));
  }

  /** Moves behind the next `mark`, or as far as it can while keeping what may be the mark's start. */
  skipTo(mark: string): boolean {
    const found = this.text.indexOf(mark, this.at);
    this.at = found < 0 ? Math.max(this.at, this.text.length - mark.length + 1) : found + mark.length;
    return found >= 0;
  }

  /** The line of a position, from 1. Positions must not go backwards. */
  lineAt(index: number): number {
    while (this.#newline < index) {
      this.#line++;
      this.#lineStart = this.#newline + 1;
      this.#newline = this.#next('\n', this.#lineStart);
    }
    return this.#line;
  }

  /** In UTF-16 code units from 1, as editors count. */
  columnAt(index: number): number {
    this.lineAt(index);
    return index - this.#lineStart + 1;
  }

  /** Whether there is a `&` or a carriage return in that part. Its start must not go backwards. */
  needsDecoding(from: number, to: number): boolean {
    if (this.#ampersand < from) this.#ampersand = this.#next('&', from);
    if (this.#return < from) this.#return = this.#next('\r', from);
    return this.#ampersand < to || this.#return < to;
  }

  #next(character: string, from: number): number {
    const found = this.text.indexOf(character, from);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  }

  #refill(): void {
    this.lineAt(this.at);
    const gone = this.at;
    this.text = this.text.slice(gone) + this.#chunks.join('');
    this.at = 0;
    this.#chunks = [];
    this.#waiting = 0;
    this.#enough = 0;
    this.#lineStart -= gone;
    this.#ampersand = -1;
    this.#return = -1;
    this.#newline = this.#next('\n', Math.max(0, this.#lineStart));
  }
}
