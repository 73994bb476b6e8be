import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser, type BrowserServer, type LaunchOptions } from 'playwright-core';

const cache = fileURLToPath(new URL('../node_modules/.cache/chromium/', import.meta.url));

/** Unpacks the browser once: written under another name first, so that a half-written one is never started. */
async function binary(): Promise<string> {
  const packed = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '../../bin/chromium.br',
  );
  const version = '147.0.0';
  const target = join(cache, `chromium-${version}`);
  if (!existsSync(target)) {
    mkdirSync(cache, { recursive: true });
    const part = `${target}.${process.pid}`;
    await pipeline(
      createReadStream(packed),
      createBrotliDecompress(),
      createWriteStream(part, { mode: 0o755 }),
    );
    renameSync(part, target);
  }
  return target;
}

/** With its web security left on. */
async function options(): Promise<LaunchOptions> {
  return { executablePath: await binary(), args: ['--headless', '--no-sandbox'] };
}

/** Starts a browser of our own. */
export async function launch(): Promise<Browser> {
  return chromium.launch(await options());
}

/** Starts one for others to connect to. */
export async function serve(): Promise<BrowserServer> {
  return chromium.launchServer(await options());
}
