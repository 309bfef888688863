/** Published base of all endpoints (resources/docs/markets/naver.md, "Address and notation"). */
const documentedBase = 'https://api.commerce.naver.com/external';

/**
 * The base address without a slash at its end. A replacement (loopback only, environment.ts) may name the origin
 * alone, then `/external` is added as the market has it, or a path of its own, which is used as given.
 */
export function naverBase(replacement?: string): string {
  if (replacement === undefined) return documentedBase;
  const url = new URL(replacement);
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path === '' ? '/external' : path}`;
}
