import { beforeAll, describe, expect, it } from 'vitest';
import { Api, Organisation, unique, type Made } from '../support/hub';
import { enter, loaded, main, title } from '../support/visit';

let agency: Organisation;

beforeAll(async () => {
  agency = await Organisation.create();
  await agency.policies();
});

describe('an engineer', () => {
  it('signs in by the form, and is where the address led', async () => {
    const owner = await agency.owner();
    const visitor = await enter(null);
    visitor.expectError(401, /\/api\/v1\/session/);
    const page = await visitor.page('/models?risk=high');
    await page.getByLabel('User name').fill(owner.username);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The user name or the password is not right').waitFor();
    await page.getByLabel('Password').fill(owner.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await title(page, 'Models').waitFor();
    expect(new URL(page.url()).search).toBe('?risk=high');
    const [cookie] = await visitor.context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      'ey',
    );

    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('User name').waitFor();
    expect(await visitor.context.cookies()).toEqual([]);
  });

  it('registers a model with two clicks and three fields (T1)', async () => {
    const visitor = await enter(await agency.owner());
    const page = await visitor.page('/models');
    await title(page, 'Models').waitFor();
    visitor.clicks();
    await page.getByRole('link', { name: 'Register a model' }).first().click();
    await title(page, 'Register a model').waitFor();
    const name = unique('fraud-scorer');
    await page.getByLabel('Name').fill(name);
    // The third one, the owner, is filled in.
    await page.getByLabel('Intended purpose').fill('Scores card payments for fraud');
    await page.getByRole('button', { name: 'Register' }).click();
    await title(page, name).waitFor();
    expect(visitor.clicks()).toBeLessThanOrEqual(2);
  });

  it('gets a class suggested, sees what blocks the approval, mends it by a pipeline, and asks for a review', async () => {
    const owner = await agency.owner();
    const visitor = await enter(owner);
    const page = await visitor.page('/models/new');
    const name = unique('credit-scorer');
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Intended purpose').fill('Decides about credit');
    await page.getByText('Help me classify it').click();
    const helper = page.getByRole('group').filter({ hasText: 'Five questions' });
    for (const [question, answer] of [
      ['Does it score people socially', 'No'],
      ['Does it decide', 'Yes'],
      ['Is it a safety component', 'No'],
      ['Does it use personal data', 'Yes'],
    ] as const) {
      await page.getByRole('radiogroup', { name: question }).getByLabel(answer).check();
    }
    await helper.getByText('Answer all five questions to get a suggestion.').waitFor();
    await page.getByRole('radiogroup', { name: 'Does it talk to people' }).getByLabel('No').check();
    await helper.getByText('it acts in an area of Annex III').waitFor();
    // It suggests, and does not decide.
    expect(await page.getByLabel('Risk class').inputValue()).toBe('unclassified');
    await page.getByRole('button', { name: 'Use this class' }).click();
    expect(await page.getByLabel('Risk class').inputValue()).toBe('high');
    await page.getByRole('button', { name: 'Register' }).click();
    await title(page, name).waitFor();

    // T3: why it cannot be approved is there without a click, and without scrolling.
    visitor.clicks();
    const readiness = page.getByRole('region', { name: 'Approval readiness' });
    await readiness.getByText('Not yet: 3 of', { exact: false }).waitFor();
    for (const policy of ['Evaluation required', 'High risk only out of review', 'Independent review']) {
      const check = readiness.getByRole('listitem').filter({ hasText: policy });
      const box = await check.boundingBox();
      expect(box, policy).not.toBeNull();
      expect(box!.y + box!.height, `${policy} is above the fold`).toBeLessThanOrEqual(800);
      expect(await check.textContent()).toMatch(/needs .*found /);
    }
    expect(visitor.clicks()).toBe(0);
    const id = Number(page.url().split('/').at(-1));

    // The pipeline has a token of its own, made by the person for whom it acts.
    const { token } = await owner.api.post<Made & { token: string }>('/tokens', {
      name: unique('ci'),
      role: 'model_owner',
    });
    const pipeline = new Api(token);
    const version = await pipeline.post('/versions', { model_id: id, version_tag: '1.0.0' });
    await pipeline.post(`/versions/${version.id}/metrics`, [{ metric_name: 'auc', value: 0.91 }]);
    // Nobody has touched the page: it follows the record by itself.
    await readiness.getByText('Not yet: 2 of', { exact: false }).waitFor();
    await page.getByRole('region', { name: 'Latest version' }).getByText('0.91').waitFor();

    await readiness
      .getByRole('listitem')
      .filter({ hasText: 'High risk only out of review' })
      .getByRole('button', { name: 'Request review' })
      .click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Note to the reviewer').fill('First version, measured');
    await sheet.getByRole('button', { name: 'Request review' }).click();
    await page.getByRole('status').filter({ hasText: 'Under review.' }).waitFor();
    await readiness.getByText('Not yet: 1 of', { exact: false }).waitFor();
    await page.locator('[aria-current="step"]', { hasText: 'Under review' }).waitFor();
  });

  it('compares versions, and only what differs', async () => {
    const model = await agency.model();
    for (const [tag, auc] of [
      ['1.0', 0.8],
      ['1.1', 0.85],
      ['1.2', 0.9],
    ] as const) {
      await agency.version(model.id, tag, { auc, drift: 0.1 });
    }
    const visitor = await enter(await agency.owner());
    const page = await visitor.page(`/models/${model.id}/versions`);
    await page.getByLabel('Select 1.0').click();
    const compare = page.getByRole('button', { name: /^Compare/ });
    expect(await compare.getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel('Select 1.2').click();
    await compare.click();
    await title(page, 'Compare versions').waitFor();
    const table = page.getByRole('table', { name: 'Comparison of versions' });
    expect(await table.getByRole('columnheader').allTextContents()).toEqual(['1.0', '1.2']);
    const auc = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'auc' }) });
    expect(await auc.getByRole('cell').allTextContents()).toEqual(['0.8', '0.9']);
    expect(await table.getByRole('rowheader', { name: 'drift' }).count()).toBe(0);
    await page.getByLabel('Only differences').click();
    await table.getByRole('rowheader', { name: 'drift' }).waitFor();
  });

  it('links a dataset, and finds the model from the side of the dataset', async () => {
    const model = await agency.model();
    const dataset = await agency.dataset({ data_sensitivity: 'pii' });
    const visitor = await enter(await agency.owner());
    const page = await visitor.page(`/models/${model.id}/lineage`);
    await main(page).getByRole('button', { name: 'Link a dataset' }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Dataset').selectOption({ label: `${dataset.name} (Personal data (PII))` });
    await sheet.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'Dataset linked.' }).waitFor();
    // The graph can be used by mouse: folded, unfolded, and opened.
    const graph = page.getByRole('group', { name: `Lineage graph of ${model.name}` });
    await graph.getByRole('button', { name: `Hide where ${model.name} comes from` }).click();
    await graph.getByRole('button', { name: dataset.name }).waitFor({ state: 'detached' });
    await graph.getByRole('button', { name: `Show where ${model.name} comes from` }).click();
    await graph.getByRole('button', { name: dataset.name }).click();
    await title(page, dataset.name).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Table' }).click();
    const link = page.getByRole('table', { name: 'Lineage' }).getByRole('link', { name: dataset.name });
    await link.click();
    await title(page, dataset.name).waitFor();
    await main(page).getByRole('link', { name: model.name }).waitFor();
    await loaded(page);
  });
});
