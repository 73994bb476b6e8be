import { beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../support/axe';
import { Organisation } from '../support/hub';
import { overflow, spacing } from '../support/reflow';
import { furnish, type Route } from '../support/routes';
import { enter, loaded } from '../support/visit';

let agency: Organisation;
let routes: Route[];

beforeAll(async () => {
  agency = await Organisation.create();
  routes = await furnish(agency);
});

describe('every page', () => {
  it('has nothing that axe objects to, with no rule switched off (U1; its other states are a sweep)', async () => {
    const visitor = await enter(await agency.admin(), {}, { traced: false });
    const page = await visitor.page('/settings');
    const found: Record<string, string[]> = {};
    for (const { name, path } of routes) {
      await page.goto(path);
      await loaded(page);
      const { violations } = await scan(page);
      if (violations.length > 0) {
        found[name] = violations;
      }
    }
    expect(found).toEqual({});
  }, 120_000);

  it('fits a window of 320 pixels, with the text as far apart as readers may set it (U4)', async () => {
    const visitor = await enter(await agency.admin(), { viewport: { width: 320, height: 640 } });
    const page = await visitor.page('/settings');
    const found: Record<string, string> = {};
    for (const { name, path } of routes) {
      await page.goto(path);
      await loaded(page);
      await page.addStyleTag({ content: spacing });
      const wrong = await overflow(page);
      if (wrong) {
        found[name] = wrong;
      }
    }
    expect(found).toEqual({});
  }, 120_000);
});
