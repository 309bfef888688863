import type { Page } from 'playwright';

/**
 * What lies over something else, or sticks out, in the heads, tools and feet of the screens: pairs of their words. Layers
 * above the screen may cover it.
 */
export function overlaps(page: Page): Promise<string[]> {
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
