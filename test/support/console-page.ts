import { jsonOf } from './api-server.ts';

interface PageCall {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a page of the console does: a browser's cookie, and the headers that its scripts send. */
export interface ConsolePage {
  /** `path` is the server's: `/console/users`, `/api/v1/orders`. */
  call(path: string, call?: PageCall): Promise<Response>;
  /** The status, and the body where it is JSON. */
  json(path: string, call?: PageCall): Promise<readonly [status: number, body: unknown]>;
  readonly cookie: string | undefined;
  /** Another page with the same cookie, which keeps it whatever the server says. */
  copy(): ConsolePage;
}

export const PASSWORD = 'correct horse';

export function openPage(origin: string, cookie?: string): ConsolePage {
  let held = cookie;
  const call = async (path: string, { method = 'GET', body, headers }: PageCall = {}): Promise<Response> => {
    const response = await fetch(`${origin}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: {
        'x-passerelle-console': '1',
        'accept-language': 'en',
        'sec-fetch-site': 'same-origin',
        ...(method !== 'GET' && { origin }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(held !== undefined && { cookie: held }),
        ...headers,
      },
    });
    const [given] = response.headers.getSetCookie();
    if (given !== undefined) held = /Max-Age=0/.test(given) ? undefined : given.split(';')[0];
    return response;
  };
  return {
    call,
    async json(path, said) {
      const response = await call(path, said);
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return [response.status, isJson ? await jsonOf(response) : undefined];
    },
    get cookie() {
      return held;
    },
    copy: () => openPage(origin, held),
  };
}
