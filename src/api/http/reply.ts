export interface Reply<Content> {
  readonly content: Content;
  /** Lower-case names; they go before those that every reply has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the trail says that a call was about, where neither its path nor `Location` does. */
  readonly subject?: string;
}
