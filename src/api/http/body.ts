import { fail, PasserelleError } from '../../domain/error.ts';
import type { ApiLimits } from '../options.ts';

/** Reads a request's body as JSON. Rejects with `json_unreadable`, `body_too_large`, `body_too_slow` or `body_incomplete`. */
export async function readJson(request: Request, limits: ApiLimits): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type))
    throw fail('json_unreadable', { expected: 'Content-Type: application/json' });
  const text = await readText(request, limits);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fail('json_unreadable', { expected: error instanceof Error ? error.message : '' }, error);
  }
}

async function readText({ body, headers }: Request, { bodyBytes, bodySeconds }: ApiLimits): Promise<string> {
  const tooLarge = fail('body_too_large', { limit: bodyBytes });
  if (Number(headers.get('content-length') ?? 0) > bodyBytes) throw tooLarge;
  if (!body) return '';
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(fail('body_too_slow', { limit: bodySeconds })),
    bodySeconds * 1000,
  );
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late.promise]);
      if (done) return Buffer.concat(chunks).toString('utf8');
      size += value.length;
      if (size > bodyBytes) throw tooLarge;
      chunks.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => {});
    throw error instanceof PasserelleError ? error : fail('body_incomplete', {}, error);
  } finally {
    clearTimeout(timer);
  }
}
