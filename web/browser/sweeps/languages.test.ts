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

describe('what people write', () => {
  it('fits, however long its words are, in whatever script, at a desk and in a hand', async () => {
    const foreign = await Organisation.create();
    const texts = {
      long: 'Donaudampfschifffahrtsgesellschaftskapitaensmuetze'.repeat(5),
      cjk: '信用評価モデル用於評估貸款申請人的信用風險및대출심사'.repeat(6),
      arabic: 'نموذج تقييم الجدارة الائتمانية لطلبات القروض الاستهلاكية '.repeat(4).trim(),
    };
    const owner = await foreign.owner();
    const paths = ['/', '/models', '/approvals', '/datasets', '/audit', '/lineage'];
    for (const [script, text] of Object.entries(texts)) {
      const model = await foreign.model({
        name: text,
        description: text,
        intended_purpose: text,
        domain: text.slice(0, 100),
        risk_level: 'high',
      });
      await foreign.version(model.id, text.slice(0, 40), { [text.slice(0, 60)]: 0.5 });
      const dataset = await foreign.dataset({ name: text, description: text });
      await owner.api.post(`/models/${model.id}/datasets`, { dataset_id: dataset.id });
      await foreign.submit(model.id, text);
      const policy = await foreign.policy('require_review_for_high_risk', {
        name: `${script} ${text}`.slice(0, 255),
        description: text,
      });
      await (
        await foreign.officer()
      ).api.call('PATCH', `/models/${model.id}/compliance-status`, {
        status: 'approved',
        approval_notes: text,
      });
      const tabs = ['', '/versions', '/reviews', '/lineage?show=table', '/history', '/documents'];
      paths.push(
        ...tabs.map((tab) => `/models/${model.id}${tab}`),
        `/datasets/${dataset.id}`,
        `/policies/${policy.id}`,
      );
    }
    paths.push('/policies', '/violations', '/dashboard');
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 360, height: 740 },
    ]) {
      const visitor = await enter(await foreign.admin(), { viewport }, { traced: false });
      const page = await visitor.context.newPage();
      const found: Record<string, unknown> = {};
      for (const path of paths) {
        await page.goto(path);
        await loaded(page);
        const wide = await overflow(page);
        if (wide !== null) {
          found[path] = wide;
        }
      }
      expect(found, `${viewport.width} pixels wide`).toEqual({});
    }
  });
});

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
            const { fill, stroke } = getComputedStyle(shape);
            const drawn = [fill, stroke].filter((one) => one !== 'none');
            // What is not to be seen now: the mark in a box that is not ticked.
            const shown = shape.checkVisibility({ opacityProperty: true });
            return shown && drawn.length > 0 && drawn.every((one) => one === paper);
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
