import type { Problem } from '../domain/problem.ts';
import { REASONS } from '../domain/problem.ts';
import { ERROR_MEANINGS } from '../shop/errors.ts';
import { describe, type Language } from '../shop/wording.ts';
import type { WireOptions } from '../wire/messages/codec.ts';
import { encodeError } from '../wire/messages/replies/error.ts';
import { PROFILES } from '../wire/profiles.ts';
import type { Answer } from './call.ts';

const XML_HEADERS = { 'content-type': 'text/xml; charset=utf-8' } as const;
const TEXT_HEADERS = { 'content-type': 'text/plain; charset=utf-8' } as const;

export const xmlAnswer = (body: Answer['body']): Answer => ({ status: 200, headers: XML_HEADERS, body });

export interface Manners {
  readonly language: Language;
  readonly wire: WireOptions;
}

/** `<connecteur><error>…`: HTTP 200 (400 in the profile `samples`), and 503 only when the store cannot commit. */
export function errorAnswer(failure: Problem, { language, wire }: Manners): Answer {
  const meaning = ERROR_MEANINGS[codeOf(failure)];
  const status = meaning.wireStatus === 200 ? PROFILES[wire.profile].errorStatus : meaning.wireStatus;
  return { status, headers: XML_HEADERS, body: encodeError(describe(failure, language)) };
}

/** The documents push: its sender retries until 200 and shows the body to its user. */
export function documentErrorAnswer(failure: Problem, { language }: Manners): Answer {
  const { httpStatus } = ERROR_MEANINGS[codeOf(failure)];
  return { status: httpStatus, headers: TEXT_HEADERS, body: `${describe(failure, language)}\n` };
}

function codeOf(failure: Problem): keyof typeof ERROR_MEANINGS {
  const code = REASONS[failure.reason];
  return code === 'warning' ? 'internal' : code;
}

const ALIVE: Readonly<Record<Language, string>> = {
  fr: 'Le webservice répond. Donnez cette adresse au connecteur, avec la clé de la boutique.',
  en: 'The webservice is alive. Give this address to the connector, with the shop’s key.',
};

/** For a person who opens the endpoint in a browser. */
export function alivePage(): Answer {
  const paragraphs = Object.entries(ALIVE).map(([language, text]) => `<p lang="${language}">${text}</p>`);
  const body = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Passerelle</title><h1>Passerelle</h1>${paragraphs.join('')}</html>\n`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

export const methodNotAllowed = (): Answer => ({
  status: 405,
  headers: { ...TEXT_HEADERS, allow: 'GET, HEAD, POST' },
  body: 'POST\n',
});
