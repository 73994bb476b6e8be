import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { Organisation, type Made } from '../support/hub';
import { enter, loaded, main, title } from '../support/visit';

let agency: Organisation;
let model: Made & { name: string };

beforeAll(async () => {
  agency = await Organisation.create();
  await agency.policies();
  model = await agency.model({ risk_level: 'high' });
  await agency.version(model.id, '1.0', { auc: 0.8 });
  await agency.submit(model.id, 'A first note');
  const officer = await agency.officer();
  await officer.api.call('PATCH', `/models/${model.id}/compliance-status`, {
    status: 'approved',
    approval_notes: 'Too early',
  });
  await agency.endorse(model.id);
  await agency.approve(model.id);
});

async function download(page: Page, item: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  return (await saved(page, page.getByRole('menuitem', { name: item }))).content.toString('utf8');
}

/** What a click saves, and under which name. */
async function saved(page: Page, control: Locator): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), control.click()]);
  const copy = join(mkdtempSync(join(tmpdir(), 'export-')), 'file');
  await file.saveAs(copy);
  const content = readFileSync(copy);
  rmSync(dirname(copy), { recursive: true });
  return { name: file.suggestedFilename(), content };
}

describe('an auditor', () => {
  it('searches the trail, reads an event, and takes the record along, without a single write', async () => {
    const visitor = await enter(await agency.auditor());
    const page = await visitor.page('/audit');
    const filter = page.getByRole('textbox', { name: 'Filter', exact: true });
    await filter.fill(`model:${model.id}`);
    await filter.press('Enter');
    const rows = page.getByRole('table', { name: 'Events' }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(7);
    await filter.fill(`model:${model.id} outcome:blocked`);
    await filter.press('Enter');
    await expect.poll(() => rows.count()).toBe(1);
    await rows.first().getByRole('button').click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('was refused a move by policy').waitFor();
    await sheet.getByRole('link', { name: 'Independent review' }).waitFor();
    const raw = JSON.parse((await sheet.locator('pre').textContent())!) as Record<string, unknown>;
    expect(raw).toMatchObject({
      action: 'COMPLIANCE_STATUS_CHANGE_BLOCKED',
      entity_type: 'Model',
      entity_id: String(model.id),
      actor: (await agency.officer()).username,
    });
    expect(new URL(page.url()).searchParams.get('event')).toBe(String(raw.id));
    await sheet.getByRole('button', { name: 'Next event' }).click();
    await sheet.getByText('recorded a review').waitFor();
    await sheet.getByRole('button', { name: 'Previous event' }).click();
    await sheet.getByText('was refused a move by policy').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });

    await filter.fill(`model:${model.id}`);
    await filter.press('Enter');
    await expect.poll(() => rows.count()).toBe(7);
    const recorded = await (
      await agency.auditor()
    ).api.get<{ id: number; action: string }[]>(
      `/audit-logs?entity_type=Model&entity_id=${model.id}&limit=100`,
    );
    const lines = (await download(page, 'Export as NDJSON')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(recorded);
    const csv = (await download(page, 'Export as CSV')).trim().split(/\r?\n/);
    expect(csv).toHaveLength(8);
    expect(csv[0]).toMatch(/^id,/);
    expect(csv.slice(1).map((line) => Number(line.split(',')[0]))).toEqual(recorded.map((one) => one.id));
    expect(visitor.writes()).toEqual([]);
  });

  it('sees where each value of a model comes from, and what every decision was', async () => {
    const visitor = await enter(await agency.auditor());
    const page = await visitor.page(`/models/${model.id}`);
    const facts = page.getByRole('region', { name: 'Facts' });
    await facts
      .getByText((await agency.owner()).username)
      .first()
      .waitFor();
    await facts
      .getByRole('link', { name: /^Event #/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('registered the model').waitFor();
    await page.goto(`/models/${model.id}/reviews`);
    await main(page).getByText('Looked at, and found in order').first().waitFor();
    await main(page).getByText('In order', { exact: true }).first().waitFor();
    await page.goto(`/models/${model.id}/history`);
    await page.getByRole('button', { name: 'Policy', exact: true }).click();
    await expect.poll(() => main(page).locator('[data-refused="true"]').count()).toBe(1);
    expect(visitor.writes()).toEqual([]);
  });

  it('takes the compliance report along, and is told where the hub refuses one', async () => {
    const visitor = await enter(await agency.auditor());
    const page = await visitor.page(`/models/${model.id}/documents`);
    const pdf = page.getByRole('link', { name: 'Download PDF' });
    const report = await saved(page, pdf);
    expect(report.name).toMatch(/\.pdf$/);
    expect(report.content.subarray(0, 5).toString()).toBe('%PDF-');

    await page.route(/compliance-report/, (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: '/problems/report-too-large',
          status: 422,
          detail: 'It would have 9,000 pages.',
        }),
      }),
    );
    visitor.expectError(422, /compliance-report/);
    await pdf.click();
    await page.getByText('It would have 9,000 pages.').waitFor();
  });

  it('proves that there was no violation, and that the export of nothing is complete', async () => {
    const spotless = await Organisation.create();
    await spotless.model();
    const visitor = await enter(await spotless.auditor());
    const page = await visitor.page('/violations');
    await page.getByText('None in this scope and period').waitFor();
    await page.getByText(/up to event #[\d,]+\. That is evidence, too/).waitFor();
    expect((await download(page, 'Export as CSV')).trim().split(/\r?\n/)).toHaveLength(1);
    expect(await download(page, 'Export as NDJSON')).toBe('');
    await page.getByLabel('Outcome').selectOption('warned');
    await page.getByText('None in this scope and period').waitFor();
    await loaded(page);
    await title(page, 'Violations').waitFor();
    expect(visitor.writes()).toEqual([]);
  });
});
