import type { Locator } from 'playwright';

/** Presses once more where the pointer is, as the second press of a double click does. */
async function pressAgain(on: Locator): Promise<void> {
  await on.page().mouse.down({ clickCount: 2 });
  await on.page().mouse.up({ clickCount: 2 });
}

/** A double click whose second press comes after the first has taken effect: it meets what lies under the pointer now. */
export async function pressTwice(on: Locator, until: () => Promise<void>): Promise<void> {
  await on.click();
  await until();
  await pressAgain(on);
}

/** The same, where what the first press was for has gone and the next of its kind takes its place. */
export async function pressIntoNext(on: Locator, until: () => Promise<void>): Promise<void> {
  await on.click();
  await until();
  await on.hover();
  await pressAgain(on);
}
