import { beforeAll, describe, expect, it } from 'vitest';
import { Organisation, unique, type Made } from '../support/hub';
import { enter, loaded, main, title } from '../support/visit';

let agency: Organisation;

beforeAll(async () => {
  agency = await Organisation.create();
  await agency.policies();
});

/** A measured model of high risk, under review. */
async function request(note = 'Please look at it') {
  const model = await agency.model({ risk_level: 'high' });
  await agency.version(model.id, '1.0', { auc: 0.9 });
  await agency.submit(model.id, note);
  return model;
}

describe('a compliance officer', () => {
  it('approves out of the inbox with at most four clicks, and all of it takes at most twelve (T2)', async () => {
    const owner = await enter(await agency.owner());
    const hers = await owner.page('/models');
    await title(hers, 'Models').waitFor();
    owner.clicks();
    await hers.getByRole('link', { name: 'Register a model' }).first().click();
    await title(hers, 'Register a model').waitFor();
    const name = unique('triage');
    await hers.getByLabel('Name').fill(name);
    await hers.getByLabel('Intended purpose').fill('Sorts incoming claims');
    await hers.getByLabel('Risk class').selectOption('high');
    await hers.getByRole('button', { name: 'Register' }).click();
    await title(hers, name).waitFor();
    const id = Number(hers.url().split('/').at(-1));
    await agency.version(id, '1.0', { auc: 0.93 });
    const panel = hers.getByRole('region', { name: 'Approval readiness' });
    await panel.getByRole('button', { name: 'Request review' }).first().click();
    await hers.getByRole('dialog').getByLabel('Note to the reviewer').fill('Measured on last year');
    await hers.getByRole('dialog').getByRole('button', { name: 'Request review' }).click();
    await hers.getByRole('status').filter({ hasText: 'Under review.' }).waitFor();
    const clicksOfOwner = owner.clicks();

    const officer = await enter(await agency.officer());
    const his = await officer.page('/approvals');
    const row = his.getByRole('row').filter({ hasText: name });
    await row.getByText('Measured on last year').waitFor();
    await row.getByText('1 policy blocks').waitFor();
    officer.clicks();
    await row.getByRole('button', { name }).click();
    await his.getByRole('dialog').getByRole('button', { name: 'Record a review' }).click();
    const review = his.getByRole('dialog').filter({ hasText: 'Review ' });
    await review.getByLabel('Notes').fill('Looked at, and found in order');
    await review.getByRole('button', { name: 'Record it and go on to approve' }).click();
    const approval = his.getByRole('dialog').filter({ hasText: 'Approve ' });
    await approval.getByText('You did not submit this model.').waitFor();
    await approval.getByText('Endorsed independently').waitFor();
    await approval.getByLabel('Approval notes').fill('Good enough for production');
    await approval.getByRole('button', { name: 'Approve' }).click();
    await his.getByRole('status').filter({ hasText: 'Approved.' }).waitFor();
    const clicksOfOfficer = officer.clicks();

    expect(clicksOfOfficer, 'the officer').toBeLessThanOrEqual(4);
    expect(clicksOfOwner + clicksOfOfficer, 'both').toBeLessThanOrEqual(12);
    // The owner's window, which nobody has touched, has followed.
    await hers.locator('[aria-current="step"]', { hasText: 'Approved' }).waitFor();
    const model = await (
      await agency.owner()
    ).api.get<{ compliance_status: string; approval_notes: string }>(`/models/${id}`);
    expect(model).toMatchObject({
      compliance_status: 'approved',
      approval_notes: 'Good enough for production',
    });
  });

  it('returns a model with a reason, which its owner then reads', async () => {
    const model = await request();
    const officer = await enter(await agency.officer());
    const page = await officer.page(`/models/${model.id}`);
    await page.getByRole('button', { name: 'Return to draft' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Return to draft' }).click();
    // Without a reason it is not sent, and the form says where it lacks one.
    const summary = sheet.getByRole('alert');
    await summary.getByText('1 field needs your attention').waitFor();
    await summary.getByRole('link', { name: 'Reason is required.' }).click();
    expect(await sheet.getByLabel('Reason').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(officer.writes()).toEqual([]);
    await sheet.getByLabel('Reason').fill('The evaluation lacks the regions');
    await sheet.getByRole('button', { name: 'Return to draft' }).click();
    await page.getByRole('status').filter({ hasText: 'Returned to draft.' }).waitFor();

    const owner = await enter(await agency.owner());
    const hers = await owner.page(`/models/${model.id}`);
    await hers.getByText('Returned to draft: The evaluation lacks the regions').waitFor();
  });

  it('tries a policy out, enforces it, and takes it back', async () => {
    const other = await Organisation.create();
    const [blocked, fine] = [await other.model({ risk_level: 'high' }), await other.model()];
    await other.version(fine.id, '1.0', { auc: 1 });
    const officer = await enter(await other.officer());
    const page = await officer.page('/policies/new');
    const name = unique('Evaluate first');
    await page.getByLabel('Name').fill(name);
    await page.getByRole('radio', { name: 'Evaluation before approval' }).check();
    await page.getByRole('radio', { name: 'Evaluate only' }).check();
    await page.getByRole('button', { name: 'Create' }).click();
    await title(page, name).waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('It would warn about the approval of 1 model.').waitFor();
    const impact = page.getByRole('table', { name: 'Models that it would warn about' });
    expect(await impact.getByRole('link').allTextContents()).toEqual([blocked.name]);

    // While it only evaluates, it says so on the model, and does not stand in the way.
    const policy = Number(page.url().split('/').at(-1));
    await page.goto(`/models/${blocked.id}`);
    const panel = page.getByRole('region', { name: 'Approval readiness' });
    await panel.getByText('Ready: nothing blocks, 1 policy would').waitFor();
    await panel.getByText('Evaluate only: does not block').waitFor();

    await page.goto(`/policies/${policy}`);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Mode').selectOption('enforce');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto(`/models/${blocked.id}`);
    await panel.getByText('Not yet: 1 of').waitFor();

    await page.goto(`/policies/${policy}`);
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await main(page).getByText('Inactive').waitFor();
    await page.goto(`/models/${blocked.id}`);
    await panel.getByText(/^Ready/).waitFor();
    await loaded(page);
  });

  it('cannot approve what he submitted himself: the refusal is an outcome, with what each policy found', async () => {
    const officer = await agency.officer();
    const model = await officer.api.post<Made>('/models', {
      name: unique('own'),
      owner: officer.username,
      risk_level: 'high',
    });
    const version = await officer.api.post<Made>('/versions', { model_id: model.id, version_tag: '1' });
    await officer.api.post('/metrics', { version_id: version.id, metric_name: 'auc', value: 1 });
    await officer.api.patch(`/models/${model.id}/compliance-status`, { status: 'under_review' });
    await officer.api.post(`/models/${model.id}/reviews`, { outcome: 'endorsed', notes: 'My own' });

    const visitor = await enter(officer);
    visitor.expectError(403, /compliance-status/);
    const page = await visitor.page(`/models/${model.id}`);
    const approve = page.getByRole('button', { name: 'Approve', exact: true });
    await approve.waitFor();
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    const reason = await approve.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${reason}"]`).textContent()).toBe('1 policy blocks it');

    // He insists, by the address.
    await page.goto(`/models/${model.id}?do=approve`);
    const sheet = page.getByRole('dialog');
    await sheet.getByText('You submitted this model yourself.').waitFor();
    await sheet.getByLabel('Approval notes').fill('I find myself in order');
    await sheet.getByRole('button', { name: 'Approve' }).click();
    const findings = sheet.getByRole('alert');
    await findings.getByText('1 policy blocks this. The refusal is recorded.').waitFor();
    await findings.getByRole('link', { name: 'Independent review' }).waitFor();
    expect(await sheet.getByLabel('Approval notes').inputValue()).toBe('I find myself in order');
    await sheet.getByRole('button', { name: 'Close' }).click();
    await page.goto(`/violations?model=${model.id}`);
    const rows = page.getByRole('table', { name: 'Violations' }).getByRole('row');
    await rows.filter({ hasText: 'Independent review' }).filter({ hasText: officer.username }).waitFor();
    expect(await rows.count()).toBe(2);
  });
});
