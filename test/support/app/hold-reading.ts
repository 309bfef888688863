import type { Page } from 'playwright';
import type { SheetCall } from '../../../src-renderer/sheets/protocol';

export interface HeldQuestions {
  /** How many questions of that name were held so far. */
  count(): Promise<number>;
  release(): Promise<void>;
}

/**
 * Holds back the window's questions of one name on their way to the sheet readers, so that a reading lasts as long as a
 * story needs it, on any machine. Whoever asked has taken a reader by then.
 */
export async function holdQuestions(page: Page, name: SheetCall): Promise<HeldQuestions> {
  await page.evaluate((held) => {
    const post = MessagePort.prototype.postMessage;
    const waiting: (() => void)[] = [];
    MessagePort.prototype.postMessage = function hold(this: MessagePort, ...given: unknown[]) {
      const [message] = given;
      const isHeld = typeof message === 'object' && message !== null && Reflect.get(message, 'name') === held;
      if (isHeld) waiting.push(() => Reflect.apply(post, this, given));
      else Reflect.apply(post, this, given);
    };
    Reflect.set(globalThis, 'heldQuestions', () => waiting.length);
    Reflect.set(globalThis, 'releaseQuestions', () => {
      MessagePort.prototype.postMessage = post;
      for (const send of waiting) send();
    });
  }, name);
  return { count: () => callInPage(page, 'heldQuestions'), release: () => callInPage(page, 'releaseQuestions') };
}

/**
 * Holds back what the next sheet reader says after it has first told how far it is. Readers whose first question was
 * asked before are not held. Answers the function that lets everything through, in its order.
 */
export async function holdAfterProgress(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const listen = MessagePort.prototype.addEventListener;
    const waiting: (() => void)[] = [];
    let isHolding = true;
    let hasProgress = false;
    MessagePort.prototype.addEventListener = function hold(this: MessagePort, type: string, listener: unknown) {
      const take = (event: Event): void => {
        const deliver = (): void => void (typeof listener === 'function' && Reflect.apply(listener, this, [event]));
        if (isHolding && hasProgress) return void waiting.push(deliver);
        hasProgress ||= event instanceof MessageEvent && Number(Reflect.get(Object(event.data), 'progress')) > 0;
        deliver();
      };
      Reflect.apply(listen, this, [type, take]);
    };
    Reflect.set(globalThis, 'releaseAnswers', () => {
      isHolding = false;
      MessagePort.prototype.addEventListener = listen;
      for (const deliver of waiting) deliver();
    });
  });
  return () => callInPage(page, 'releaseAnswers');
}

function callInPage<Answer>(page: Page, name: string): Promise<Answer> {
  return page.evaluate((called) => Reflect.apply(Reflect.get(globalThis, called), undefined, []), name);
}
