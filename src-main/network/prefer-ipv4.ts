import { lookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';

/**
 * A lookup for net.connect that answers the IPv4 addresses of a name, and others only where there are none.
 * NAVER's list of allowed callers knows IPv4 only (resources/docs/markets/naver.md, "Addresses and permission"): a call
 * that leaves by IPv6 is refused with GW.IP_NOT_ALLOWED although the seller registered the right address. `localhost`
 * keeps both, IPv4 first, because a server may listen on one of them alone.
 */
export function lookupPreferringIpv4(
  hostname: string,
  options: LookupOptions,
  answer: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void,
  resolve: typeof lookup = lookup,
): void {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, []);
    const [first] = orderAddresses(hostname, found);
    if (first === undefined) {
      const missing: NodeJS.ErrnoException = new Error('the name has no address');
      missing.code = 'ENOTFOUND';
      return answer(missing, []);
    }
    if (options.all === true) return answer(null, orderAddresses(hostname, found));
    return answer(null, first.address, first.family);
  });
}

/** Pure: which of the addresses found for a name may be tried, in order. */
export function orderAddresses(hostname: string, found: readonly LookupAddress[]): LookupAddress[] {
  const ipv4 = found.filter((one) => one.family === 4);
  const others = found.filter((one) => one.family !== 4);
  if (hostname === 'localhost' || ipv4.length === 0) return [...ipv4, ...others];
  return ipv4;
}
