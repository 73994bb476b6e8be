/*
 * Makes the pictures of docs/images from a running demonstration. In the environment: HUB_URL; ACCOUNTS, the file of its accounts; and IMAGES,
 * a folder, which is docs/images where it is absent.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launch } from './chromium';

const hub = process.env.HUB_URL ?? 'http://localhost:8000';
const accounts = readFileSync(process.env.ACCOUNTS ?? '../data-demo/demonstration-accounts', 'utf8');
const images = process.env.IMAGES ?? fileURLToPath(new URL('../../docs/images/', import.meta.url));
const largest = 200_000;

async function signedIn(browser: Browser, username: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const password = accounts
    .split('\n')
    .map((line) => line.split(/ +/))
    .find(([name]) => name === username)?.[1];
  if (!password) {
    throw new Error(`${username} is not among the accounts`);
  }
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme,
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${hub}/sign-in`);
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

/** WebP, which Playwright does not write by itself: a tenth of the size of a PNG of so many edges of letters. */
async function picture(page: Page, name: string) {
  await page.waitForLoadState('load');
  await page.getByText('Live', { exact: true }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > largest) {
    throw new Error(`${name} has ${bytes.length} bytes`);
  }
  writeFileSync(join(images, `${name}.webp`), bytes);
  console.log(`${name}.webp ${Math.round(bytes.length / 1000)} kB`);
}

async function open(page: Page, path: string, heading: string | RegExp) {
  await page.goto(hub + path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

async function openModel(page: Page, name: string, tab = '') {
  await open(page, `/models?q=${encodeURIComponent(name)}`, 'Models');
  const address = await page.getByRole('link', { name, exact: true }).first().getAttribute('href');
  await open(page, new URL(address!, hub).pathname + tab, name);
}

const browser = await launch();
try {
  const officer = await signedIn(browser, 'helena.brandt', 'light');
  await picture(officer, 'home');
  await open(officer, '/models', 'Models');
  await officer.getByRole('link', { name: 'Retail credit scoring', exact: true }).waitFor();
  await picture(officer, 'models');
  await openModel(officer, 'Mortgage affordability');
  await officer.getByRole('heading', { name: 'Approval readiness' }).waitFor();
  await picture(officer, 'model');
  await openModel(officer, 'Nordhaven language base', '/lineage');
  const graph = officer.getByRole('group', { name: 'Lineage graph of Nordhaven language base' });
  await graph.getByRole('button', { name: 'Nordhaven language base', exact: true }).waitFor();
  await picture(officer, 'lineage');
  const dark = await signedIn(browser, 'helena.brandt', 'dark');
  await openModel(dark, 'Card fraud detection', '/versions');
  await picture(dark, 'versions-dark');
  const platform = await signedIn(browser, 'platform.auditor', 'light');
  await open(platform, '/violations', 'Violations');
  await picture(platform, 'violations');
  await open(platform, '/dashboard', 'Dashboard');
  await picture(platform, 'dashboard');
} finally {
  await browser.close();
}
