import type { Page } from 'playwright';

/**
 * Holds back the bytes of every file handed in from now on, so that a reading lasts as long as a story needs it, on any
 * machine. Answers the function that lets them through.
 */
export async function holdReading(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const original = Blob.prototype.arrayBuffer;
    const released = new Promise<void>((resolve) => {
      Reflect.set(globalThis, 'releaseReading', () => {
        Blob.prototype.arrayBuffer = original;
        resolve();
      });
    });
    Blob.prototype.arrayBuffer = async function held() {
      await released;
      return original.call(this);
    };
  });
  return () => page.evaluate(() => Reflect.apply(Reflect.get(globalThis, 'releaseReading'), undefined, []));
}

/** Notes every text an element shows from now on, however shortly. Answers the function that tells them. */
export async function noteTexts(page: Page, testId: string): Promise<() => Promise<string[]>> {
  await page.evaluate((id) => {
    const texts = new Set<string>();
    const note = (): void => {
      const shown = document.querySelector(`[data-testid=${id}]`)?.textContent;
      if (shown) texts.add(shown);
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    Reflect.set(globalThis, 'notedTexts', texts);
  }, testId);
  return () => page.evaluate(() => Array.from<string>(Reflect.get(globalThis, 'notedTexts')));
}
