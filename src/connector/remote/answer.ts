import type { ClientRequest, IncomingMessage } from 'node:http';

/** The connection is gone, or nobody answers. */
export class Lost extends Error {
  constructor(cause: unknown) {
    super('connection lost', { cause });
  }
}

/** The beginning of a request's reply, or its failure: it may come at any time, and ends whatever is waited for. */
export function createAnswer(request: ClientRequest) {
  let settled: { readonly response: IncomingMessage } | { readonly lost: Lost } | undefined;
  let wake = (): void => {};
  const settle = (outcome: NonNullable<typeof settled>): void => {
    settled ??= outcome;
    wake();
  };
  request.on('response', (response) => settle({ response }));
  request.on('error', (error) => settle({ lost: new Lost(error) }));
  request.on('close', () => settle({ lost: new Lost(undefined) }));

  /** One at a time. Resolves with what `other` gives, or undefined once the reply begins; rejects with `Lost`. */
  function or<T>(other: Promise<T>): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      wake = () => {
        if (!settled) return;
        if ('lost' in settled) reject(settled.lost);
        else resolve(undefined);
      };
      other.then(resolve, reject);
      wake();
    });
  }

  return {
    or,
    /** Whether the reply has begun. */
    hasCome: (): boolean => settled !== undefined && 'response' in settled,
    async response(): Promise<IncomingMessage> {
      await or(new Promise<never>(() => {}));
      if (settled && 'response' in settled) return settled.response;
      throw new Lost(undefined);
    },
  };
}
