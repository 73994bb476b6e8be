import type { Page } from 'playwright-core';

declare global {
  interface Window {
    heard?: { id: number; at: number }[];
  }
}

/** Listens to the same worker that the page listens to, from now on. Its file is named by the page that has started it. */
export async function listen(page: Page): Promise<() => Promise<{ id: number; at: number }[]>> {
  const file = await page.evaluate(async () => {
    for (const one of document.querySelectorAll<HTMLScriptElement>('script[src^="/assets/"]')) {
      const found = /assets\/stream\.worker-[\w-]+\.js/.exec(await (await fetch(one.src)).text());
      if (found) {
        return `/${found[0]}`;
      }
    }
    throw new Error('no script names the worker of the stream');
  });
  await page.evaluate((worker) => {
    window.heard = [];
    const { port } = new SharedWorker(worker, { type: 'module', name: 'hub-live' });
    port.onmessage = ({ data }: MessageEvent<{ kind: string; events?: { id: number }[] }>) => {
      if (data.kind === 'events') {
        window.heard!.push(...data.events!.map(({ id }) => ({ id, at: Date.now() })));
      }
    };
    port.start();
    port.postMessage('start');
  }, file);
  return () => page.evaluate(() => window.heard!);
}
