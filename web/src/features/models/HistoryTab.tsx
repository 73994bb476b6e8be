import '@/locales/models';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { page } from '@/api/client';
import { pathKey } from '@/api/queries';
import type { AuditEntry, Model } from '@/api/types';
import { Empty, Placeholders } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { EventList } from '@/features/audit/EventList';
import { categories, categoryOf } from '@/features/audit/events';
import chart from '@/components/charts/chart.module.css';
import { oneOf, useUrlState } from '@/lib/useUrlState';

/** Every event of a model, newest first, with what it changed. */
export function HistoryTab({ model }: { model: Model }) {
  const { t } = useTranslation();
  const { search, change } = useUrlState();
  const category = oneOf(categories, search.get('category'));
  const history = useInfiniteQuery({
    queryKey: [...pathKey('/audit-logs'), 'history', model.id],
    queryFn: ({ pageParam, signal }) =>
      page<AuditEntry>(
        '/audit-logs',
        { entity_type: 'Model', entity_id: model.id, limit: 100, cursor: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const events = history.data?.pages.flatMap((one) => one.items);
  const shown = events?.filter((event) => category === null || categoryOf(event.action) === category);
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 16 }}>
      <div>
        <span className={chart.toggle} role="group" aria-label={t('app.filter.label')}>
          {([null, ...categories] as const).map((one) => (
            <button
              key={one ?? 'all'}
              type="button"
              aria-pressed={one === category}
              onClick={() => change({ category: one })}
            >
              {t(`models.history.category.${one ?? 'all'}`)}
            </button>
          ))}
        </span>
      </div>
      {history.error && <ProblemNote problem={history.error} retry={() => void history.refetch()} />}
      {!shown && !history.error && <Placeholders rows={8} />}
      {shown?.length === 0 && <Empty title={t('models.history.empty')} />}
      {shown && shown.length > 0 && <EventList events={shown} open />}
      {history.hasNextPage ? (
        <div>
          <Button onClick={() => void history.fetchNextPage()} loading={history.isFetchingNextPage}>
            {t('models.history.older')}
          </Button>
        </div>
      ) : (
        shown && <p className="small dimmed">{t('models.history.end')}</p>
      )}
    </div>
  );
}
