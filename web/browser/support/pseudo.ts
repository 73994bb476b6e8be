import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';
import { results } from './environment';

const web = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(results, 'pseudo');
const accents: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  A: 'Å',
  E: 'É',
  n: 'ñ',
  c: 'ç',
};

/** The same text in a language that nobody speaks: readable, told apart from what is not translated, and two fifths longer. */
export function pseudo(text: string): string {
  const parts = text.split(/(\{\{[^}]*\}\})/);
  const said = parts.map((part) =>
    part.startsWith('{{') ? part : part.replaceAll(/\w/g, (letter) => accents[letter] ?? letter),
  );
  const length = parts.filter((part) => !part.startsWith('{{')).join('').length;
  return `⟦${said.join('')}${'·'.repeat(Math.ceil(length * 0.4))}⟧`;
}

function translated(value: unknown): unknown {
  if (typeof value === 'string') {
    return pseudo(value);
  }
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, translated(one)]));
}

/** Builds the interface once more, with all of its texts in that language. */
export async function buildPseudo(): Promise<void> {
  await build({
    root: web,
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
    plugins: [
      {
        name: 'pseudo',
        enforce: 'pre',
        load(id) {
          return /\/locales\/en\/\w+\.json$/.test(id)
            ? JSON.stringify(translated(JSON.parse(readFileSync(id, 'utf8'))))
            : null;
        },
      },
    ],
  });
}

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Gives a browser those files in the place of the hub's own; the API stays the hub's. */
export async function usePseudo(context: BrowserContext): Promise<void> {
  await context.route(
    (url) => !/^\/(api|health|docs|problems|openapi)/.test(url.pathname),
    async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = join(folder, pathname === '/' ? 'index.html' : pathname);
      const path = extname(pathname) !== '' && existsSync(file) ? file : join(folder, 'index.html');
      await route.fulfill({ path, contentType: types[extname(path)] });
    },
  );
}
