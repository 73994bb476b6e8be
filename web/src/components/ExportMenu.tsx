import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QueryValue } from '@/api/client';
import { useDownload } from '@/api/useDownload';
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
  const { download, pending, problem } = useDownload();
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
            <Menu.Item
              key={format}
              onClick={() =>
                void download({ path, query, type: formats[format].type, name: `${name}.${format}` })
              }
            >
              {t(formats[format].label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
