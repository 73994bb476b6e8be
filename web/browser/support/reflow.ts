import type { Page } from 'playwright-core';

/** What readers may set without losing anything: WCAG 1.4.12. */
export const spacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

/** What makes the page itself scroll sideways; null where nothing does. */
export async function overflow(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const root = document.scrollingElement!;
    if (root.scrollWidth <= root.clientWidth) {
      return null;
    }
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== root &&
      (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX) ||
        scrolls(element.parentElement));
    const culprits = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.right > root.clientWidth + 1 && !scrolls(element.parentElement);
    });
    const names = culprits.map((one) => `${one.tagName}.${one.className} ${one.textContent?.slice(0, 40)}`);
    return `${root.scrollWidth} pixels wide: ${names.slice(-3).join(' | ')}`;
  });
}
