import { fail, type PasserelleError } from '../../domain/error.ts';
import { quotable } from '../../domain/problem.ts';

const VALUES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection lost',
  ECONNABORTED: 'connection lost',
  EPIPE: 'connection lost',
  ERR_STREAM_PREMATURE_CLOSE: 'connection lost',
  ENOTFOUND: 'unknown host',
  EAI_AGAIN: 'host name not resolved',
  EHOSTUNREACH: 'host unreachable',
  ENETUNREACH: 'network unreachable',
  ETIMEDOUT: 'connection timed out',
  EPROTO: 'no TLS connection',
};

/** Codes of OpenSSL's verification, and of Node's own. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|ALTNAME/;

/** Nobody at the other end, or nobody who speaks HTTP: why, in words for people. */
export function unavailable(cause: unknown): PasserelleError {
  return fail('shop_unavailable', { value: describe(cause) }, cause);
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return 'connection lost';
  if (cause instanceof TimeOut) return cause.message;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const known = VALUES[code];
  if (known !== undefined) return known;
  if (CERTIFICATE.test(code)) return `certificate refused: ${quotable(cause.message)}`;
  if (code.startsWith('HPE_')) return 'the reply is not HTTP';
  return quotable(cause.message || code);
}

/** The other end took too long; its message says what was waited for. */
export class TimeOut extends Error {}
