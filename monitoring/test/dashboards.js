// Checks the dashboards as far as that goes without Grafana: against Grafana's own types, panel by panel, by the TypeScript compiler; and
// for what types do not say: ids, data sources, and where panels lie.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../grafana/dashboards');

const modules = {
  bargauge: 'bargauge/panelcfg/x/BarGaugePanelCfg_types.gen.d.ts',
  piechart: 'piechart/panelcfg/x/PieChartPanelCfg_types.gen.d.ts',
  stat: 'stat/panelcfg/x/StatPanelCfg_types.gen.d.ts',
  'state-timeline': 'statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen.d.ts',
  table: 'table/panelcfg/x/TablePanelCfg_types.gen.d.ts',
  timeseries: 'timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen.d.ts',
};
// Those whose fields have settings of the panel's own.
const withFields = ['piechart', 'state-timeline', 'table', 'timeseries'];

const { version } = JSON.parse(readFileSync(join(here, 'node_modules/@grafana/schema/package.json'), 'utf8'));

const failures = [];
const expect = (holds, what) => holds || failures.push(what);

const source = [
  `import type * as schema from '@grafana/schema';`,
  ...Object.entries(modules).map(
    ([type, path]) => `import type * as ${name(type)} from '@grafana/schema/dist/esm/raw/composable/${path}';`,
  ),
  // Not in the package: the query of the data source for Prometheus.
  `interface PrometheusQuery extends schema.DataQuery { expr: string; legendFormat: string; instant: boolean; range: boolean;
     format: 'time_series' | 'table' | 'heatmap'; editorMode: 'code' }`,
  // In JSON the constants of an enumeration are their values, and what has a default may be missing.
  `type Json<T> = unknown extends T ? T : T extends string ? \`\${T}\` : T extends number ? number : T extends (infer E)[] ? Json<E>[]
     : T extends object ? { [K in keyof T]: Json<T[K]> } : T;`,
  `type Spared<T> = T extends object ? { [K in keyof T]?: Json<T[K]> } : never;`,
];

function name(type) {
  return type.replace(/\W/g, '_');
}

let count = 0;
function typed(type, value, what) {
  source.push(`// ${what}`, `export const v${count++}: ${type} = ${JSON.stringify(value)};`);
}

const uids = new Set();
const titles = new Set();
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
let queries = 0;
let panels = 0;
for (const file of files) {
  const board = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { panels: ofBoard, templating, annotations, ...rest } = board;
  typed('Spared<schema.Dashboard>', rest, file);
  typed('Json<NonNullable<schema.Dashboard["annotations"]>>', annotations, `${file}, annotations`);
  templating.list.forEach((variable) => typed('Spared<schema.VariableModel>', variable, `${file}, $${variable.name}`));
  expect(board.id === undefined, `${file} has an id of one Grafana`);
  expect(/^[a-z-]{1,40}$/.test(board.uid) && !uids.has(board.uid), `${file}: uid ${board.uid}`);
  expect(!titles.has(board.title), `${file}: title ${board.title}`);
  uids.add(board.uid);
  titles.add(board.title);
  const variables = new Set(templating.list.map((variable) => variable.name));
  expect(templating.list[0].type === 'datasource', `${file}: the data source can be chosen`);
  const ids = new Set();
  const cells = new Map();
  for (const panel of ofBoard) {
    const what = `${file}, panel ${panel.id} "${panel.title}"`;
    panels++;
    expect(Number.isInteger(panel.id) && !ids.has(panel.id), `${what}: its id is another's too`);
    ids.add(panel.id);
    const { x, y, w, h } = panel.gridPos;
    expect(x >= 0 && w > 0 && x + w <= 24, `${what} is wider than the dashboard`);
    for (let column = x; column < x + w; column++) {
      for (let line = y; line < y + h; line++) {
        const taken = cells.get(`${column} ${line}`);
        expect(!taken, `${what} lies over ${taken}`);
        cells.set(`${column} ${line}`, what);
      }
    }
    if (panel.type === 'row') {
      typed('Json<schema.RowPanel>', panel, what);
      continue;
    }
    const { options, fieldConfig, targets, ...ofPanel } = panel;
    typed('Spared<schema.Panel>', ofPanel, what);
    expect(panel.type in modules, `${what}: the type ${panel.type} is not checked`);
    typed(`Spared<${name(panel.type)}.Options>`, options, `${what}, options`);
    const { custom, ...defaults } = fieldConfig.defaults;
    typed('Spared<schema.FieldConfig>', defaults, `${what}, fields`);
    typed('Json<schema.FieldConfigSource["overrides"]>', fieldConfig.overrides, `${what}, overrides`);
    if (withFields.includes(panel.type) && custom) {
      typed(`Spared<${name(panel.type)}.FieldConfig>`, custom, `${what}, its own fields`);
    } else {
      expect(!custom, `${what} has settings that its type does not know`);
    }
    expect(panel.title && (panel.description !== undefined), `${what} has a title and says what it shows`);
    expect(targets.length > 0, `${what} asks nothing`);
    expect(panel.datasource.uid === '${datasource}', `${what}: its data source cannot be chosen`);
    expect(new Set(targets.map((target) => target.refId)).size === targets.length, `${what}: two queries have one name`);
    for (const target of targets) {
      queries++;
      const { datasource, ...query } = target;
      typed('Json<PrometheusQuery>', query, `${what}, query ${target.refId}`);
      expect(datasource.type === 'prometheus' && datasource.uid === '${datasource}', `${what}: data source of ${target.refId}`);
      for (const [, used] of target.expr.matchAll(/\$\{?(\w+)/g)) {
        expect(variables.has(used) || used === '__rate_interval', `${what}: there is no variable ${used}`);
      }
    }
  }
}
expect(files.length === 2, `There are ${files.length} dashboards`);

const work = mkdtempSync(join(here, 'node_modules/.dashboards-'));
try {
  writeFileSync(join(work, 'dashboards.ts'), source.join('\n'));
  const compiler = join(here, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'esnext', '--module', 'esnext', '--moduleResolution', 'bundler'];
  const done = spawnSync(process.execPath, [compiler, ...options, join(work, 'dashboards.ts')], { encoding: 'utf8' });
  if (done.status !== 0) {
    failures.push(...[...done.stdout.matchAll(/dashboards\.ts\((\d+),\d+\): (.*(?:\n {2}.*)*)/g)].map(
      ([, line, message]) => `${source.join('\n').split('\n')[line - 2]}: ${message}`,
    ));
    expect(failures.length, `the compiler ended with ${done.status}: ${done.stdout}${done.stderr}`);
  }
} finally {
  rmSync(work, { recursive: true });
}
failures.forEach((failure) => console.error(`FAILED: ${failure}`));
if (failures.length) {
  process.exit(1);
}
console.log(`${files.length} dashboards, ${panels} panels and rows, ${queries} queries are of the types that Grafana ${version} gives them.`);
