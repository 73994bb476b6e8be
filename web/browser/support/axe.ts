import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Scan {
  /** What is wrong, as `rule: element`. */
  violations: string[];
  /** What axe could not decide, as `rule: element`. */
  incomplete: string[];
}

/** Scans a page by every rule of these tags; none is switched off. The mode is that for pages without frames, of which ours have none. */
export async function scan(page: Page): Promise<Scan> {
  // What fades in is not there yet.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
  );
  const { violations, incomplete } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(tags)
    .analyze();
  const lines = (results: typeof violations) =>
    results.flatMap((result) =>
      result.nodes.map(
        (node) =>
          `${result.id}: ${node.target.join(' ')}\n  ${node.html.slice(0, 200)}\n  ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`,
      ),
    );
  return { violations: lines(violations), incomplete: lines(incomplete) };
}
