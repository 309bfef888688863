import type { Page } from 'playwright';

/**
 * What lies over something else, or sticks out, in the heads, tools and feet of the screens: pairs of their words; and
 * words that are cut off. Layers above the screen may cover it.
 */
export async function layoutFaults(page: Page): Promise<string[]> {
  return [...(await overlaid(page)), ...(await cutWords(page))];
}

function overlaid(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(
      document.querySelectorAll<HTMLElement>(
        'main .say, .book-say, .log-say, .book-tabs, .morning-steps li, .log-tools, .form-line, .enqueue, .run-foot, main footer, .banner',
      ),
    ).flatMap((part) => {
      const whole = part.getBoundingClientRect();
      const shown = Array.from(
        part.querySelectorAll<HTMLElement>('button, input, select, h1, b, p, .step-words'),
      ).filter(
        (each) =>
          each.checkVisibility({ opacityProperty: true }) && each.closest('.hidden-words, .tight, [inert]') === null,
      );
      const places = shown.map((each) => ({ each, at: each.getBoundingClientRect(), words: each.textContent ?? '' }));
      return [
        ...places
          .filter(({ at }) => at.right > whole.right + 1 || at.left < whole.left - 1)
          .map(({ words }) => `${words} sticks out of ${part.className}`),
        ...places.flatMap((one, n) =>
          places
            .slice(n + 1)
            .filter(
              (other) =>
                !one.each.contains(other.each) &&
                !other.each.contains(one.each) &&
                one.at.left < other.at.right - 1 &&
                other.at.left < one.at.right - 1 &&
                one.at.top < other.at.bottom - 1 &&
                other.at.top < one.at.bottom - 1,
            )
            .map((other) => `${one.words} | ${other.words}`),
        ),
      ];
    }),
  );
}

/** Words that are cut off at the side, and that nothing says whole: no title, and nothing to scroll. */
function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const place = text.parentElement;
      if (!place || text.textContent?.trim() === '' || place.closest('.hidden-words, [aria-hidden=true], [title]'))
        continue;
      if (!place.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right } = range.getBoundingClientRect();
      for (let around: Element | null = place; around; around = around.parentElement) {
        const overflow = getComputedStyle(around).overflowX;
        if (overflow === 'auto' || overflow === 'scroll') break;
        const edges = around.getBoundingClientRect();
        if (overflow === 'visible') continue;
        // What is a pixel large is for readers of the screen alone.
        if (edges.width <= 1 || edges.height <= 1) break;
        if (left >= edges.left - 1 && right <= edges.right + 1) continue;
        cut.add(`${text.textContent} is cut off`);
        break;
      }
    }
    return [...cut];
  });
}
