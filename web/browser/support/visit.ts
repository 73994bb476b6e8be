/*
 * Opens windows for people, counts what they click, and holds every page to what holds for all of them: no error on the console, no
 * exception, no call to another host. What a test expects to fail, it says.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
  type Request,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { countActivations } from './clicks';
import { hub, results } from './environment';

/** Who signs in. */
export interface Account {
  username: string;
  password: string;
}

let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser.close());

afterEach(async ({ task }) => {
  const gone = visitors.splice(0);
  const complaints = gone.flatMap((visitor) => visitor.complaints());
  const failed = task.result?.state === 'fail' || complaints.length > 0;
  const folder = join(results, task.name.replaceAll(/[^\w]+/g, '-').slice(0, 80));
  for (const [index, visitor] of gone.entries()) {
    if (failed) {
      mkdirSync(folder, { recursive: true });
      await visitor.keep(folder, index);
    }
    await visitor.context.close();
  }
  if (complaints.length > 0) {
    throw new Error(`The browser has complained:\n${complaints.join('\n')}`);
  }
});

export interface Expected {
  /** Of the line on the console. */
  text: RegExp;
  /** Of the address that it is about. */
  url: RegExp;
}

const seldom = 15_000;

/** A person at a browser: a context of its own, with one page to begin with. */
export class Visitor {
  private readonly said: { text: string; url: string }[] = [];
  private readonly wrong: string[] = [];
  private readonly expected: Expected[] = [];
  private activations = 0;
  /** Every call to the API, in order. */
  readonly calls: { method: string; path: string }[] = [];

  private constructor(
    readonly context: BrowserContext,
    private readonly origin: string,
    private readonly traced: boolean,
  ) {}

  static async enter(
    person: Account | null,
    options: BrowserContextOptions,
    { traced }: { traced: boolean },
  ): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: hub,
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...options,
    });
    context.setDefaultTimeout(seldom);
    if (traced) {
      await context.tracing.start({ snapshots: true, screenshots: false });
    }
    const visitor = new Visitor(context, new URL(options.baseURL ?? hub).origin, traced);
    visitors.push(visitor);
    context.on('console', (message) => {
      if (message.type() === 'error') {
        visitor.said.push({ text: message.text(), url: message.location().url });
      }
    });
    context.on('weberror', (error) => visitor.wrong.push(String(error.error())));
    context.on('request', (request) => visitor.asked(request));
    await countActivations(context, (by) => (visitor.activations += by));
    if (person) {
      await visitor.signIn(person);
    }
    return visitor;
  }

  /** Ends the session behind the back of the pages, as its expiry does. */
  async endSession(): Promise<void> {
    const { csrf_token } = (await (await this.context.request.get('/api/v1/session')).json()) as {
      csrf_token: string;
    };
    const answer = await this.context.request.delete('/api/v1/session', {
      headers: { 'X-CSRF-Token': csrf_token },
    });
    if (!answer.ok()) {
      throw new Error(`The session did not end: ${answer.status()}`);
    }
  }

  /** Opens the session that the cookie of this browser then stands for; the form of it has a test of its own. */
  private async signIn({ username, password }: Account): Promise<void> {
    const answer = await this.context.request.post('/api/v1/session', { data: { username, password } });
    if (!answer.ok()) {
      throw new Error(`${username} could not sign in: ${answer.status()} ${await answer.text()}`);
    }
  }

  private asked(request: Request): void {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== this.origin) {
      this.wrong.push(`asked another host: ${request.url()}`);
    }
    if (url.pathname.startsWith('/api/')) {
      this.calls.push({ method: request.method(), path: url.pathname + url.search });
    }
  }

  /** The calls that could have changed something. */
  writes(): string[] {
    return this.calls
      .filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method))
      .map(({ method, path }) => `${method} ${path}`);
  }

  async page(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(path);
    return page;
  }

  /** The browser writes a line by itself for every answer that is no success: a test that wants one says which. It has to come. */
  expectError(status: number, url: RegExp): void {
    this.expected.push({ text: new RegExp(`status of ${status} `), url });
  }

  /** For what is not about a status. */
  expectComplaint(text: RegExp, url = /.*/): void {
    this.expected.push({ text, url });
  }

  /** How many clicks since this was last asked, by the rule of the goals. */
  clicks(): number {
    const count = this.activations;
    this.activations = 0;
    return count;
  }

  complaints(): string[] {
    const matches = (one: Expected, line: { text: string; url: string }) =>
      one.text.test(line.text) && one.url.test(line.url);
    return [
      ...this.wrong,
      ...this.said
        .filter((line) => !this.expected.some((one) => matches(one, line)))
        .map((line) => `${line.text} (${line.url})`),
      ...this.expected
        .filter((one) => !this.said.some((line) => matches(one, line)))
        .map((one) => `expected, and did not come: ${one.text} ${one.url}`),
    ];
  }

  async keep(folder: string, index: number): Promise<void> {
    for (const [number, page] of this.context.pages().entries()) {
      // A page that cannot be drawn any more has its trace.
      await page
        .screenshot({ path: join(folder, `window-${index}-${number}.png`), timeout: 5_000 })
        .catch(() => undefined);
    }
    if (this.traced) {
      await this.context.tracing.stop({ path: join(folder, `trace-${index}.zip`) });
    }
  }
}

/** @param traced whether a failure leaves a trace; where a test only looks at many pages, writing one takes longer than the looking */
export const enter = (
  person: Account | null,
  options: BrowserContextOptions = {},
  { traced = true }: { traced?: boolean } = {},
) => Visitor.enter(person, options, { traced });

/** The page's own heading: there when the page is. */
export const title = (page: Page, name?: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name });

/** Waits until a page has what it shows: its heading, and nothing that still loads. */
export async function loaded(page: Page): Promise<void> {
  await title(page).first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('[role="status"][aria-label="Loading"], [aria-busy="true"]') === null &&
      document.fonts.status === 'loaded',
  );
}

/** From now on the page computes as on an old telephone. */
export async function slow(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: 8 });
}

export const main = (page: Page): Locator => page.getByRole('main');
