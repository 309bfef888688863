/** Of a page's WebContents: the events that say how far it is. */
interface LoadingPage {
  once(event: 'dom-ready' | 'did-stop-loading', listener: () => void): unknown;
}

/**
 * Resolves when the page has run the scripts it begins with, or will get none. What keeps the main process busy waits for
 * that: a script on its way to the page goes through this process to its last piece, and one busy with opening the data
 * would hold the page up for all of it.
 */
export function pageHasRun(page: LoadingPage): Promise<void> {
  return new Promise((resolve) => {
    page.once('dom-ready', resolve);
    page.once('did-stop-loading', resolve);
  });
}
