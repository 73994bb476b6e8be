import { beforeAll, describe, expect, it } from 'vitest';
import { Organisation, unique } from '../support/hub';
import { focusWithin, press, tabTo, type } from '../support/keyboard';
import { enter, loaded, main, title } from '../support/visit';

let agency: Organisation;

beforeAll(async () => {
  agency = await Organisation.create();
  await agency.policies();
});

describe('without a pointer (U3)', () => {
  it('an engineer signs in, registers a model, and asks for a review', async () => {
    const owner = await agency.owner();
    const visitor = await enter(null);
    visitor.expectError(401, /\/api\/v1\/session/);
    const page = await visitor.page('/');
    await page.getByLabel('User name').waitFor();
    await type(page, page.getByLabel('User name'), owner.username);
    await type(page, page.getByLabel('Password'), owner.password);
    await page.keyboard.press('Enter');
    await title(page, 'Home').waitFor();

    // The skip link is the first stop, and passes by the menu.
    await page.reload();
    await title(page, 'Home').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');

    await page.keyboard.press('Control+K');
    await page.getByRole('combobox', { name: 'Search models, pages and actions' }).waitFor();
    await page.keyboard.type('register a mod');
    await page.getByRole('option', { name: 'Register a model', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await title(page, 'Register a model').waitFor();
    const name = unique('keyboard');
    await type(page, page.getByLabel('Name'), name);
    await type(page, page.getByLabel('Intended purpose'), 'To be registered without a pointer');
    await press(page, page.getByText('Help me classify it'));
    for (const question of [
      'Does it score people',
      'Does it decide',
      'Is it a safety',
      'Does it use personal',
      'Does it talk',
    ]) {
      const group = page.getByRole('radiogroup', { name: question });
      await tabTo(page, group.getByRole('radio').first());
      await page.keyboard.press(question === 'Does it decide' ? 'Space' : 'ArrowRight');
    }
    await press(page, page.getByRole('button', { name: 'Use this class' }));
    expect(await page.getByLabel('Risk class').inputValue()).toBe('high');
    await press(page, page.getByRole('button', { name: 'Register' }));
    await title(page, name).waitFor();
    await agency.version(Number(page.url().split('/').at(-1)), '1.0', { auc: 0.9 });

    const ask = page.getByRole('button', { name: 'Request review' }).first();
    await ask.waitFor();
    await press(page, ask);
    const note = page.getByRole('dialog').getByLabel('Note to the reviewer');
    await expect.poll(() => note.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type('By keyboard');
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Request review' }));
    await page.getByRole('status').filter({ hasText: 'Under review.' }).waitFor();
  });

  it('an officer reviews and approves out of the inbox', async () => {
    const model = await agency.model({ risk_level: 'high' });
    await agency.version(model.id, '1.0', { auc: 0.9 });
    await agency.submit(model.id);
    const visitor = await enter(await agency.officer());
    const page = await visitor.page('/approvals');
    await page.getByRole('button', { name: model.name }).waitFor();
    await loaded(page);
    await press(page, page.getByRole('button', { name: model.name }));
    const sheet = page.getByRole('dialog').filter({ hasText: `Review of ${model.name}` });
    await sheet.getByRole('button', { name: 'Record a review' }).waitFor();
    await press(page, sheet.getByRole('button', { name: 'Record a review' }));
    const review = page.getByRole('dialog').filter({ hasText: 'Notes' });
    const notes = review.getByLabel('Notes');
    await expect.poll(() => notes.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type('Found in order');
    await press(page, review.getByRole('button', { name: 'Record it and go on to approve' }));
    const approval = page.getByRole('dialog').filter({ hasText: 'Approval notes' });
    await approval.waitFor();
    await type(page, approval.getByLabel('Approval notes'), 'Good enough');
    await press(page, approval.getByRole('button', { name: 'Approve' }));
    await page.getByRole('status').filter({ hasText: 'Approved.' }).waitFor();
  });

  it('an auditor goes through the trail by single keys, and comes back to where she was', async () => {
    await agency.model();
    const visitor = await enter(await agency.auditor());
    const page = await visitor.page('/');
    await title(page, 'Home').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await title(page, 'Audit trail').waitFor();
    await loaded(page);
    await page.keyboard.press('/');
    await page.keyboard.type('type:Model');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=type/);
    await loaded(page);
    const first = main(page).locator('tbody [data-row-name]').first();
    await tabTo(page, first);
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('As recorded').waitFor();
    await tabTo(page, sheet.getByRole('group', { name: 'As recorded' }));
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await expect.poll(() => first.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox', { name: 'Search models, pages and actions' }).waitFor();
    await focusWithin(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => first.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Keyboard map').waitFor();
    await focusWithin(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(visitor.writes()).toEqual([]);
  });

  it('an administrator creates a user and a token', async () => {
    const visitor = await enter(await agency.admin());
    const page = await visitor.page('/users');
    await loaded(page);
    await press(page, page.getByRole('button', { name: 'Create a user' }));
    const sheet = page.getByRole('dialog');
    const name = unique('keys');
    await expect
      .poll(() => sheet.getByLabel('User name').evaluate((one) => one === document.activeElement))
      .toBe(true);
    await page.keyboard.type(name);
    await type(page, sheet.getByLabel('E-mail'), `${name}@example.org`);
    await type(page, sheet.getByLabel('First password'), 'a first password');
    await press(page, sheet.getByRole('button', { name: 'Create' }));
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: name }).waitFor();
    await page.goto('/tokens');
    await loaded(page);
    await press(page, page.getByRole('button', { name: 'Create a token' }));
    await expect
      .poll(() => sheet.getByLabel('Name').evaluate((one) => one === document.activeElement))
      .toBe(true);
    await page.keyboard.type(unique('token'));
    await page.keyboard.press('Enter');
    // It comes when the hub has answered, over the form; who goes on in that meanwhile is covered by it.
    const secret = page.getByRole('dialog', { name: 'Copy the token now' });
    await expect.poll(() => secret.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    await press(page, secret.getByRole('button', { name: 'I have copied it' }));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
