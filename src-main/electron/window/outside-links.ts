/** Hosts whose https pages the window may open in the seller's browser. */
const ofMarkets: ReadonlySet<string> = new Set([
  'apicenter.commerce.naver.com',
  'sell.smartstore.naver.com',
  'developer-center.dentium.com',
]);

/** The pages the window can ask for by name; it never hands over an address. */
export const pageAddresses = {
  'commerce-api-center': 'https://apicenter.commerce.naver.com/',
  'smartstore-center': 'https://sell.smartstore.naver.com/',
  'brightmall-center': 'https://developer-center.dentium.com/',
} as const;

/** The one predicate in front of shell.openExternal (open-outside.ts): https, no credentials, default port, a host of the list. */
export function mayOpenOutside(address: string, hosts = ofMarkets): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.port === '' &&
    hosts.has(url.hostname)
  );
}
