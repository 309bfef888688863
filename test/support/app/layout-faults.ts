import type { Page } from 'playwright';

/**
 * What lies over something else, or sticks out, in the heads, tools and feet of the screens: pairs of their words; and
 * words that are cut off. Layers above the screen may cover it.
 */
export async function layoutFaults(page: Page): Promise<string[]> {
  return [...(await overlaid(page)), ...(await cutWords(page))];
}

/** How many rows are seen whole but for 3 px: beneath no foot, and within the window. */
export function rowsInSight(page: Page, rows: string): Promise<number> {
  return page.locator(rows).evaluateAll(
    (all) =>
      all.filter((row) => {
        const { left, top, bottom } = row.getBoundingClientRect();
        return [top + 3, bottom - 3].every((y) => row.contains(document.elementFromPoint(left + 60, y)));
      }).length,
  );
}

/** What can be pressed or typed in and lies beneath a layer that lets presses through: its words. */
export function coveredBy(page: Page, layer: string): Promise<string[]> {
  return page.locator(layer).evaluate((over) => {
    const { left, right, top, bottom } = over.getBoundingClientRect();
    const covered = [...document.querySelectorAll('main :is(button, input, select, a, [role=gridcell])')].filter(
      (each) => {
        const at = each.getBoundingClientRect();
        const across = [Math.max(left, at.left), Math.min(right, at.right)] as const;
        const down = [Math.max(top, at.top), Math.min(bottom, at.bottom)] as const;
        if (across[1] - across[0] < 1 || down[1] - down[0] < 1) return false;
        return each.contains(document.elementFromPoint((across[0] + across[1]) / 2, (down[0] + down[1]) / 2));
      },
    );
    return covered.map(({ textContent }) => textContent);
  });
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
