/*
 * Goes through the main thing once, in a real browser: signs in, registers a model by the form, and looks at its page. Fails if the
 * browser has complained about anything, or has asked another host. In the environment: HUB_URL, HUB_USERNAME, HUB_PASSWORD; to look at
 * it, SCREENSHOTS, a folder; and UNTRUSTED=yes for a certificate that nobody trusts.
 */
import { join } from 'node:path';
import process from 'node:process';
import { launch } from './chromium';

function given(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is missing`);
  }
  return value;
}

const hub = given('HUB_URL');
const complaints: string[] = [];
const browser = await launch();
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    ignoreHTTPSErrors: process.env.UNTRUSTED === 'yes',
  });
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    // The browser writes a line by itself for the question who is signed in when nobody is.
    const expected =
      /401/.test(message.text()) && /\/api\/v1\/(session|auth\/me)/.test(message.location().url);
    if (message.type() === 'error' && !expected) {
      complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== new URL(hub).origin) {
      complaints.push(`asked another host: ${request.url()}`);
    }
  });
  const look = async (name: string) => {
    if (process.env.SCREENSHOTS) {
      await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) });
    }
  };

  await page.goto(`${hub}/models`);
  await page.getByLabel('User name').fill(given('HUB_USERNAME'));
  await look('sign-in');
  await page.getByLabel('Password').fill(given('HUB_PASSWORD'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Models' }).waitFor();
  await look('models');

  await page.goto(`${hub}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('Nothing waits for you.').waitFor();
  await look('home');

  const name = `Smoke ${Date.now()}`;
  await page.goto(`${hub}/models/new`);
  await page.getByLabel('Name', { exact: false }).first().fill(name);
  await page.getByLabel('Intended purpose').fill('To see whether everything is joined to everything');
  await look('new-model');
  await page.getByRole('button', { name: 'Register' }).click();

  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('Draft', { exact: false }).first().waitFor();
  await page.getByRole('heading', { name: 'Approval readiness' }).waitFor();
  await look('model');

  // The same from its address alone, as somebody would open it who was sent a link.
  await page.reload();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('heading', { name: 'Approval readiness' }).waitFor();
} finally {
  await browser.close();
}
if (complaints.length > 0) {
  throw new Error(`The browser has complained:\n${complaints.join('\n')}`);
}
console.log('The main thing works in a browser.');
