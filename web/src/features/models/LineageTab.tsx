import '@/locales/models';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '@/api/client';
import type { Problem } from '@/api/problem';
import { pathKey } from '@/api/queries';
import type {
  ComplianceStatus,
  Dataset,
  DataSensitivity,
  Lineage,
  Model,
  ModelAction,
  RiskLevel,
} from '@/api/types';
import chart from '@/components/charts/chart.module.css';
import { AppLink, useAppNavigate } from '@/components/AppLink';
import tableClasses from '@/components/DataTable.module.css';
import { Empty, Placeholders, Section } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { RiskBadge } from '@/components/RiskBadge';
import { oneOf, useUrlState } from '@/lib/useUrlState';
import { idOf, isModel, modelKey, visible, type NodeKey } from './lineageGraph';

const LineageGraph = lazy(() => import('./LineageGraph'));

export interface LineageNode extends Record<string, unknown> {
  key: NodeKey;
  kind: 'model' | 'dataset';
  name: string;
  isFocus: boolean;
  upOpen: boolean;
  downOpen: boolean;
  risk?: RiskLevel;
  status?: ComplianceStatus;
  sensitivity?: DataSensitivity;
}

const mostDrawn = 150;

/** A graph with a table that says the same; where there is no room for a graph, the table comes first. */
export function LineageTab({ model, start }: { model: Model; start?: (action: ModelAction) => void }) {
  const { t } = useTranslation();
  const { search, change } = useUrlState();
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const usual = narrow ? 'table' : 'graph';
  const shown = oneOf(['graph', 'table'], search.get('show')) ?? usual;
  const asTable = shown === 'table';
  const show = (next: 'graph' | 'table') => change({ show: next === usual ? null : next }, { replace: true });
  return (
    <Section
      title={t('models.lineage.title')}
      id="lineage"
      actions={
        <>
          <span className={chart.toggle} role="group" aria-label={t('models.lineage.view')}>
            <button type="button" aria-pressed={!asTable} onClick={() => show('graph')}>
              {t('models.lineage.graph')}
            </button>
            <button type="button" aria-pressed={asTable} onClick={() => show('table')}>
              {t('models.lineage.list')}
            </button>
          </span>
          {start && model.allowed_actions.includes('add_dependency') && (
            <Button onClick={() => start('add_dependency')}>{t('models.lineage.addParent')}</Button>
          )}
          {start && model.allowed_actions.includes('link_dataset') && (
            <Button onClick={() => start('link_dataset')}>{t('models.lineage.linkDataset')}</Button>
          )}
        </>
      }
    >
      <LineageView model={model} asTable={asTable} key={model.id} />
    </Section>
  );
}

