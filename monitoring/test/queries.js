// Asks a Prometheus that scrapes a hub everything that panels and rules ask, while the hub is worked with, and compares what it says of the
// hub with what the hub's API says. No query may be without a value: a panel that stays empty and an alert that never fires look like peace.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { HUB_URL, PROMETHEUS_URL, ADMIN_PASSWORD_FILE, WALK } = process.env;
const dashboards = join(dirname(fileURLToPath(import.meta.url)), '../grafana/dashboards');
const failures = [];

/** Says what has passed, unless something has not. */
function passed(what) {
  if (failures.length === 0) {
    console.log(what);
  }
}

async function prometheus(path, parameters = {}) {
  const answer = await fetch(`${PROMETHEUS_URL}/api/v1/${path}`, { method: 'POST', body: new URLSearchParams(parameters) });
  const body = await answer.json();
  if (body.status !== 'success') {
    throw new Error(`${body.error}`);
  }
  return body.data;
}

async function get(path) {
  const answer = await fetch(`${PROMETHEUS_URL}/api/v1/${path}`);
  return (await answer.json()).data;
}

/** Returns the values that a query has now; of a range, those at its end. */
async function values(query, isRange) {
  const now = Date.now() / 1000;
  const { resultType, result } = isRange
    ? await prometheus('query_range', { query, start: now - 20, end: now, step: 5 })
    : await prometheus('query', { query, time: now });
  if (resultType === 'scalar') {
    return [Number(result[1])];
  }
  return result.map((series) => Number((isRange ? series.values.at(-1) : series.value)[1]));
}

async function mustHaveValues(query, isRange, what) {
  try {
    const found = await values(query, isRange);
    if (found.length === 0) {
      failures.push(`${what} is empty: ${query}`);
    } else if (!found.every(Number.isFinite)) {
      failures.push(`${what} is no number (${found}): ${query}`);
    }
    return found.length;
  } catch (error) {
    failures.push(`${what}: ${error.message}: ${query}`);
    return 0;
  }
}

