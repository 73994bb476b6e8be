import { beforeAll, describe, expect, it } from 'vitest';
import { administrator } from '../support/environment';
import { Api, Organisation, unique } from '../support/hub';
import { enter, main, title } from '../support/visit';

let agency: Organisation;

beforeAll(async () => {
  agency = await Organisation.create();
});

describe('an administrator', () => {
  it('creates an organisation and its first user, who then works in an environment of it', async () => {
    const visitor = await enter(administrator);
    const page = await visitor.page('/organizations');
    await page.getByRole('button', { name: 'Create an organisation' }).click();
    const name = unique('Agency of forms');
    await page.getByRole('dialog').getByLabel('Name').fill(name);
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await title(page, name).waitFor();
    const id = Number(new URL(page.url()).pathname.split('/').at(-1));

    await page.goto(`/users?org=${id}`);
    await page.getByRole('button', { name: 'Create a user' }).click();
    const sheet = page.getByRole('dialog');
    const username = unique('r.diaz');
    await sheet.getByLabel('User name').fill(username);
    await sheet.getByLabel('E-mail').fill(`${username}@example.org`);
    await sheet.getByLabel('First password').fill('a first password');
    await sheet.getByLabel('Role').selectOption('model_owner');
    // The scope of the page is what she is put into.
    expect(await sheet.getByLabel('Organisation').inputValue()).toBe(String(id));
    await sheet.getByRole('button', { name: 'Create' }).click();
    await sheet.waitFor({ state: 'detached' });
    const row = page.getByRole('row').filter({ hasText: username });
    await row.getByText('Model owner').waitFor();

    const hers = await enter({ username, password: 'a first password' });
    const window = await hers.page('/models?env=staging');
    await window.getByRole('link', { name: 'Register a model' }).first().click();
    await title(window, 'Register a model').waitFor();
    expect(await window.getByLabel('Environment').last().inputValue()).toBe('staging');
    const model = unique('theirs');
    await window.getByLabel('Name').fill(model);
    await window.getByLabel('Intended purpose').fill('To be in staging');
    await window.getByRole('button', { name: 'Register' }).click();
    await title(window, model).waitFor();
    await window.goto('/models?env=prod');
    await window.getByText('No models yet').waitFor();
    await window.goto('/models?env=staging');
    await window.getByRole('link', { name: model }).waitFor();
  });

  it('changes a role, and the one who has it may do more at once', async () => {
    const admin = await enter(await agency.admin());
    const person = await agency.person('auditor', '-promoted');
    const theirs = await enter(person);
    const window = await theirs.page('/models');
    await title(window, 'Models').waitFor();
    expect(await window.getByRole('link', { name: 'Register a model' }).count()).toBe(0);
    const page = await admin.page('/users');
    await page.getByRole('button', { name: person.username }).click();
    await page.getByRole('dialog').getByLabel('Role').selectOption('model_owner');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await window.reload();
    await window.getByRole('link', { name: 'Register a model' }).first().waitFor();
  });

  it('moves a user to another organisation, who then sees nothing of the old one', async () => {
    const person = await agency.person('auditor', '-moved');
    const old = await agency.model();
    const target = await Organisation.create();
    const theirs = await enter(person);
    const window = await theirs.page('/models');
    await window.getByRole('link', { name: old.name }).waitFor();

    const staff = await enter(administrator);
    const page = await staff.page(`/users?org=${agency.id}`);
    await page.getByRole('button', { name: person.username }).click();
    const field = page.getByRole('dialog').getByLabel('Organisation');
    expect(await field.inputValue()).toBe(String(agency.id));
    await field.selectOption('');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.selectOption(String(target.id));
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: person.username }).waitFor({ state: 'detached' });
    await page.goto(`/users?org=${target.id}`);
    await page.getByRole('row').filter({ hasText: person.username }).waitFor();

    await window.reload();
    await window.getByText('No models yet').waitFor();

    // Who administers an organisation moves nobody out of it.
    const admin = await enter(await agency.admin());
    const stays = await agency.person('auditor', '-stays');
    const own = await admin.page('/users');
    await own.getByRole('button', { name: stays.username }).click();
    await own.getByRole('dialog').getByLabel('Role').waitFor();
    expect(await own.getByRole('dialog').getByLabel('Organisation').count()).toBe(0);
  });

  it('makes a token whose secret is shown once, works, and is revoked', async () => {
    const visitor = await enter(await agency.admin());
    const page = await visitor.page('/tokens');
    await page.getByRole('button', { name: 'Create a token' }).click();
    const name = unique('ci');
    await page.getByRole('dialog').getByLabel('Name').fill(name);
    await page.getByRole('dialog').getByLabel('Role').selectOption('auditor');
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    const shown = page.getByRole('dialog').filter({ hasText: 'Copy the token now' });
    const secret = (await shown.getByTitle(/./).first().getAttribute('title'))!;
    expect(secret.length).toBeGreaterThan(20);
    const pipeline = new Api(secret);
    expect((await pipeline.call('GET', '/models')).status).toBe(200);
    expect((await pipeline.call('POST', '/models', { name: 'x', owner: 'y' })).status).toBe(403);
    await shown.getByRole('button', { name: 'I have copied it' }).click();
    await shown.waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: name }).waitFor();
    await page.reload();
    await page.getByRole('row').filter({ hasText: name }).waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(page.url()).not.toContain(secret);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      secret,
    );

    await page.getByRole('button', { name: `Revoke ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await pipeline.call('GET', '/models')).status).toBe(401);
  });

  it('disables a user, whose open window then knows nobody', async () => {
    const person = await agency.person('model_owner', '-leaver');
    const theirs = await enter(person);
    theirs.expectError(401, /\/api\/v1\//);
    const window = await theirs.page('/models');
    await title(window, 'Models').waitFor();

    const admin = await enter(await agency.admin());
    const page = await admin.page('/users');
    await page.getByRole('button', { name: person.username }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: person.username }).getByText('Disabled').waitFor();

    const later = await agency.model();
    await window.getByLabel('State').selectOption('draft');
    await window.getByRole('dialog').getByText('Your session has ended').waitFor();
    await window.getByRole('dialog').getByLabel('User name').fill(person.username);
    await window.getByRole('dialog').getByLabel('Password').fill(person.password);
    await window.getByRole('dialog').getByRole('button', { name: 'Sign in', exact: true }).click();
    await window.getByText('The user name or the password is not right').waitFor();
    expect(await main(window).getByRole('link', { name: later.name }).count()).toBe(0);
  });
});
