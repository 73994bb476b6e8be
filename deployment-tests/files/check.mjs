// What can be said of docker-compose.yml and the Dockerfiles without a Docker engine.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const problems = [];

function check(what, holds) {
  console.log(`${holds ? 'ok   ' : 'WRONG'} ${what}`);
  if (!holds) {
    problems.push(what);
  }
}

// --- docker-compose.yml

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true, uniqueKeys: true });
// Of the specification, as a linter packs it.
const schema = JSON.parse(readFileSync(new URL('node_modules/dclint/schemas/compose.schema.json', import.meta.url), 'utf8'));
schema.$schema = 'http://json-schema.org/draft-07/schema#'; // the address by which validators know the draft
const validate = new Ajv({ strict: false, allErrors: true, formats: { duration: true, ports: true, expose: true, subnet_ip_address: true } })
  .compile(schema);
const valid = validate(compose);
for (const { instancePath, message, params } of validate.errors ?? []) {
  console.log(`  ${instancePath} ${message} ${JSON.stringify(params)}`);
}
check('docker-compose.yml is valid by the schema of the Compose specification', valid);
// A check that accepts everything would be none.
check('the schema refuses a misspelt member', !validate({ services: { db: { image: 'postgres:18', helthcheck: {} } } }));

const services = compose.services;
check(
  'there are db, hub-command, hub-query and nginx, and by profile prometheus, blackbox and grafana',
  Object.entries(services)
    .map(([name, { profiles = [] }]) => [name, ...profiles].join(' '))
    .sort()
    .join() === 'blackbox prometheus,db,grafana grafana,hub-command,hub-query,nginx,prometheus prometheus',
);
check('both kinds of hub are of one image', services['hub-command'].image === services['hub-query'].image);
for (const name of ['hub-command', 'hub-query']) {
  const { container_name, ports, read_only, cap_drop, environment } = services[name];
  check(`${name} can be scaled: it has no name and no port of this machine`, !container_name && !ports);
  check(`${name} has a read-only root file system and no capability`, read_only === true && cap_drop.join() === 'ALL');
  check(`${name} has its role`, environment.HUB_ROLE === name.replace('hub-', ''));
  check(`${name} believes the proxy's address and no other`, environment.HUB_TRUSTED_PROXIES === services.nginx.networks.edge.ipv4_address);
}
const targets = services.nginx.ports.map((port) => Number(port.split(':').at(-1))).sort((a, b) => a - b);
check('nginx has the ports 80, 443, 3000 and 8000', targets.join() === '80,443,3000,8000');
for (const secret of ['POSTGRES_PASSWORD', 'SECRET_KEY', 'HUB_ADMIN_PASSWORD']) {
  const uses = [...text.matchAll(new RegExp(`\\$\\{${secret}(.)(.)`, 'g'))];
  check(`${secret} has no default, and its absence is an error`, uses.length > 0 && uses.every(([, a, b]) => a + b === ':?'));
}
for (const [name, service] of Object.entries(services)) {
  for (const network of Array.isArray(service.networks) ? service.networks : Object.keys(service.networks)) {
    check(`the network ${network} of ${name} is declared`, network in compose.networks);
  }
  for (const volume of service.volumes ?? []) {
    const source = volume.split(':')[0];
    if (/^[a-z]+$/.test(source)) {
      check(`the volume ${source} of ${name} is declared`, source in compose.volumes);
    }
  }
}

// --- What the entry points refuse: run as they are written, with what comes after them replaced

function refuses(service, variable, value) {
  const [shell, option, script] = services[service].entrypoint;
  const written = script.replaceAll('$$', '$').replace(/^exec .*$/m, 'exit 0');
  try {
    execFileSync(shell, [option, written], { env: { [variable]: value }, stdio: 'pipe' });
    return false;
  } catch (e) {
    return e.status === 1;
  }
}
check('db refuses the example password', refuses('db', 'POSTGRES_PASSWORD', 'change-me'));
check('db takes a password of its own', !refuses('db', 'POSTGRES_PASSWORD', 'b0b1b2'));
check('grafana refuses the example password', refuses('grafana', 'GF_SECURITY_ADMIN_PASSWORD', 'change-me'));
check('grafana refuses an empty password', refuses('grafana', 'GF_SECURITY_ADMIN_PASSWORD', ''));
check('grafana takes a password of its own', !refuses('grafana', 'GF_SECURITY_ADMIN_PASSWORD', 'b0b1b2'));

// --- Dockerfiles

const ignore = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
const admitted = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
check('.dockerignore lets in only what it names', ignore.includes('*'));
for (const path of admitted) {
  check(`${path}, which .dockerignore lets in, exists`, existsSync(join(root, path)));
}
for (const context of ['.', 'nginx']) {
  const lines = readFileSync(join(root, context, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n');
  const stages = lines.filter((line) => line.startsWith('FROM ')).map((line) => / AS (\S+)$/.exec(line)?.[1]);
  for (const line of lines.filter((line) => line.startsWith('COPY '))) {
    const words = line.split(/\s+/).slice(1);
    const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
    const sources = words.filter((word) => !word.startsWith('--')).slice(0, -1);
    if (from !== undefined) {
      check(`${context}/Dockerfile: ${from} is a stage`, stages.includes(from));
      continue;
    }
    for (const source of sources) {
      const path = normalize(source);
      check(`${context}/Dockerfile: ${source} exists`, existsSync(join(root, context, path)));
      if (context === '.' && path !== '.') {
        check(`.dockerignore lets ${source} in`, admitted.some((one) => path === one || path.startsWith(`${one}/`)));
      }
    }
  }
}
const last = readFileSync(join(root, 'Dockerfile'), 'utf8').split(/^FROM /m).at(-1);
check('the hub does not run as root', /^USER 65532:65532$/m.test(last));

if (problems.length > 0) {
  console.error(`\n${problems.length} of the checks fail.`);
  process.exit(1);
}
