import { useCallback, useState } from 'react';
import { address, type QueryValue } from './client';
import { hear, isIncomplete } from './completeness';
import { Problem } from './problem';

export interface Download {
  path: string;
  query?: Record<string, QueryValue>;
  type?: string;
  /** What the file is called where the hub does not say. */
  name: string;
}

/** Fetches a file and hands it to the browser's downloads, so that a refusal is told on the page and not saved as a file. */
export function useDownload() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState(false);

  const download = useCallback(async ({ path, query, type, name }: Download) => {
    setPending(true);
    setProblem(null);
    try {
      const response = await fetch(address(path, query), type ? { headers: { Accept: type } } : {});
      if (!response.ok) {
        throw new Problem(
          response.status,
          (await response.json().catch(() => ({}))) as object,
          response.headers,
        );
      }
      hear(path, response.headers);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = isIncomplete(response.headers)
        ? name.replace(/(\.\w+)$/, '-incomplete$1')
        : (named(response.headers) ?? name);
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.network(error));
    } finally {
      setPending(false);
    }
  }, []);

  return { download, pending, problem };
}

function named(headers: Headers): string | undefined {
  return /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '')?.[1];
}
