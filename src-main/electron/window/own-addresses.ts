/** Pages of ours, and those of the developer tools, which are part of the runtime. */
const ownSchemes: ReadonlySet<string> = new Set(['app:', 'data:', 'blob:', 'devtools:']);

/** Whether what a page asks for lies within this app. Everything else is for the main process, which asks the markets. */
export function isOurs(address: string): boolean {
  return URL.canParse(address) && ownSchemes.has(new URL(address).protocol);
}

/**
 * Switches of Chromium that keep its pages from any name on the network; they must be set before the app is ready. The
 * main process is not touched: its calls to the markets go through Node. Without them a page that was taken over could
 * put what it knows into names that are looked up ahead (`dns-prefetch`), which no content policy stops.
 */
export const chromiumSwitches: Readonly<Record<string, string>> = { 'host-resolver-rules': 'MAP * ~NOTFOUND' };
