import { useCallback, useState } from 'react';
import { file, type QueryValue } from './client';
import { isIncomplete } from './completeness';
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
      const response = await file(path, query ?? {}, type);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = isIncomplete(response.headers)
        ? name.replace(/(\.\w+)$/, '-incomplete$1')
        : (named(response.headers) ?? name);
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      setProblem(Problem.of(error));
    } finally {
      setPending(false);
    }
  }, []);

  return { download, pending, problem };
}

function named(headers: Headers): string | undefined {
  return /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '')?.[1];
}
