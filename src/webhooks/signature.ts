import { createHmac, randomBytes } from 'node:crypto';
import { fail } from '../domain/error.ts';

/** https://www.standardwebhooks.com: `whsec_` and 24 to 64 random bytes in base64. */
const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

export const createWebhookSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;

const LEAST_BYTES = 24;
const MOST_BYTES = 64;

/** Throws `webhook_secret_invalid` for what is no such secret. */
export function checkWebhookSecret(secret: string): void {
  const text = secret.slice(PREFIX.length);
  const key = Buffer.from(text, 'base64');
  const isRight =
    secret.startsWith(PREFIX) &&
    key.toString('base64') === text &&
    key.length >= LEAST_BYTES &&
    key.length <= MOST_BYTES;
  if (!isRight) throw fail('webhook_secret_invalid', { field: 'secret' });
}

export interface SignedContent {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** The value of `webhook-signature`: one signature for each secret, the newest first. */
export const signatures = (secrets: readonly string[], content: SignedContent): string =>
  secrets.map((secret) => signature(secret, content)).join(' ');

function signature(secret: string, { id, timestamp, body }: SignedContent): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const digest = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return `v1,${digest}`;
}