async function eventually(seconds, what, condition) {
  const end = Date.now() + seconds * 1000;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > end) {
      throw new Error(`${what} did not come within ${seconds} s`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * Takes an alert's expression apart into what it compares, since the whole has a value only when it fires: the sides of every comparison at
 * its top, and what must be absent.
 */
export function compared(expression) {
  const absent = /^absent\((.*)\)$/s.exec(expression);
  if (absent) {
    return [absent[1]];
  }
  const parts = [''];
  let depth = 0;
  for (let i = 0; i < expression.length; i++) {
    const operator = depth === 0 && /^( and | or | unless |==|!=|>=|<=|>|<)/.exec(expression.slice(i));
    if (expression[i] === '"') {
      const end = expression.indexOf('"', i + 1);
      parts.push(parts.pop() + expression.slice(i, end + 1));
      i = end;
    } else if (operator) {
      parts.push('');
      i += operator[0].length - 1;
    } else {
      depth += '({['.includes(expression[i]) ? 1 : ')}]'.includes(expression[i]) ? -1 : 0;
      parts.push(parts.pop() + expression[i]);
    }
  }
  return parts.map((part) => part.trim()).filter((part) => !/^[\d.]+$/.test(part));
}

// --- The hub is worked with: the walk, again and again ----------------------------------------------------------------------------

let working = true;
async function walk() {
  const walked = spawn(WALK, { env: { ...process.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  walked.stdout.on('data', (data) => (output += data));
  walked.stderr.on('data', (data) => (output += data));
  const code = await new Promise((resolve) => walked.on('close', resolve));
  if (code !== 0) {
    throw new Error(`the walk failed: ${output}`);
  }
}
const work = (async () => {
  while (working) {
    await walk();
  }
})();
work.catch((error) => {
  console.error(`FAILED: ${error.message}`);
  process.exit(1);
});

// --- Scraped, and ruled over ------------------------------------------------------------------------------------------------------

await eventually(60, 'a scrape of every job', async () => {
  const up = await prometheus('query', { query: 'up' });
  const jobs = up.result.filter((series) => series.value[1] === '1').map((series) => series.metric.job);
  return ['certificate', 'hub', 'hub-by-token'].every((job) => jobs.includes(job));
});
await eventually(60, 'a history of fifteen scrapes', async () => {
  return (await values('count_over_time(hub_commands_total{type="record_review",outcome="accepted"}[1m])')).some((count) => count >= 15);
});

const { groups } = await get('rules');
let rules = 0;
let parts = 0;
for (const rule of groups.flatMap((group) => group.rules)) {
  const what = `The rule ${rule.name}`;
  rules++;
  if (rule.health !== 'ok') {
    failures.push(`${what} is ${rule.health}: ${rule.lastError}`);
  }
  if (rule.type === 'alerting') {
    for (const part of compared(rule.query)) {
      parts++;
      await mustHaveValues(part, false, what);
    }
    // Walk upon walk is the surge of violations that its rule is for.
    if (rule.state === 'firing' && rule.name !== 'ViolationsSurge') {
      failures.push(`${what} fires, of a hub that is well: ${rule.alerts[0]?.annotations.summary}`);
    }
  } else {
    await mustHaveValues(rule.query, false, what);
    await mustHaveValues(rule.name, false, what);
  }
}
passed(`Queries: ${rules} rules have a value, alerts in all ${parts} parts that they compare; no other fires than may.`);

let queries = 0;
let series = 0;
for (const file of readdirSync(dashboards)) {
  const board = JSON.parse(readFileSync(join(dashboards, file), 'utf8'));
  for (const panel of board.panels) {
    for (const target of panel.targets ?? []) {
      // As Grafana does it, with "All" chosen; it makes the interval four scrapes wide.
      const query = target.expr.replaceAll('$instance', '.*').replaceAll('$__rate_interval', '4s');
      if (query.includes('$')) {
        failures.push(`${board.title}, ${panel.title}: a variable that this test does not know: ${query}`);
      }
      queries++;
      series += await mustHaveValues(query, target.range, `${board.title}, ${panel.title} (${target.refId})`);
    }
  }
  for (const variable of board.templating.list.filter((candidate) => candidate.type === 'query')) {
    const [, selector, label] = /^label_values\((.*), (\w+)\)$/.exec(variable.query.query);
    const found = await prometheus('query', { query: selector });
    if (!found.result.length || !found.result.every((one) => one.metric[label])) {
      failures.push(`${board.title}: nothing to choose for ${variable.name}`);
    }
  }
}
passed(`Queries: ${queries} of panels have a value, ${series} series in all.`);

// --- And what it says is true -----------------------------------------------------------------------------------------------------

working = false;
await work;
const signedIn = await fetch(`${HUB_URL}/api/v1/auth/token`, {
  method: 'POST',
  body: new URLSearchParams({ username: 'admin', password: readFileSync(ADMIN_PASSWORD_FILE, 'utf8').trim() }),
});
const headers = { Authorization: `Bearer ${(await signedIn.json()).access_token}` };
const hub = async (path) => fetch(`${HUB_URL}/api/v1${path}`, { headers });
const total = async (path) => Number((await hub(path)).headers.get('X-Total-Count'));

const stats = await (await hub('/dashboard/stats')).json();
const models = await total('/models?limit=1');
const byStatus = async (status) => total(`/models?limit=1&compliance_status=${status}`);
const [approved, retired, inReview] = [await byStatus('approved'), await byStatus('retired'), await byStatus('under_review')];
const high = await total('/models?limit=1&risk_level=high');
const truth = {
  'max(ai_governance_models_total)': models,
  'sum(max by (risk_level) (ai_governance_models_by_risk))': models,
  'sum(max by (status) (ai_governance_models_by_status))': models,
  'sum(max by (risk_level, status) (ai_governance_models_by_risk_and_status))': models,
  'max(ai_governance_models_by_risk{risk_level="high"})': high,
  'sum(max by (status) (ai_governance_models_by_risk_and_status{risk_level="high"}))': high,
  'max(ai_governance_models_by_status{status="under_review"})': inReview,
  'max(ai_governance_models_by_status{status="approved"})': approved,
  'hub:models_approved:ratio': approved / (models - retired),
  'max(ai_governance_violations_total)': await total('/policies/violations?limit=1&outcome=blocked'),
  'max(ai_governance_audit_logs_total)': Number((await hub('/models?limit=1')).headers.get('Hub-Position')),
  'hub:projection_lag_seconds:max': 0,
  'max(hub_dead_letters)': 0,
  'max(hub_events_pending)': 0,
  'count(hub_health == 0) or vector(0)': 0,
};
if (stats.total_models !== undefined) {
  truth['max(ai_governance_models_total) + 0'] = stats.total_models;
}
for (const [query, expected] of Object.entries(truth)) {
  try {
    // A scrape or two later Prometheus knows.
    await eventually(10, query, async () => Math.abs((await values(query))[0] - expected) < 1e-6);
  } catch {
    failures.push(`${query} is ${await values(query)}, and the hub says ${expected}`);
  }
}
const [days] = await values('min((probe_ssl_earliest_cert_expiry{job="certificate"} - time()) / 86400)');
if (!(days > 59 && days < 60.1)) {
  failures.push(`The certificate expires in ${days} days, not in 60`);
}
passed(`Queries: ${Object.keys(truth).length + 1} values are what the hub and the certificate say: ${models} models, ${high} of high risk.`);

failures.forEach((failure) => console.error(`FAILED: ${failure}`));
process.exit(failures.length ? 1 : 0);
