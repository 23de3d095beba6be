import type { IncomingMessage, ServerResponse } from 'node:http';

export interface HttpExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** A part of what the server answers, found by the path. */
export interface Route {
  /** Of a path without its query. */
  matches(path: string): boolean;
  /** Answers whatever comes there, of any method. Neither throws nor rejects. */
  answer(exchange: HttpExchange, path: string): void | Promise<void>;
}

export interface Text {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A short answer for people and monitors, whatever was sent. */
export function answerText({ request, response }: HttpExchange, { status, text, headers }: Text): void {
  request.resume();
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : `${text}\n`);
}
