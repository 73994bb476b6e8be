import { beforeAll, describe, expect, it } from 'vitest';
import { Organisation } from '../support/hub';
import { buildPseudo, usePseudo } from '../support/pseudo';
import { overflow } from '../support/reflow';
import { furnish, type Route } from '../support/routes';
import { enter, loaded } from '../support/visit';

let agency: Organisation;
let routes: Route[];

beforeAll(async () => {
  agency = await Organisation.create();
  routes = await furnish(agency);
  await buildPseudo();
});

/** What on the page has not come out of a catalogue, among what never comes from elsewhere: controls and headings. */
const literals = () => {
  const named = document.querySelectorAll(
    'button, [role="menuitem"], th[scope="col"], label, legend, summary, caption, dt, nav[aria-label] a, main h2, option',
  );
  return [...named]
    .filter((one) => !one.closest('[data-row-name], td, select[aria-label], .mono, pre'))
    .map((one) => (one.textContent ?? '').trim())
    .filter((text) => /\p{L}{2}/u.test(text) && !text.includes('⟦'));
};

describe('in another language', () => {
  it('every text is translated, and two fifths more of it still fit', async () => {
    const visitor = await enter(await agency.admin(), {}, { traced: false });
    await usePseudo(visitor.context);
    const page = await visitor.context.newPage();
    const found: Record<string, unknown> = {};
    for (const { name, path } of routes) {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      await page.waitForFunction(
        () => document.querySelector('[aria-busy="true"], [role="status"][aria-label]') === null,
      );
      const wide = await overflow(page);
      const untranslated = (await page.evaluate(literals)).filter((text) => !known(text));
      if (wide !== null || untranslated.length > 0) {
        found[name] = { wide, untranslated };
      }
    }
    expect(found).toEqual({});
  });

  it('written from right to left, every page still fits', async () => {
    const visitor = await enter(await agency.admin(), {}, { traced: false });
    await visitor.context.addInitScript(() => {
      new MutationObserver(() => {
        if (document.documentElement && document.documentElement.dir !== 'rtl') {
          document.documentElement.dir = 'rtl';
        }
      }).observe(document, { childList: true });
    });
    const page = await visitor.context.newPage();
    const found: Record<string, unknown> = {};
    for (const { name, path } of routes) {
      await page.goto(path);
      await loaded(page);
      const wide = await overflow(page);
      // The menu is at the side where reading begins, and the content does not lie under it.
      const apart = await page.evaluate(() => {
        const rail = document.querySelector('nav')!.getBoundingClientRect();
        const content = document.querySelector('main')!.getBoundingClientRect();
        return rail.left >= content.right - 1;
      });
      if (wide !== null || !apart) {
        found[name] = { wide, apart };
      }
    }
    expect(found).toEqual({});
  });
});

/** What is the same in every language, and what the organisation has called its own. */
function known(text: string): boolean {
  return (
    /^(UTC|GMT|CSV|NDJSON|Ctrl K|⌘K|[\d.,\s]+)$/.test(text) ||
    /^(auc|false positives|model_owner|compliance_officer|auditor|admin)/.test(text) ||
    [agency.name, 'Fraud scorer', 'Foundation', 'Card payments'].some((name) => text.includes(name)) ||
    /^(Evaluat|High risk only|Independent review|No unacceptable|policy-)/.test(text) ||
    /^(1\.0|1\.1|2\.0)/.test(text)
  );
}

describe('with the colours of the system', () => {
  it('what is a mark can still be seen, and what has the focus', async () => {
    const visitor = await enter(await agency.admin(), { forcedColors: 'active' }, { traced: false });
    const page = await visitor.context.newPage();
    const found: Record<string, string[]> = {};
    for (const { name, path } of routes) {
      await page.goto(path);
      await loaded(page);
      const invisible = await page.evaluate(() => {
        const paper = getComputedStyle(document.body).backgroundColor;
        const shapes = document.querySelectorAll('main svg :is(path, rect, circle, line, polygon)');
        return [...shapes]
          .filter((shape) => {
            const { fill, stroke, display } = getComputedStyle(shape);
            const drawn = [fill, stroke].filter((one) => one !== 'none');
            return display !== 'none' && drawn.length > 0 && drawn.every((one) => one === paper);
          })
          .map((shape) => shape.outerHTML.slice(0, 120));
      });
      if (invisible.length > 0) {
        found[name] = invisible;
      }
    }
    expect(found).toEqual({});
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
  });
});
