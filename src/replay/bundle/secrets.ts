import { createHash } from 'node:crypto';
import { MASK } from '../../webservice/masking.ts';

export interface KnownSecrets {
  /** SHA-256 in hexadecimal, of secrets that only their owner has. */
  readonly digests: Iterable<string>;
  /** As they stand in the configuration. */
  readonly literals: Iterable<string>;
}

/** What could be a key or a token: one word that is not short. */
const WORD = /[A-Za-z0-9_-]{8,}/g;
/** Tokens of the JSON API, and secrets of webhooks, by their beginnings. */
const MADE = /\b(?:pst_[a-z2-7]{16,}|whsec_[A-Za-z0-9+/=]{16,})/g;

/** Masks every secret that a text may hold, although the journal has masked the keys that came. */
export function createSecretMask({ digests, literals }: KnownSecrets): (text: string) => string {
  const known = new Set(digests);
  const spelled = [...literals].filter((literal) => literal !== '');
  const masked = (word: string): string =>
    known.has(createHash('sha256').update(word).digest('hex')) ? MASK : word;
  return (text) => {
    const without = spelled.reduce((rest, literal) => rest.replaceAll(literal, MASK), text);
    return without.replace(MADE, MASK).replace(WORD, masked);
  };
}
