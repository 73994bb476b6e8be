import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address, type QueryValue } from '@/api/client';
import { hear, isIncomplete } from '@/api/completeness';
import { Problem } from '@/api/problem';
import { ProblemNote } from './ProblemNote';

const formats = {
  csv: { type: 'text/csv', label: 'app.table.exportCsv' },
  ndjson: { type: 'application/x-ndjson', label: 'app.table.exportNdjson' },
} as const;

/** Downloads the whole list of a filter, not only the page that is shown. */
export function ExportMenu({
  path,
  query,
  name,
}: {
  path: string;
  query: Record<string, QueryValue>;
  name: string;
}) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState(false);

  async function download(format: keyof typeof formats) {
    setPending(true);
    setProblem(null);
    try {
      const response = await fetch(address(path, query), { headers: { Accept: formats[format].type } });
      if (!response.ok) {
        throw new Problem(response.status, (await response.json()) as object, response.headers);
      }
      hear(path, response.headers);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = `${name}${isIncomplete(response.headers) ? '-incomplete' : ''}.${format}`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.network(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            leftSection={<IconDownload size={18} stroke={1.5} aria-hidden="true" />}
            loading={pending}
            className="no-print"
          >
            {t('app.table.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(formats) as (keyof typeof formats)[]).map((format) => (
            <Menu.Item key={format} onClick={() => void download(format)}>
              {t(formats[format].label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
