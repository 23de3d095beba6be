import ipaddr from 'ipaddr.js';

/** Which addresses may be called: who configures a webhook must not reach what only this machine or its network sees. */
export interface AddressRules {
  /** `named`: by the configuration. `public`: it is of the internet. Undefined: it may not be called. */
  allowed(address: string): 'named' | 'public' | undefined;
}

export const isAddressRange = (text: string): boolean => ipaddr.isValid(text) || ipaddr.isValidCIDR(text);

/** `ranges`: addresses and CIDR ranges that may be called though they are private. */
export function createAddressRules(ranges: readonly string[]): AddressRules {
  const named = ranges.map(parseRange);
  return {
    allowed(text) {
      if (!ipaddr.isValid(text)) return undefined;
      // An IPv4 address may come as an IPv6 one.
      const address = ipaddr.process(text);
      const isNamed = named.some(
        ([range, bits]) => range.kind() === address.kind() && address.match(range, bits),
      );
      if (isNamed) return 'named';
      return isPublic(address) ? 'public' : undefined;
    },
  };
}

/** All that IPv6 has given out so far; `::127.0.0.1` and its like, which is outside, has no name of its own. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');

const isPublic = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address.range() === 'unicast' && (address instanceof ipaddr.IPv4 || address.match(GIVEN_OUT));

function parseRange(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
