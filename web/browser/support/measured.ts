import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { results } from './environment';

/** The times of this run, for benchmarks/ui. */
export const file = join(results, 'times.json');

/** The value that so much of the others are not above. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;
}

export interface Times {
  count: number;
  p50_ms: number;
  p95_ms: number;
  max_ms: number;
}

export function times(values: number[]): Times {
  const round = (value: number) => Math.round(value);
  return {
    count: values.length,
    p50_ms: round(percentile(values, 0.5)),
    p95_ms: round(percentile(values, 0.95)),
    max_ms: round(Math.max(...values)),
  };
}

/** Writes down what was measured, beside what this run has measured before, and says it. */
export function note(what: string, value: object): void {
  mkdirSync(results, { recursive: true });
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
  const machine = {
    processors: `${cpus().length} x ${cpus()[0]?.model}`,
    memory_gib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  };
  writeFileSync(file, `${JSON.stringify({ ...before, machine, [what]: value }, null, 2)}\n`);
  console.log(`${what}: ${JSON.stringify(value)}`);
}
