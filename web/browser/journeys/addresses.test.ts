import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Organisation } from '../support/hub';
import { furnish, type Route } from '../support/routes';
import { enter, loaded, main, slow, title } from '../support/visit';

let agency: Organisation;
let routes: Route[];

beforeAll(async () => {
  agency = await Organisation.create();
  routes = await furnish(agency);
});

/** What a page says, without what the clock says. */
async function screen(page: Page): Promise<{ address: string; text: string; form: string[] }> {
  await loaded(page);
  // What is new since the last visit is another thing at each visit.
  const parts = await main(page)
    .locator('h1, h2, section:not(:has(#changed)) >> visible=true, tbody tr, [role="tablist"]')
    .allInnerTexts();
  const { pathname, search } = new URL(page.url());
  return {
    address: pathname + search,
    text: parts.join('\n').replaceAll(/\b(\d+|an?) (second|minute|hour)s? ago\b|this minute|now/g, ''),
    form: await main(page)
      .locator('input, select, textarea')
      .evaluateAll((fields) =>
        fields.map((field) => {
          const input = field as HTMLInputElement;
          return ['checkbox', 'radio'].includes(input.type) ? String(input.checked) : input.value;
        }),
      ),
  };
}

describe('an address', () => {
  it('is the same screen after a reload, whichever it is (T8)', async () => {
    const visitor = await enter(await agency.admin());
    const page = await visitor.page('/settings');
    for (const { path } of routes) {
      await page.goto(path);
      const before = await screen(page);
      await page.reload();
      expect(await screen(page), path).toEqual(before);
    }
  }, 120_000);

  it('that opens a sheet or an event opens it again', async () => {
    const [model] = await (
      await agency.owner()
    ).api.get<{ id: number; name: string }[]>('/models?q=Fraud%20scorer');
    const [event] = await (await agency.owner()).api.get<{ id: number }[]>('/audit-logs?limit=1');
    const visitor = await enter(await agency.admin());
    const page = await visitor.page(`/models/${model!.id}?do=update`);
    await page.getByRole('dialog').getByText('Edit facts of Fraud scorer').waitFor();
    await page.reload();
    await page.getByRole('dialog').getByText('Edit facts of Fraud scorer').waitFor();
    await page.goto(`/audit?event=${event!.id}`);
    await page.getByRole('dialog').getByText('As recorded').waitFor();
    await page.reload();
    await page.getByRole('dialog').getByText('As recorded').waitFor();
  });

  it('of the predecessor still leads there', async () => {
    const visitor = await enter(await agency.owner());
    const page = await visitor.page('/new');
    await title(page, 'Register a model').waitFor();
    expect(new URL(page.url()).pathname).toBe('/models/new');
  });

  it('shows two people with the same rights the same rows (T7)', async () => {
    const [hers, his] = [await enter(await agency.auditor()), await enter(await agency.officer())];
    const [one, other] = [await hers.page('/settings'), await his.page('/settings')];
    for (const path of [
      '/models?risk=high&sort=name',
      '/models?status=draft&env=dev&sort=-name',
      '/models?q=scorer',
      '/violations?days=30',
      '/policies?mode=warn',
      '/datasets?sensitivity=pci',
      '/audit?q=type%3AModel+action%3AMODEL_REGISTERED',
      '/approvals',
    ]) {
      const rows = async (page: Page) => {
        await page.goto(path);
        await loaded(page);
        return main(page).locator('tbody tr [data-role="name"]').allInnerTexts();
      };
      const seen = await rows(one);
      expect(seen.length, path).toBeGreaterThan(0);
      expect(await rows(other), path).toEqual(seen);
    }
  });
});

describe('going back', () => {
  it('restores the filter, the place in the list, and the focus (T8)', async () => {
    const crowd = await Organisation.create();
    for (let i = 0; i < 40; i++) {
      await crowd.model({ name: `Crowd ${String(i).padStart(2, '0')}`, risk_level: 'limited' });
    }
    const visitor = await enter(await crowd.auditor());
    const page = await visitor.page('/models');
    await page.getByLabel('Risk class', { exact: true }).selectOption('limited');
    await page.getByRole('button', { name: 'Name' }).click();
    await page.waitForURL(/risk=limited&sort=name/);
    await loaded(page);
    const link = page.getByRole('link', { name: 'Crowd 30' });
    await link.scrollIntoViewIfNeeded();
    await page.evaluate(() => window.scrollBy(0, 40));
    const place = await page.evaluate(() => window.scrollY);
    expect(place).toBeGreaterThan(200);
    await link.click();
    await title(page, 'Crowd 30').waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.goBack();
    await title(page, 'Models').waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(place);
    expect(new URL(page.url()).search).toBe('?risk=limited&sort=name');
    expect(await page.getByLabel('Risk class', { exact: true }).inputValue()).toBe('limited');
    await expect.poll(() => link.evaluate((one) => one === document.activeElement)).toBe(true);
  });
});

describe('whoever is faster than the page', () => {
  it('keeps every choice, and the scope on the way to the next page', async () => {
    const visitor = await enter(await agency.owner());
    const page = await visitor.page('/models');
    await loaded(page);
    await slow(page);
    await page.getByLabel('Risk class', { exact: true }).selectOption('limited');
    await page.getByRole('button', { name: 'Name' }).click();
    await page.getByLabel('Environment', { exact: true }).selectOption('staging');
    await page.getByRole('navigation').getByRole('link', { name: 'Policies' }).click();
    await title(page, 'Policies').waitFor();
    expect(new URL(page.url()).search).toBe('?env=staging');
    await page.goBack();
    await title(page, 'Models').waitFor();
    expect(new URL(page.url()).search).toBe('?risk=limited&sort=name&env=staging');
  });

  it('is not called back by what was typed before, and may change the scope on the way', async () => {
    const visitor = await enter(await agency.owner());
    const page = await visitor.page('/models');
    await loaded(page);
    let arrive = () => {};
    const sent = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/\/assets\/PoliciesPage-.*\.js$/, async (route) => {
      await sent;
      await route.continue();
    });
    await page.getByRole('searchbox').fill('scorer');
    await page.getByRole('navigation').getByRole('link', { name: 'Policies' }).click();
    // Longer than what was typed waits for more of it.
    await page.waitForTimeout(500);
    await page.getByLabel('Environment', { exact: true }).selectOption('staging');
    arrive();
    await title(page, 'Policies').waitFor();
    expect(new URL(page.url()).search).toBe('?env=staging');
    await page.goBack();
    await title(page, 'Models').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });
});
