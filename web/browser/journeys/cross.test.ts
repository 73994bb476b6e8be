import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Organisation, unique } from '../support/hub';
import { listen } from '../support/live';
import { Proxy } from '../support/proxy';
import { enter, loaded, main, title } from '../support/visit';

let agency: Organisation;
let proxy: Proxy | null = null;

beforeAll(async () => {
  agency = await Organisation.create();
});
afterEach(async () => {
  await proxy?.close();
  proxy = null;
});

describe('whoever comes second', () => {
  it('sees both changes side by side, decides, and loses nothing', async () => {
    const model = await agency.model({ description: 'As it was', sector: 'health' });
    const visitor = await enter(await agency.owner());
    visitor.expectError(412, new RegExp(`/models/${model.id}$`));
    const page = await visitor.page(`/models/${model.id}?do=update`);
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Description').fill('As I want it');
    await sheet.getByLabel('Jurisdiction').fill('EU');
    await (
      await agency.officer()
    ).api.patch(`/models/${model.id}`, {
      description: 'As the officer wants it',
      sector: 'banking',
    });
    // The page shows it at once, and the form that is being filled in stays as it is.
    await page.getByRole('region', { name: 'Facts' }).getByText('As the officer wants it').waitFor();
    expect(await sheet.getByLabel('Description').inputValue()).toBe('As I want it');
    await sheet.getByRole('button', { name: 'Save' }).click();

    await sheet.getByText('Somebody has changed this meanwhile').waitFor();
    const cells = (field: string) =>
      sheet
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: field }) })
        .getByRole('cell')
        .allTextContents();
    expect(await cells('Description')).toEqual(['As it was', 'As the officer wants it', 'As I want it']);
    expect(await cells('Jurisdiction')).toEqual(['US', 'US', 'EU']);
    expect(await cells('Sector')).toEqual(['health', 'banking', 'health']);
    await sheet.getByRole('radiogroup', { name: 'Description' }).getByLabel('Keep yours').check();
    await sheet.getByRole('button', { name: 'Save this' }).click();
    await page.getByRole('status').filter({ hasText: 'Facts changed.' }).waitFor();
    expect(await (await agency.owner()).api.get(`/models/${model.id}`)).toMatchObject({
      description: 'As I want it',
      jurisdiction: 'EU',
      sector: 'banking',
    });
  });
});

describe('a connection that breaks', () => {
  it('keeps the form, and repeats without doing it twice', async () => {
    proxy = await Proxy.open();
    const visitor = await enter(await agency.owner(), { baseURL: proxy.url });
    visitor.expectComplaint(/net::ERR_/);
    const page = await visitor.page('/models/new');
    const name = unique('over-a-bad-line');
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Intended purpose').fill('To arrive once');
    proxy.cut();
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('alert').getByText('The hub does not answer').waitFor();
    await page
      .getByRole('status')
      .getByText(/Reconnecting|Offline/)
      .waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe(name);
    proxy.mend();
    await page.getByRole('button', { name: 'Register' }).click();
    await title(page, name).waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    const found = await (await agency.owner()).api.get<unknown[]>(`/models?q=${name}`);
    expect(found).toHaveLength(1);
  });

  it('is resumed after the last event: none is lost and none comes twice, in a tab that nobody touches (P9)', async () => {
    proxy = await Proxy.open();
    const visitor = await enter(await agency.auditor(), { baseURL: proxy.url });
    const page = await visitor.page('/models');
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    const heard = await listen(page);
    const models: number[] = [];
    const register = async (count: number) => {
      for (let i = 0; i < count; i++) {
        models.push((await agency.model()).id);
      }
    };
    await register(3);
    await page.getByRole('button', { name: '3 new, show' }).waitFor();
    await expect.poll(async () => (await heard()).length).toBe(3);
    proxy.cut();
    await register(4);
    await page
      .getByRole('status')
      .getByText(/Reconnecting|Offline/)
      .waitFor();
    proxy.mend();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await register(2);
    await page.getByRole('button', { name: '9 new, show' }).waitFor();
    await expect.poll(async () => (await heard()).length).toBe(9);
    const ids = (await heard()).map(({ id }) => id);
    const recorded = await (
      await agency.auditor()
    ).api.get<{ id: number; entity_id: string }[]>(`/audit-logs?action=MODEL_REGISTERED&limit=9`);
    expect(ids).toEqual(recorded.map(({ id }) => id).reverse());
    expect(proxy.resumedAfter.at(-1)).toBe(ids[2]);
    // The list has not jumped: it changes when its reader wants it to.
    const rows = page.getByRole('table', { name: 'Models' }).locator('tbody tr');
    const before = await rows.count();
    await page.getByRole('button', { name: '9 new, show' }).click();
    await expect.poll(() => rows.count()).toBe(before + 9);
  });
});

