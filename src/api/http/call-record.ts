import type { Problem } from '../../domain/problem.ts';

/** What is known of an API call once it is answered: for logs and figures. */
export interface CallRecord {
  readonly requestId: string;
  /** Upper case. */
  readonly method: string;
  /** The route's name (`listProducts`); undefined where there is none. */
  readonly route?: string;
  /** Of the token, once it was accepted. */
  readonly shop?: string;
  /** The token's id. */
  readonly token?: string;
  readonly status: number;
  readonly durationMs: number;
  readonly replyBytes: number;
  readonly remoteAddress: string;
  readonly problem?: Problem;
  /** A fault of ours. */
  readonly error?: unknown;
}
