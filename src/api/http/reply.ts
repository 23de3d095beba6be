export interface Reply<Content> {
  readonly content: Content;
  /** Lower-case names; they go before those that every reply has. */
  readonly headers?: Readonly<Record<string, string>>;
}
