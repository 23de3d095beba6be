export interface ReplyEnd {
  /** The reply's beginning. */
  readonly head: string;
  readonly bytes: number;
  /** What broke the reply off; the caller going away is none. */
  readonly error?: unknown;
}

/** Lets a reply's texts through and tells, once, when they are over: sent, broken off, or no longer wanted. */
export async function* observeReply(
  texts: AsyncIterable<string>,
  headCharacters: number,
  onEnd: (end: ReplyEnd) => void,
): AsyncGenerator<string> {
  let head = '';
  let bytes = 0;
  let failure: { readonly error: unknown } | undefined;
  try {
    for await (const text of texts) {
      if (head.length < headCharacters) head += text.slice(0, headCharacters - head.length);
      bytes += Buffer.byteLength(text);
      yield text;
    }
  } catch (error) {
    failure = { error };
    throw error;
  } finally {
    onEnd({ head, bytes, ...failure });
  }
}
