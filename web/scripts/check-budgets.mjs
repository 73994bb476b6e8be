// Holds the built files to their budgets: what every page loads first, what a page adds, styles, fonts, and where it all comes from.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const kB = 1000;
const budgets = { initial: 220 * kB, route: 60 * kB, graph: 110 * kB, css: 45 * kB, fonts: 115 * kB };
const gzipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

/** A module's file and those that it cannot do without. */
function closure(key, seen = new Set()) {
  if (!seen.has(key)) {
    seen.add(key);
    (manifest[key].imports ?? []).forEach((one) => closure(one, seen));
  }
  return seen;
}

const failures = [];
function hold(what, size, limit) {
  const line = `${what}: ${(size / kB).toFixed(1)} kB of ${limit / kB} kB`;
  console.log(size > limit ? `TOO BIG  ${line}` : `         ${line}`);
  if (size > limit) {
    failures.push(line);
  }
}

const shell = closure('index.html');
const initialFiles = [...shell].map((key) => manifest[key].file);
hold(
  'initial JavaScript, gzipped',
  initialFiles.map(gzipped).reduce((sum, one) => sum + one, 0),
  budgets.initial,
);

for (const [key, chunk] of Object.entries(manifest)) {
  if (chunk.isDynamicEntry && key.startsWith('src/')) {
    const own = [...closure(key)].filter((one) => !shell.has(one)).map((one) => manifest[one].file);
    const size = own.map(gzipped).reduce((sum, one) => sum + one, 0);
    hold(key, size, key.includes('LineageGraph') ? budgets.graph : budgets.route);
  }
}

const assets = readdirSync(join(dist, 'assets'));
const total = (files, size) => files.map(size).reduce((sum, one) => sum + one, 0);
hold(
  'CSS, gzipped',
  total(
    assets.filter((one) => one.endsWith('.css')),
    (one) => gzipped(`assets/${one}`),
  ),
  budgets.css,
);
hold(
  'fonts for Latin',
  total(
    assets.filter((one) => /-latin-(?!ext).*\.woff2$/.test(one)),
    (one) => readFileSync(join(dist, 'assets', one)).length,
  ),
  budgets.fonts,
);

// Nothing may be fetched from elsewhere: neither a page nor a style sheet names another host.
for (const file of [
  'index.html',
  ...assets.filter((one) => one.endsWith('.css')).map((one) => `assets/${one}`),
]) {
  if (/(?:src|href|url|@import)[=("'\s]+https?:/i.test(readFileSync(join(dist, file), 'utf8'))) {
    failures.push(`${file} fetches from another host`);
  }
}
if (/<script(?![^>]*\bsrc=)|\son\w+=/i.test(readFileSync(join(dist, 'index.html'), 'utf8'))) {
  failures.push('index.html has an inline script, which the content security policy forbids');
}

if (failures.length > 0) {
  console.error(`\n${failures.join('\n')}`);
  process.exit(1);
}
