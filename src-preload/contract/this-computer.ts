/**
 * Whether a host is this computer itself: the practice market, test addresses. No proxy has to do with it.
 * @param host as a URL has it: 127.1 and 0x7f.1 have become 127.0.0.1 by then; an IPv6 address with or without brackets
 */
export function isThisComputer(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}
