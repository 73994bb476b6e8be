import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One browser and one hub for all of them: they run one after another but where it says so, and a failure is a failure, never tried again. */
const common = {
  environment: 'node' as const,
  globalSetup: [here('./support/start.ts')],
  setupFiles: [here('./support/visit.ts')],
  fileParallelism: false,
  maxWorkers: 1,
  isolate: false,
  retry: 0,
  // As patient as the browser's own waits.
  expect: { poll: { timeout: 15_000 } },
};

const patient = { testTimeout: 300_000, hookTimeout: 300_000 };

/** By their names, so that what one leaves on the hub is there for the same others every time. */
class ByName extends BaseSequencer {
  async sort(files: TestSpecification[]) {
    return files.sort((one, other) => one.moduleId.localeCompare(other.moduleId));
  }
}

export default defineConfig({
  root: here('.'),
  cacheDir: here('../node_modules/.cache/browser'),
  test: {
    sequence: { sequencer: ByName },
    // Each test as it ends, with its time: some take long.
    reporters: ['verbose'],
    projects: [
      {
        test: {
          ...common,
          name: 'journeys',
          include: [here('./journeys/*.test.ts')],
          testTimeout: 45_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...common,
          ...patient,
          name: 'sweeps',
          include: [here('./sweeps/*.test.ts')],
          exclude: [here('./sweeps/scale.test.ts')],
          // What only looks has two windows: one alone keeps half of two cores busy.
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...common,
          ...patient,
          name: 'scale',
          include: [here('./sweeps/scale.test.ts')],
          // It takes times, so it is alone.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
