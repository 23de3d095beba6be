import { describe, expect, it } from 'vitest';
import { readDocument } from '../xml/read-document.ts';
import { type Reply, rootOf } from './reply.ts';
import { judgeReply } from './reply-judgements.ts';

interface Came {
  readonly status?: number;
  readonly contentType?: string;
}

function replyOf(text: string, { status = 200, contentType = 'text/xml' }: Came = {}): Reply {
  const body = Buffer.from(text);
  const document = readDocument(body);
  const http = { status, contentType, body, truncated: false, reusedConnection: false };
  return { what: '', sent: '', received: '', http, document, ...rootOf(document) };
}

const wrong = (reply: Reply, profile: 'v3' | 'samples' = 'v3') =>
  judgeReply(reply, 'the-key', profile)
    .filter(({ ok }) => !ok)
    .map(({ id }) => id);

const ERROR = '<connecteur><error>No.</error></connecteur>';

const found = (reply: Reply) =>
  judgeReply(reply, 'the-key', 'v3').flatMap(({ ok, found: texts }) => (ok ? [] : (texts?.en ?? [])));

describe('every reply', () => {
  it('may be a success or an error', () => {
    expect(wrong(replyOf('<connecteur/>', { contentType: 'application/xml; charset=utf-8' }))).toEqual([]);
    expect(wrong(replyOf(ERROR))).toEqual([]);
    expect(wrong(replyOf(ERROR, { status: 400 }), 'samples')).toEqual([]);
  });

  it.each<[string, Reply, string[]]>([
    ['no XML', replyOf('ok'), ['transport.xml-reply']],
    ['a blank line first', replyOf('\n<connecteur/>'), ['transport.nothing-before-xml']],
    ['another root', replyOf('<connector/>'), ['transport.root']],
    ['HTML by its type', replyOf('<connecteur/>', { contentType: 'text/html' }), ['transport.content-type']],
    ['the key', replyOf('<connecteur>the-key</connecteur>'), ['auth.key-not-echoed']],
    ['an error without text', replyOf('<connecteur><error/></connecteur>'), ['error.shape']],
    ['data beside an error', replyOf(ERROR.replace('</conn', '<x/></conn')), ['error.shape']],
    [
      'an error in parts',
      replyOf('<connecteur><error><code>1</code><message>No.</message></error></connecteur>'),
      ['error.shape'],
    ],
    ['an error with another status', replyOf(ERROR, { status: 403 }), ['error.status']],
    ['a server error', replyOf('<connecteur/>', { status: 500 }), ['error.status']],
  ])('with %s fails that requirement alone', (_name, reply, ids) => {
    expect(wrong(reply)).toEqual(ids);
  });

  it('that is a web page is told so, also when it is XML', () => {
    const page = expect.stringContaining('answers a web page');
    expect(found(replyOf('<!DOCTYPE html><html><br></html>'))).toEqual([page]);
    expect(found(replyOf('<html><body/></html>'))).toEqual([page]);
    expect(found(replyOf('oops'))).toEqual([expect.not.stringContaining('web page')]);
  });

  it('that did not come fails one requirement', () => {
    expect(wrong({ what: '', sent: '', received: '' })).toEqual(['transport.xml-reply']);
  });
});
