/** One HTTP call as the endpoint sees it, whatever server carries it. */
export interface Call {
  readonly method: string;
  /** The NAME of `/webservice/NAME`; undefined on `/webservice`. */
  readonly shopName?: string;
  /** Lower-case names. */
  header(name: string): string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
  /** The caller's address, after trusted proxies. */
  readonly remoteAddress: string;
}

/** The reply. A stream's chunks are texts of some ten thousand characters, UTF-8 on the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | AsyncIterable<string>;
}

export type CallHandler = (call: Call) => Promise<Answer>;
