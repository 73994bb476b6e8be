import '@/locales/models';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { address } from '@/api/client';
import type { Model } from '@/api/types';
import { ExportMenu } from '@/components/ExportMenu';
import { Section } from '@/components/Page';
import listClasses from '@/features/audit/audit.module.css';

/** Downloads that the hub offers; one that it does not offer yet says so. */
export function DocumentsTab({ model }: { model: Model }) {
  const { t } = useTranslation();
  const report = address(`/reports/models/${model.id}/compliance-report`);
  const offered = useQuery({
    queryKey: ['reports', model.id],
    queryFn: async ({ signal }) => (await fetch(report, { method: 'HEAD', signal })).ok,
    staleTime: 300_000,
  });
  return (
    <Section title={t('models.page.tab.documents')} id="documents">
      <ul className={listClasses.list}>
        <li className={listClasses.row}>
          <div>
            <strong>{t('models.documents.report')}</strong>
            <p className="dimmed">
              {offered.data === false ? t('models.documents.unavailable') : t('models.documents.reportText')}
            </p>
          </div>
          {offered.data && (
            <a href={report} download>
              {t('models.documents.download')}
            </a>
          )}
        </li>
        <li className={listClasses.row}>
          <div>
            <strong>{t('models.documents.model')}</strong>
          </div>
          <a href={address(`/models/${model.id}`)} download={`model-${model.id}.json`}>
            {t('models.documents.download')}
          </a>
        </li>
        <li className={listClasses.row}>
          <div>
            <strong>{t('models.documents.history')}</strong>
          </div>
          <ExportMenu
            path="/audit-logs"
            query={{ entity_type: 'Model', entity_id: model.id }}
            name={`model-${model.id}-history`}
          />
        </li>
      </ul>
    </Section>
  );
}
