import { type Answer, etagOf } from '../http/answer.ts';
import { openApiDocument } from './document.ts';
import { REFERENCE_POLICY, referencePage } from './reference-page.ts';

const FOR_EVERYBODY = 'public, no-cache';

/** What tells everybody how to call the API, by path; made when it is first asked for. */
export const documentAnswers = (): Readonly<Record<string, () => Answer>> => ({
  '/openapi.json': once(() =>
    textAnswer('application/json; charset=utf-8', JSON.stringify(openApiDocument())),
  ),
  '/reference': once(() => {
    const page = textAnswer('text/html; charset=utf-8', referencePage(openApiDocument()));
    return { ...page, headers: { ...page.headers, 'content-security-policy': REFERENCE_POLICY } };
  }),
});

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const textAnswer = (type: string, body: string): Answer => ({
  status: 200,
  headers: { 'content-type': type, 'cache-control': FOR_EVERYBODY, etag: etagOf(body) },
  body,
});
