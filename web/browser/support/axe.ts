import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Scan {
  /** What is wrong, as the rule, the element and what axe says about it. */
  violations: string[];
  /** What axe could not decide: the rule, its reason and the kind of element are what a person looks at once, with one place where it is. */
  incomplete: { what: string; where: string }[];
}

/** Scans a page by every rule of these tags; none is switched off. The mode is that for pages without frames, of which ours have none. */
export async function scan(page: Page): Promise<Scan> {
  // What fades in is not there yet.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        // What moves while something loads does so for as long as that takes.
        .filter((animation) => Number.isFinite(Number(animation.effect?.getComputedTiming().endTime)))
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
  const { violations, incomplete } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(tags)
    .analyze();
  return {
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) =>
          `${id}: ${target.join(' ')}\n  ${html.slice(0, 200)}\n  ${failureSummary?.replaceAll('\n', ' ')}`,
      ),
    ),
    incomplete: incomplete.flatMap(({ id, nodes }) =>
      nodes.map(({ any, all, none, html, target }) => {
        const data = [...any, ...all, ...none].map((check) => check.data as { messageKey?: string } | null);
        const reason = data.find((one) => one?.messageKey)?.messageKey ?? 'undecided';
        // Whether axe says this one depends on where a line happens to break, whatever the element.
        const kind = reason === 'elmPartiallyObscuring' ? 'any' : (/^<([\w-]+)/.exec(html)?.[1] ?? 'unknown');
        return {
          what: `${id} (${reason}) <${kind}>`,
          where: `${new URL(page.url()).pathname} ${target.join(' ')} ${html}`,
        };
      }),
    ),
  };
}
