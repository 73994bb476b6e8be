// What Maven calls: installs and builds if something has changed since the last time; with the argument "test", checks and tests what was built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const inputs = ['package.json', 'package-lock.json', 'index.html', 'public', 'src', 'vite.config.ts'].concat(
  readdirSync('.').filter((name) => /^tsconfig.*\.json$/.test(name)),
);
const stamp = 'target/built-from';

function npm(...args) {
  const { status, error } = spawnSync('npm', args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`npm ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.`);
    process.exit(1);
  }
}

/** Compares what npm has noted of its last installation with what the lock file asks for; needs no network. */
function isInstalled() {
  const noted = 'node_modules/.package-lock.json';
  if (!existsSync(noted)) {
    return false;
  }
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  return (
    Object.keys(installed).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, one]) =>
      path in installed ? installed[path].integrity === one.integrity : path === '' || one.optional,
    )
  );
}

function addTo(hash, path) {
  if (statSync(path).isDirectory()) {
    readdirSync(path)
      .sort()
      .forEach((name) => addTo(hash, join(path, name)));
  } else {
    hash.update(`${path}\0`).update(createHash('sha256').update(readFileSync(path)).digest());
  }
}

function hashOfInputs() {
  const hash = createHash('sha256');
  [...inputs].sort().forEach((path) => addTo(hash, path));
  return hash.digest('hex');
}

if (process.argv[2] === 'test') {
  npm('run', '--silent', 'check');
  npm('run', '--silent', 'budgets');
} else {
  if (!isInstalled()) {
    // No package's own script is needed, so none is run.
    npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
  }
  const hash = hashOfInputs();
  if (!existsSync('dist/index.html') || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
    npm('run', '--silent', 'build', '--', '--logLevel', 'warn');
    // Names have hashes in them: what Maven has copied before would stay beside the new ones.
    rmSync('target/classes/static', { recursive: true, force: true });
    mkdirSync('target', { recursive: true });
    writeFileSync(stamp, hash);
  }
}
