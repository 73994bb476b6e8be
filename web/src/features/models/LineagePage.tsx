import '@/locales/models';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePage, useResource } from '@/api/queries';
import type { Model } from '@/api/types';
import { AppLink } from '@/components/AppLink';
import { Empty, Page } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { RiskGlyph } from '@/components/RiskBadge';
import { scopeQuery, useScope } from '@/lib/scope';
import { useDebounced } from '@/lib/useDebounced';
import { useUrlState } from '@/lib/useUrlState';
import listClasses from '@/features/audit/audit.module.css';
import { LineageTab } from './LineageTab';

/** The lineage of any model, with a picker for which. */
export function LineagePage() {
  const { t } = useTranslation();
  const scope = useScope();
  const { search } = useUrlState();
  const focus = /^\d+$/.test(search.get('focus') ?? '') ? Number(search.get('focus')) : null;
  const model = useResource<Model>(focus === null ? null : `/models/${focus}`);
  const [typed, setTyped] = useState('');
  const wanted = useDebounced(typed.trim());
  const searching = [...wanted].length >= 3;
  const found = usePage<Model>('/models', {
    ...scopeQuery(scope),
    q: searching ? wanted : null,
    sort: '-updated_at',
    limit: 10,
  });
  const nothing = found.data?.items.length === 0;
  return (
    <Page title={t('models.lineage.title')} lead={t('models.lineage.lead')}>
      <TextInput
        label={t('models.lineage.focus')}
        description={t('models.lineage.focusHint')}
        type="search"
        data-filter
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        style={{ maxWidth: 420 }}
      />
      {found.error && (searching || focus === null) && (
        <ProblemNote problem={found.error} retry={() => void found.refetch()} />
      )}
      {(searching || focus === null) && (
        <>
          {found.data && nothing ? (
            <Empty title={t(searching ? 'models.lineage.noMatch' : 'models.lineage.noModels')} />
          ) : (
            focus === null && !searching && <Empty title={t('models.lineage.pick')} />
          )}
          <ul className={listClasses.list} hidden={nothing}>
            {found.data?.items.map((one) => (
              <li key={one.id} className={listClasses.row}>
                <RiskGlyph level={one.risk_level} />
                <div>
                  <AppLink to={`/lineage?focus=${one.id}`} onClick={() => setTyped('')}>
                    {one.name}
                  </AppLink>{' '}
                  <span className="dimmed">{t(`environment.${one.environment}`)}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {model.error && <ProblemNote problem={model.error} />}
      {focus !== null && !searching && model.data && (
        <>
          <h2>
            <AppLink to={`/models/${focus}`}>{model.data.data.name}</AppLink>
          </h2>
          <LineageTab model={model.data.data} />
        </>
      )}
    </Page>
  );
}
