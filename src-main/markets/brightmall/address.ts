/** resources/docs/markets/brightmall.md, "Address and headers". */
const documentedOrigin = 'https://brightmall-backend.certi.life';
const vendorPath = '/vendor-api';

/**
 * The base address without a slash at its end. A replacement (loopback only, environment.ts) may name the origin
 * alone or end in /vendor-api already.
 */
export function brightmallBase(replacement?: string): string {
  if (replacement === undefined) return `${documentedOrigin}${vendorPath}`;
  const url = new URL(replacement);
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path.endsWith(vendorPath) ? path : path + vendorPath}`;
}
