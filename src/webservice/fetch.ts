import type { CallHandler } from './call.ts';

/** The endpoint as a standard `(Request) => Promise<Response>`, to mount in any framework. */
export function createFetchHandler(
  handler: CallHandler,
  options: { readonly shopName?: string; readonly remoteAddress?: (request: Request) => string } = {},
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { status, headers, body } = await handler({
      method: request.method,
      ...(options.shopName === undefined ? {} : { shopName: options.shopName }),
      header: (name) => request.headers.get(name) ?? undefined,
      body: readBody(request),
      remoteAddress: options.remoteAddress?.(request) ?? '',
    });
    return new Response(typeof body === 'string' ? body : ReadableStream.from(encode(body)), {
      status,
      headers,
    });
  };
}

async function* readBody(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body) yield* request.body;
}

async function* encode(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
