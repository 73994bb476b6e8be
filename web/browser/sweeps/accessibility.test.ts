import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../support/axe';
import { administrator } from '../support/environment';
import { Organisation } from '../support/hub';
import { demonstrated, furnish, unfinished, type Route } from '../support/routes';
import { enter, loaded } from '../support/visit';

let agency: Organisation;
let empty: Organisation;
let routes: Route[];
let scans = 0;

beforeAll(async () => {
  agency = await Organisation.create();
  routes = await furnish(agency);
  empty = await Organisation.create();
});

/** Scans what a page shows now; the answer is empty where nothing is wrong. */
async function wrong(page: Page): Promise<string[]> {
  scans++;
  const { violations } = await scan(page);
  return violations;
}

async function sweep(page: Page, pages: Route[], ready: (page: Page) => Promise<void>) {
  const found: Record<string, string[]> = {};
  for (const { name, path } of pages) {
    await page.goto(path);
    await ready(page);
    const violations = await wrong(page);
    if (violations.length > 0) {
      found[name] = violations;
    }
  }
  expect(found).toEqual({});
}

describe('axe objects to nothing (U1)', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`on any page, loaded, ${colorScheme}`, async () => {
      // With a year's worth to show, if the hub has the demonstration; the platform's administrator sees all of it.
      const full = await demonstrated();
      const visitor = await enter(
        full ? administrator : await agency.admin(),
        { colorScheme },
        { traced: false },
      );
      visitor.tolerate(unfinished);
      await sweep(await visitor.page('/settings'), full ?? routes, loaded);
    });
  }

  it('on any page of an organisation that has nothing yet', async () => {
    const visitor = await enter(await empty.admin(), {}, { traced: false });
    const bare = routes.filter(({ path }) => !/\d/.test(path));
    await sweep(await visitor.page('/settings'), bare, loaded);
  });

  it('on any page whose lists the hub does not answer', async () => {
    const visitor = await enter(await agency.admin(), {}, { traced: false });
    visitor.expectError(503, /\/api\/v1\//);
    const page = await visitor.page('/settings');
    await loaded(page);
    await page.route(
      (url) =>
        url.pathname.startsWith('/api/v1/') && !/\/(session|auth\/me|events\/stream)$/.test(url.pathname),
      (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: '/problems/unavailable', title: 'Not available', status: 503 }),
        }),
    );
    const fetching = routes.filter(
      ({ path }) => !/^\/(settings|accessibility|no-such-page|models\/new|policies\/new)$/.test(path),
    );
    await sweep(page, fetching, async (one) => {
      await one.getByText('The hub is not available at present').first().waitFor();
    });
  });

  it('on any sheet', async () => {
    const model = routes.find(({ name }) => name === 'model')!.path;
    const policy = routes.find(({ name }) => name === 'policy')!.path;
    const dataset = routes.find(({ name }) => name === 'dataset')!.path;
    const { api } = await agency.admin();
    const [event] = await api.get<{ id: number }[]>(
      '/audit-logs?action=COMPLIANCE_STATUS_CHANGE_BLOCKED&limit=1',
    );
    const [user] = await api.get<{ id: number }[]>('/users?limit=1');
    const token = await api.post('/tokens', { name: 'of the sweep', role: 'auditor' });
    const draft = await agency.model({ name: 'Still a draft' });
    const dialogs = [
      ...[
        'update',
        'update_risk_profile',
        'register_version',
        'record_metric',
        'link_dataset',
        'add_dependency',
        'review',
        'approve',
        'return_to_draft',
        'retire',
      ].map((action) => `${model}?do=${action}`),
      `/models/${draft.id}?do=submit_for_review`,
      `/models/${draft.id}?do=record_metric`,
      `/approvals?model=${model.split('/').at(-1)}`,
      `${policy}?do=edit`,
      `${policy}?do=toggle`,
      `/audit?event=${event!.id}`,
      '/datasets?do=new',
      `${dataset}?do=edit`,
      '/users?do=new',
      `/users?user=${user!.id}`,
      '/tokens?do=new',
      `/tokens?token=${token.id}`,
      `/organizations/${agency.id}?do=edit`,
    ];
    const visitor = await enter(await agency.admin(), {}, { traced: false });
    const page = await visitor.page('/settings');
    await sweep(
      page,
      dialogs.map((path) => ({ name: path, path })),
      async (one) => {
        await one.getByRole('dialog').getByRole('heading').first().waitFor();
        await loaded(one);
      },
    );
  });
});

afterAll(() => console.log(`${scans} scans by axe, no rule switched off.`));
