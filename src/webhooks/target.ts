import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { fail } from '../domain/error.ts';
import { quotable } from '../domain/problem.ts';
import { type AddressRules, createAddressRules } from './addresses.ts';

/** The host of a URL as a socket takes it. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * Whether an address may be called by a URL of that scheme: what everybody on the way can read goes only where the
 * configuration says so.
 */
export function mayCall(rules: AddressRules, protocol: string, address: string): boolean {
  const allowed = rules.allowed(address);
  return allowed === 'named' || (allowed === 'public' && protocol === 'https:');
}

/** Rejects with `webhook_url_invalid`, `webhook_address_refused`, `webhook_needs_https`. */
export async function checkTarget(text: string, ranges: readonly string[]): Promise<void> {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw fail('webhook_url_invalid', { field: 'url', value: quotable(text) });
  const rules = createAddressRules(ranges);
  const addresses = await addressesOf(hostOf(url));
  if (addresses.some((address) => mayCall(rules, url.protocol, address))) return;
  const [first] = addresses;
  // A name that nobody knows yet may be known later; when it is called, it is looked at again.
  if (first === undefined) return;
  const isPublic = addresses.some((address) => rules.allowed(address) === 'public');
  throw isPublic
    ? fail('webhook_needs_https', { field: 'url', value: quotable(text) })
    : fail('webhook_address_refused', { field: 'url', value: first });
}

async function addressesOf(host: string): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
}
