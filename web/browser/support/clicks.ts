import type { BrowserContext } from 'playwright-core';

declare global {
  interface Window {
    countedActivation?: (by: number) => void;
  }
}

/**
 * Counts clicks as the goals do: every pointer activation and every Enter or Space on a control is one, and opening a menu counts; typing
 * does not. Choosing from a native list is two, one to open it and one to choose: its list is not a part of the page, where it could be seen.
 */
export async function countActivations(context: BrowserContext, count: (by: number) => void): Promise<void> {
  await context.exposeBinding('countedActivation', (_, by: number) => count(by));
  await context.addInitScript(() => {
    const tell = (by: number) => window.countedActivation?.(by);
    const typesSpaces = (target: EventTarget | null) =>
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement &&
        !['checkbox', 'radio', 'button', 'submit'].includes(target.type));
    const options = { capture: true };
    document.addEventListener(
      'pointerdown',
      (event) => {
        // A native list is counted when something is chosen from it.
        if (event.isTrusted && !(event.target instanceof HTMLSelectElement)) {
          tell(1);
        }
      },
      options,
    );
    document.addEventListener(
      'keydown',
      (event) => {
        const { target, key } = event;
        const activates =
          key === 'Enter'
            ? !(target instanceof HTMLTextAreaElement)
            : key === ' ' && !typesSpaces(target) && !(target instanceof HTMLSelectElement);
        if (event.isTrusted && !event.repeat && activates) {
          tell(1);
        }
      },
      options,
    );
    document.addEventListener(
      'change',
      (event) => {
        if (event.target instanceof HTMLSelectElement) {
          tell(2);
        }
      },
      options,
    );
  });
}
