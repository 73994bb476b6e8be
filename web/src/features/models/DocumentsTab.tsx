import '@/locales/models';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { address, page } from '@/api/client';
import { Problem } from '@/api/problem';
import { pathKey } from '@/api/queries';
import type { AuditEntry, Model } from '@/api/types';
import { useDownload, type Download } from '@/api/useDownload';
import { ExportMenu } from '@/components/ExportMenu';
import { Section } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { EventList } from '@/features/audit/EventList';
import listClasses from '@/features/audit/audit.module.css';
import { useUrlState } from '@/lib/useUrlState';

const SHOWN = 5;

/** Downloads that the hub offers; one that it does not offer yet says so. */
export function DocumentsTab({ model }: { model: Model }) {
  const { t } = useTranslation();
  const { search } = useUrlState();
  const { download, pending, problem } = useDownload();
  const at = /^[1-9]\d{0,15}$/.exec(search.get('at') ?? '')?.[0];
  const path = `/reports/models/${model.id}/compliance-report`;
  const offered = useQuery({
    queryKey: ['reports', model.id],
    // Asking for the head is not recorded as a download.
    queryFn: async ({ signal }) => {
      const response = await fetch(address(path), { method: 'HEAD', signal });
      if (!response.ok && response.status !== 404) {
        throw new Problem(response.status, {}, response.headers);
      }
      return response.ok;
    },
    staleTime: 300_000,
  });
  const issued = useQuery({
    queryKey: [...pathKey('/audit-logs'), 'reports', model.id],
    queryFn: ({ signal }) =>
      page<AuditEntry>('/audit-logs', { entity_type: 'Report', entity_id: model.id, limit: SHOWN }, signal),
  });
  return (
    <>
      <Section title={t('models.page.tab.documents')} id="documents">
        <p className="small dimmed" role="status">
          {pending && t('models.documents.preparing')}
        </p>
        {problem && <ProblemNote problem={problem} />}
        {offered.error && <ProblemNote problem={offered.error} retry={() => void offered.refetch()} />}
        <ul className={listClasses.list}>
          <li className={`${listClasses.row} ${listClasses.wrapping}`}>
            <div>
              <strong>{t('models.documents.report')}</strong>
              <p className="dimmed">
                {offered.data === false
                  ? t('models.documents.unavailable')
                  : at
                    ? t('models.documents.reportAt', { position: at })
                    : t('models.documents.reportText')}
              </p>
            </div>
            {offered.data && (
              <span style={{ display: 'flex', gap: 16 }}>
                <DownloadLink path={path} query={{ at }} name={`model-${model.id}.pdf`} download={download}>
                  {t('models.documents.downloadPdf')}
                </DownloadLink>
                <DownloadLink
                  path={path}
                  query={{ at, format: 'json' }}
                  name={`model-${model.id}-report.json`}
                  download={download}
                >
                  {t('models.documents.downloadJson')}
                </DownloadLink>
              </span>
            )}
          </li>
          <li className={`${listClasses.row} ${listClasses.wrapping}`}>
            <div>
              <strong>{t('models.documents.model')}</strong>
              <p className="dimmed">{t('models.documents.modelText')}</p>
            </div>
            <DownloadLink path={`/models/${model.id}`} name={`model-${model.id}.json`} download={download}>
              {t('models.documents.download')}
            </DownloadLink>
          </li>
          <li className={`${listClasses.row} ${listClasses.wrapping}`}>
            <div>
              <strong>{t('models.documents.history')}</strong>
              <p className="dimmed">{t('models.documents.historyText')}</p>
            </div>
            <ExportMenu
              path="/audit-logs"
              query={{ entity_type: 'Model', entity_id: model.id }}
              name={`model-${model.id}-history`}
            />
          </li>
        </ul>
      </Section>
      {issued.error && <ProblemNote problem={issued.error} retry={() => void issued.refetch()} />}
      {issued.data && issued.data.items.length > 0 && (
        <Section title={t('models.documents.issued')} id="issued">
          <EventList events={issued.data.items} open />
        </Section>
      )}
    </>
  );
}

/** A link, so that its address can be copied; a click fetches the file, to tell where that fails. */
function DownloadLink({
  path,
  query,
  name,
  download,
  children,
}: Download & { download: (wanted: Download) => Promise<void>; children: ReactNode }) {
  return (
    <a
      href={address(path, query)}
      download={name}
      onClick={(event) => {
        event.preventDefault();
        void download({ path, query, name });
      }}
    >
      {children}
    </a>
  );
}
