import { fail } from '../../domain/error.ts';
import { quotable } from '../../domain/problem.ts';
import { createMultipartDecoder } from './multipart.ts';
import { parseParameters } from './parameters.ts';
import type { FormDecoder, FormHandler, FormLimits, PartSink } from './part.ts';
import { createUrlencodedDecoder } from './urlencoded.ts';

const ACCEPTED =
  'Content-Type: multipart/form-data; boundary=… | application/x-www-form-urlencoded | text/xml';
/** RFC 2046 allows 70 bytes; a longer one costs nothing but makes no sense. */
const MAX_BOUNDARY_BYTES = 256;

/**
 * The decoder that a request's Content-Type asks for. An XML body is the part `data`. A body of any other type, or of
 * none, is `form_unreadable`: guessing could take an upload for a key. No body at all needs no type and has no parts.
 */
export function createFormDecoder(
  contentType: string | undefined,
  handler: FormHandler,
  limits: FormLimits,
): FormDecoder {
  const value = contentType?.trim() ?? '';
  const type = (value.split(';', 1)[0] ?? '').trim().toLowerCase();
  switch (type) {
    case 'multipart/form-data':
      return createMultipartDecoder(parseBoundary(value), handler, limits);
    case 'application/x-www-form-urlencoded':
      return createUrlencodedDecoder(handler, limits);
    case 'text/xml':
    case 'application/xml':
      return createXmlBodyDecoder(handler);
    case '':
      return UNTYPED;
    default:
      throw fail('form_unreadable', { expected: `${ACCEPTED} (≠ ${quotable(type)})`, value: quotable(type) });
  }
}

function parseBoundary(contentType: string): string {
  const boundary = parseParameters(contentType).get('boundary') ?? '';
  if (boundary === '' || boundary.length > MAX_BOUNDARY_BYTES || /[\r\n]/.test(boundary)) {
    throw fail('form_unreadable', { expected: 'Content-Type: multipart/form-data; boundary=…' });
  }
  return boundary;
}

function createXmlBodyDecoder(handler: FormHandler): FormDecoder {
  let sink: PartSink | undefined;
  return {
    write(chunk) {
      if (chunk.length === 0) return;
      sink ??= handler.onPart('data', undefined);
      sink.write(chunk);
    },
    end() {
      sink?.end();
    },
  };
}

const UNTYPED: FormDecoder = {
  write(chunk) {
    if (chunk.length > 0) throw fail('form_unreadable', { expected: ACCEPTED });
  },
  end() {},
};
