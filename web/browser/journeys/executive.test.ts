import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { Organisation } from '../support/hub';
import { enter, loaded, main, title } from '../support/visit';

let agency: Organisation;

beforeAll(async () => {
  agency = await Organisation.create();
  await agency.policies();
  for (const risk_level of [
    'unclassified',
    'minimal',
    'minimal',
    'limited',
    'high',
    'high',
    'unacceptable',
  ]) {
    await agency.model({ risk_level, environment: risk_level === 'high' ? 'prod' : 'dev' });
  }
  const reviewed = await agency.model({ risk_level: 'limited' });
  await agency.submit(reviewed.id);
  const approved = await agency.model({ risk_level: 'minimal' });
  await agency.version(approved.id, '1.0', { auc: 0.8 });
  await agency.approve(approved.id);
  const officer = await agency.officer();
  for (const status of ['approved', 'approved']) {
    const answer = await officer.api.call('PATCH', `/models/${reviewed.id}/compliance-status`, {
      status,
      approval_notes: 'Too early',
    });
    expect(answer.status).toBe(403);
  }
});

/** How many rows a list says that it has, over all of its pages. */
async function entries(page: Page): Promise<number> {
  const text = await page.getByRole('navigation', { name: 'Pages' }).getByRole('status').textContent();
  return Number(/([\d,]+) entr/.exec(text ?? '')?.[1]?.replaceAll(',', ''));
}

describe('an executive', () => {
  it('opens the rows behind every figure of the dashboard, and counts as many (T5)', async () => {
    const visitor = await enter(await agency.auditor());
    const page = await visitor.page('/dashboard');
    await title(page, 'Dashboard').waitFor();
    await page.locator('[data-figure]').first().waitFor();
    await loaded(page);
    const links = main(page).getByRole('link', { name: /^[\d,]+( blocked| would block)?$/ });
    const figures = await links.all();
    expect(figures.length).toBeGreaterThanOrEqual(20);
    const wanted: { figure: number; to: string }[] = [];
    for (const link of figures) {
      wanted.push({
        figure: Number.parseInt((await link.textContent())!.replaceAll(',', ''), 10),
        to: (await link.getAttribute('href'))!,
      });
    }
    for (const [index, { figure, to }] of wanted.entries()) {
      visitor.clicks();
      await links.nth(index).click();
      await page.waitForURL((url) => url.pathname + url.search === to);
      const list = page.getByRole('table', { name: /^(Models|Violations)$/ });
      await list.waitFor();
      expect(visitor.clicks(), to).toBe(1);
      await expect.poll(() => entries(page), { message: to }).toBe(figure);
      expect(await list.locator('tbody tr').count(), to).toBe(figure);
      await page.goBack();
      await title(page, 'Dashboard').waitFor();
      await links.nth(wanted.length - 1).waitFor();
    }
    expect(visitor.writes()).toEqual([]);
  }, 120_000);

  it('keeps the scope of the dashboard in the lists that it opens', async () => {
    const visitor = await enter(await agency.auditor());
    const page = await visitor.page('/dashboard?env=prod');
    const models = page.locator('[data-figure="models"]');
    await models.waitFor();
    expect(await models.textContent()).toBe('2');
    await models.click();
    await title(page, 'Models').waitFor();
    await expect.poll(() => entries(page)).toBe(2);
    expect(new URL(page.url()).searchParams.get('env')).toBe('prod');
  });

  it('finds nothing to write with anywhere', async () => {
    const visitor = await enter(await agency.auditor());
    const page = await visitor.page('/');
    const [model] = await (await agency.auditor()).api.get<{ id: number }[]>('/models?limit=1');
    const [policy] = await (
      await agency.auditor()
    ).api.get<{ id: number }[]>('/policies?limit=1&scope=organization');
    const dataset = await agency.dataset();
    const verbs =
      /^(Register|Create|Edit|Change|Approve|Return|Request|Record|Retire|Link|Add|Deactivate|Activate|Disable|Enable|Correct)\b/;
    for (const path of [
      '/',
      '/dashboard',
      '/models',
      `/models/${model!.id}`,
      `/models/${model!.id}/versions`,
      `/models/${model!.id}/reviews`,
      `/models/${model!.id}/lineage`,
      `/models/${model!.id}/history`,
      '/approvals',
      '/policies',
      `/policies/${policy!.id}`,
      '/violations',
      '/audit',
      '/lineage',
      '/datasets',
      `/datasets/${dataset.id}`,
      '/organizations',
      `/organizations/${agency.id}`,
    ]) {
      await page.goto(path);
      await loaded(page);
      for (const role of ['button', 'link', 'menuitem'] as const) {
        expect(await main(page).getByRole(role, { name: verbs }).allTextContents(), path).toEqual([]);
      }
      expect(await main(page).locator('form:not(search form)').count(), path).toBe(0);
    }
    // Nor by the address.
    for (const path of [
      `/models/${model!.id}?do=approve`,
      `/policies/${policy!.id}?do=edit`,
      '/datasets?do=new',
    ]) {
      await page.goto(path);
      await loaded(page);
      expect(await page.getByRole('dialog').count(), path).toBe(0);
    }
    expect(await page.getByRole('link', { name: 'Users' }).count()).toBe(0);
    expect(visitor.writes()).toEqual([]);
  }, 120_000);
});