describe('ten tabs of one browser', () => {
  it('hold one stream between them, and all of them hear of a change', async () => {
    proxy = await Proxy.open();
    const model = await agency.model();
    const visitor = await enter(await agency.owner(), { baseURL: proxy.url });
    const tabs = [];
    for (let i = 0; i < 10; i++) {
      const tab = await visitor.page(`/models/${model.id}`);
      await title(tab, model.name).waitFor();
      tabs.push(tab);
    }
    await Promise.all(
      tabs.map((tab) => tab.getByRole('status').getByText('Live', { exact: true }).waitFor()),
    );
    expect(proxy.streams()).toBe(1);
    await agency.version(model.id, 'heard-everywhere');
    await Promise.all(tabs.map((tab) => tab.getByText('heard-everywhere').first().waitFor()));
    expect(proxy.streams()).toBe(1);
    expect(proxy.resumedAfter).toHaveLength(1);
    for (const tab of tabs) {
      await tab.close();
    }
    // And none when nobody is there any more.
    await expect.poll(() => proxy!.streams()).toBe(0);
  });
});

describe('a session that ends in the middle of a form', () => {
  it('is asked for on top of the page, and then the form is sent as it was', async () => {
    const owner = await agency.owner();
    const visitor = await enter(owner);
    visitor.expectError(401, /\/api\/v1\/models$/);
    const page = await visitor.page('/models/new');
    const name = unique('patient');
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Intended purpose').fill('To be kept');
    await visitor.endSession();
    await page.getByRole('button', { name: 'Register' }).click();
    const overlay = page.getByRole('dialog');
    await overlay.getByText('Your session has ended').waitFor();
    expect(await page.locator('input[value], textarea').first().inputValue()).toBe(name);
    await page.keyboard.press('Escape');
    await overlay.getByText('Your session has ended').waitFor();
    await overlay.getByLabel('User name').fill(owner.username);
    await overlay.getByLabel('Password').fill(owner.password);
    await overlay.getByRole('button', { name: 'Sign in', exact: true }).click();
    await title(page, name).waitFor();
    expect(visitor.writes()).toEqual(['POST /api/v1/models', 'POST /api/v1/session', 'POST /api/v1/models']);
    expect(await owner.api.get<unknown[]>(`/models?q=${name}`)).toHaveLength(1);
  });
});

describe('colours', () => {
  it('are dark where the system is, and as they were chosen after that, from the first paint on', async () => {
    const visitor = await enter(await agency.owner(), { colorScheme: 'dark' });
    const page = await visitor.page('/models');
    await loaded(page);
    const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await scheme()).toBe('dark');
    const dark = await paper();
    await page.getByRole('button', { name: 'Colour scheme' }).click();
    await page.getByRole('menuitem', { name: 'Light' }).click();
    await expect.poll(scheme).toBe('light');
    expect(await paper()).not.toBe(dark);
    await page.getByRole('button', { name: 'Colour scheme' }).click();
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await page.emulateMedia({ colorScheme: 'light' });
    // Looked at before the application's own script has come.
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.route(/\/assets\/index-.*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    await expect.poll(scheme).toBe('dark');
    go();
    await loaded(page);
    expect(await scheme()).toBe('dark');
    expect(await paper()).toBe(dark);
    await main(page).getByRole('heading', { level: 1 }).waitFor();
  });
});
