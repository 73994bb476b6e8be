import type { Locator, Page } from 'playwright-core';

const farthest = 120;

/**
 * Goes to a control as somebody does who has no pointer, and sees to it on the way that every stop can be seen: it has a mark, and nothing
 * covers it.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < farthest; i++) {
    if (await isFocused(target)) {
      await seen(page);
      return;
    }
    await page.keyboard.press('Tab');
    await seen(page);
  }
  throw new Error(`${String(target)} is not reached by ${farthest} times Tab`);
}

/** Goes there, and activates it. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes there, and types over what is there. */
export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Waits until a dialog has taken the focus: it is drawn a moment before it hears keys. */
export async function focusWithin(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]') !== null);
}

async function isFocused(target: Locator): Promise<boolean> {
  return (await target.count()) === 1 && target.evaluate((one) => one === document.activeElement);
}

/** Fails if what has the focus has no visible mark of it, or is covered where it is. */
async function seen(page: Page): Promise<void> {
  const wrong = await page.evaluate(async () => {
    // What has come into view by the focus has its place after the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const focused = document.activeElement as HTMLElement | null;
    if (!focused || focused === document.body || focused.dataset.autofocus === 'true') {
      return null;
    }
    const box = focused.getBoundingClientRect();
    const name = `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 40)}`;
    const hidden = focused.closest('[aria-hidden="true"]');
    if (hidden && box.width === 0) {
      // The guards that keep the focus in a dialog; they are passed, not stayed on.
      return null;
    }
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    if (right <= left || bottom <= top) {
      return `${name} has the focus outside of the window`;
    }
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const related =
      at && (focused.contains(at) || at.contains(focused) || at.closest('label')?.contains(focused));
    const within = at && focused.parentElement?.contains(at);
    if (!related && !within) {
      return `${name} is covered by ${at?.tagName} ${at?.className}`;
    }
    const marked = (element: Element | null) => {
      if (!element) {
        return false;
      }
      const style = getComputedStyle(element);
      return (
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1) ||
        style.boxShadow !== 'none'
      );
    };
    return marked(focused) || marked(focused.parentElement)
      ? null
      : `${name} has the focus and does not show it`;
  });
  if (wrong) {
    throw new Error(wrong);
  }
}