/** One step up and down at first; each model unfolds both ways. */
export function LineageView({ model, asTable }: { model: Model; asTable: boolean }) {
  const { t } = useTranslation();
  const navigate = useAppNavigate();
  const [up, setUp] = useState<ReadonlySet<number>>(new Set([model.id]));
  const [down, setDown] = useState<ReadonlySet<number>>(new Set([model.id]));
  const wanted = useMemo(() => [...new Set([...up, ...down])], [up, down]);
  const lineages = useQueries({
    queries: wanted.map((id) => ({
      queryKey: [...pathKey(`/models/${id}/lineage`), 1],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await call<Lineage>('GET', `/models/${id}/lineage`, { query: { depth: 1 }, signal })).data,
    })),
    combine: useCallback(
      (answers: UseQueryResult<Lineage, Problem>[]) => ({
        known: new Map(
          wanted.flatMap((id, index) => (answers[index]?.data ? [[id, answers[index].data] as const] : [])),
        ),
        problem: answers.find((answer) => answer.error)?.error ?? null,
      }),
      [wanted],
    ),
  });
  const { known } = lineages;
  const graph = useMemo(() => visible(model.id, known, { up, down }), [model.id, known, up, down]);
  const named = useQueries({
    queries: graph.nodes.map((key) => ({
      queryKey: [...pathKey(`/${isModel(key) ? 'models' : 'datasets'}/${idOf(key)}`), 'node'],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (
          await call<Model | Dataset>('GET', `/${isModel(key) ? 'models' : 'datasets'}/${idOf(key)}`, {
            signal,
          })
        ).data,
      staleTime: 30_000,
    })),
    // Kept, so that the map changes only when an answer does.
    combine: useCallback(
      (answers: UseQueryResult<Model | Dataset, Problem>[]) =>
        new Map(graph.nodes.map((key, index) => [key, answers[index]?.data])),
      [graph],
    ),
  });
  const nodes = useMemo(
    () =>
      graph.nodes.map((key): LineageNode => {
        const data = named.get(key);
        const common = {
          key,
          name: data?.name ?? `#${idOf(key)}`,
          isFocus: key === modelKey(model.id),
          upOpen: up.has(idOf(key)),
          downOpen: down.has(idOf(key)),
        };
        return isModel(key)
          ? {
              ...common,
              kind: 'model',
              risk: (data as Model | undefined)?.risk_level,
              status: (data as Model | undefined)?.compliance_status,
            }
          : { ...common, kind: 'dataset', sensitivity: data?.data_sensitivity };
      }),
    [graph, named, up, down, model.id],
  );
  if (lineages.problem && !known.has(model.id)) {
    return <ProblemNote problem={lineages.problem} />;
  }
  if (!known.has(model.id)) {
    return <Placeholders rows={4} height={80} />;
  }
  if (graph.edges.length === 0 && up.has(model.id) && down.has(model.id)) {
    return (
      <Empty title={t('models.lineage.empty')}>
        <p>{t('models.lineage.emptyText')}</p>
      </Empty>
    );
  }
  const open = (key: NodeKey) =>
    navigate(isModel(key) ? `/models/${idOf(key)}/lineage` : `/datasets/${idOf(key)}`);
  const fold = (key: NodeKey, direction: 'up' | 'down') => {
    const set = direction === 'up' ? setUp : setDown;
    set((before) => {
      const next = new Set(before);
      if (!next.delete(idOf(key))) {
        next.add(idOf(key));
      }
      return next;
    });
  };
  const tooBig = graph.nodes.length > mostDrawn;
  if (asTable || tooBig) {
    const nameOf = (key: NodeKey) => nodes.find((one) => one.key === key);
    const cell = (key: NodeKey) => {
      const node = nameOf(key);
      return (
        <>
          <AppLink to={isModel(key) ? `/models/${idOf(key)}/lineage` : `/datasets/${idOf(key)}`}>
            {node?.name ?? key}
          </AppLink>{' '}
          <span className="small dimmed">
            {t(isModel(key) ? 'models.lineage.model' : 'models.lineage.dataset')}
          </span>{' '}
          {node?.risk && <RiskBadge level={node.risk} />}
          {node?.sensitivity && <span className="small">{t(`sensitivity.${node.sensitivity}`)}</span>}
        </>
      );
    };
    return (
      <>
        {tooBig && <p>{t('models.lineage.big')}</p>}
        <div
          className={tableClasses.region}
          role="group"
          aria-label={t('models.lineage.caption')}
          tabIndex={0}
        >
          <table className={tableClasses.table} role="table">
            <caption>{t('models.lineage.caption')}</caption>
            <thead role="rowgroup">
              <tr role="row">
                {(['from', 'relation', 'to', 'notes'] as const).map((one) => (
                  <th key={one} scope="col" role="columnheader">
                    {t(`models.lineage.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {graph.edges.map((edge) => (
                <tr key={edge.key} role="row">
                  <td role="cell" data-label={t('models.lineage.from')}>
                    <div>{cell(edge.from)}</div>
                  </td>
                  <td role="cell" data-label={t('models.lineage.relation')}>
                    {edge.relation.kind === 'dataset'
                      ? t(`datasetType.${edge.relation.type}`)
                      : t(`dependencyType.${edge.relation.type}`)}
                  </td>
                  <td role="cell" data-label={t('models.lineage.to')}>
                    <div>{cell(edge.to)}</div>
                  </td>
                  <td role="cell" data-label={t('models.lineage.notes')}>
                    {edge.notes ?? '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </>
    );
  }
  return (
    <Suspense fallback={<Placeholders rows={1} height={560} />}>
      <LineageGraph
        graph={graph}
        nodes={nodes}
        label={t('models.lineage.region', { name: model.name })}
        open={open}
        fold={fold}
      />
    </Suspense>
  );
}
