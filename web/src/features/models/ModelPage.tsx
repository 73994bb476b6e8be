import '@/locales/models';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useOrganizationName } from '@/api/me';
import { pathKey } from '@/api/queries';
import { complianceStatuses, type Finding, type Model, type ModelAction } from '@/api/types';
import { AppLink } from '@/components/AppLink';
import { Failed } from '@/components/Failed';
import { EventRef } from '@/components/EventRef';
import { Page, Placeholders } from '@/components/Page';
import pageClasses from '@/components/page.module.css';
import { Findings, ProblemNote } from '@/components/ProblemNote';
import { RiskBadge } from '@/components/RiskBadge';
import { StateGlyph } from '@/components/StateMark';
import { Time } from '@/components/Time';
import { useLiveEvents } from '@/live/live';
import { useTitle } from '@/lib/useTitle';
import { useUrlState } from '@/lib/useUrlState';
import { originsOf, useModel, useMoves, useTrail, type Move } from './data';
import { Facts } from './Facts';
import { HistoryTab } from './HistoryTab';
import classes from './model.module.css';
import { OverviewTab } from './OverviewTab';
import { Readiness } from './Readiness';
import { ReviewsTab } from './ReviewsTab';
import { sheetActions, type Done } from './sheets/common';
import { VersionsTab } from './VersionsTab';

const Sheets = lazy(async () => ({ default: (await import('./sheets/Sheets')).Sheets }));
const DocumentsTab = lazy(async () => ({ default: (await import('./DocumentsTab')).DocumentsTab }));
const LineageTab = lazy(async () => ({ default: (await import('./LineageTab')).LineageTab }));

const tabs = ['overview', 'versions', 'reviews', 'lineage', 'history', 'documents'] as const;

export function ModelPage() {
  const { t } = useTranslation();
  const { id: idText, tab: tabText } = useParams();
  const id = Number(idText);
  const model = useModel(Number.isSafeInteger(id) ? id : 0);
  if (model.data) {
    return <Loaded key={id} model={model.data.data} etag={model.data.etag} tab={tabText} />;
  }
  if (model.error?.kind === 'not-found') {
    return (
      <Page title={t('models.page.notFoundTitle')} width="reading">
        <ProblemNote problem={model.error} />
        <p>
          <AppLink to="/models">{t('models.page.notFoundSearch')}</AppLink>
        </p>
      </Page>
    );
  }
  return model.error ? (
    <Failed title={t('models.title')} problem={model.error} retry={() => void model.refetch()} />
  ) : (
    <Placeholders rows={6} height={64} />
  );
}

interface Confirmation {
  text: string;
  position: number | null;
  warnings: Finding[];
}

function Loaded({
  model,
  etag,
  tab: tabText,
}: {
  model: Model;
  etag: string | null;
  tab: string | undefined;
}) {
  const { t } = useTranslation();
  const { search, change } = useUrlState();
  const client = useQueryClient();
  const trail = useTrail(model.id);
  const { moves, problem: movesProblem } = useMoves(model.id);
  const [done, setDone] = useState<Confirmation | null>(null);
  const tab = tabs.find((one) => one === tabText) ?? 'overview';
  const wanted = search.get('do');
  const open = sheetActions.find((one) => one === wanted && model.allowed_actions.includes(one)) ?? null;
  useTitle(model.name);

  // What others do to this model shows at once: it is one record, and nothing in it jumps.
  useLiveEvents((events) => {
    const own = events.filter((event) => event.entity_id === String(model.id));
    if (events.some((event) => event.entity_type === 'Policy')) {
      // A policy that changes may change the verdict.
      void client.invalidateQueries({ queryKey: pathKey(`/models/${model.id}/transitions`) });
    }
    if (own.some((event) => event.entity_type === 'Model' || event.entity_type === 'Report')) {
      void client.invalidateQueries({ queryKey: pathKey(`/models/${model.id}`) });
      void client.invalidateQueries({ queryKey: pathKey('/audit-logs') });
    }
  });
  useEffect(() => setDone(null), [tab]);

  const start = (action: ModelAction) => {
    setDone(null);
    change({ do: action }, { keepPlace: true });
  };
  const close = () => change({ do: null }, { replace: true, keepPlace: true });
  const finish: Done = (text, answer, next) => {
    change({ do: next ?? null }, { replace: true, keepPlace: true });
    setDone({ text, position: answer.position, warnings: answer.warnings ?? [] });
  };

  return (
    <div className={pageClasses.page}>
      <Head model={model} start={start} moves={moves} />
      {done && (
        <div className={classes.done} role="status">
          <strong>{done.text}</strong>
          {done.position !== null && <EventRef position={done.position} />}
        </div>
      )}
      {done && done.warnings.length > 0 && <Findings findings={done.warnings} tone="warn" />}
      <div className={classes.body} data-tab={tab}>
        {tab === 'overview' && <Readiness model={model} start={start} />}
        {tab === 'overview' && (
          <div className={classes.side}>
            <Facts model={model} origins={originsOf(trail.data?.items ?? [])} start={start} />
          </div>
        )}
        <div className={classes.under}>
          <nav aria-label={t('models.page.tabs')}>
            <div className={classes.tabs}>
              {tabs.map((one) => (
                <AppLink
                  key={one}
                  to={one === 'overview' ? `/models/${model.id}` : `/models/${model.id}/${one}`}
                  aria-current={one === tab ? 'page' : undefined}
                  preventScrollReset
                >
                  {t(`models.page.tab.${one}`)}
                </AppLink>
              ))}
            </div>
          </nav>
          {tab === 'overview' && <OverviewTab model={model} trail={trail} />}
          {tab === 'versions' && <VersionsTab model={model} start={start} />}
          {tab === 'reviews' && (
            <ReviewsTab
              model={model}
              trail={trail.data?.items}
              moves={moves}
              problem={movesProblem}
              start={start}
            />
          )}
          {tab === 'lineage' && (
            <Suspense fallback={<Placeholders rows={4} height={80} />}>
              <LineageTab model={model} start={start} />
            </Suspense>
          )}
          {tab === 'history' && <HistoryTab model={model} />}
          {tab === 'documents' && (
            <Suspense fallback={<Placeholders rows={4} height={80} />}>
              <DocumentsTab model={model} />
            </Suspense>
          )}
        </div>
      </div>
      <Suspense>
        {open && <Sheets action={open} model={model} etag={etag} onClose={close} onDone={finish} />}
      </Suspense>
    </div>
  );
}

function Head({
  model,
  start,
  moves,
}: {
  model: Model;
  start: (action: ModelAction) => void;
  moves: Move[] | undefined;
}) {
  const { t } = useTranslation();
  const organizationName = useOrganizationName();
  const last = moves?.find((move) => move.outcome === 'moved');
  const since = last?.event.timestamp ?? model.created_at;
  const current = complianceStatuses.indexOf(model.compliance_status);
  const secondary = model.allowed_actions.filter((action) =>
    [
      'update',
      'update_risk_profile',
      'register_version',
      'record_metric',
      'link_dataset',
      'add_dependency',
      'retire',
    ].includes(action),
  );
  const organization = organizationName(model.organization_id);
  return (
    <header className={classes.head}>
      <div className={classes.titleRow}>
        <h1 tabIndex={-1}>{model.name}</h1>
        <RiskBadge level={model.risk_level} hint />
        <div className={classes.meta}>
          {organization && <span>{organization}</span>}
          <span>{t(`environment.${model.environment}`)}</span>
          <span>{t('models.page.owner', { name: model.owner })}</span>
          {model.latest_version && <span className="mono">{model.latest_version}</span>}
        </div>
        <span className={`${classes.push} no-print`}>
          {secondary.length > 0 && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button rightSection={<IconChevronDown size={16} stroke={1.5} aria-hidden="true" />}>
                  {t('models.page.more')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {secondary.map((action) => (
                  <Menu.Item key={action} onClick={() => start(action)}>
                    {t(`action.${action}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </span>
      </div>
      <div className={classes.stateRow}>
        <ol className={classes.steps} aria-label={t('models.page.step')}>
          {complianceStatuses.map((status, index) => (
            <li
              key={status}
              className={classes.step}
              data-current={index === current}
              aria-current={index === current ? 'step' : undefined}
            >
              <StateGlyph status={status} size={14} />
              <span>{t(`status.${status}`)}</span>
            </li>
          ))}
        </ol>
        <span className={classes.since}>
          {moves && (
            <>
              {t('models.page.inState')} <Time value={since} relative />{' '}
            </>
          )}
          {last && <EventRef position={last.event.id} />}
        </span>
      </div>
      {last && last.to === 'draft' && last.reason && (
        <p className={classes.note}>{t('models.page.returned', { reason: last.reason })}</p>
      )}
      {last && last.to === 'under_review' && last.cause === 'risk_raised' && (
        <p className={classes.note}>{t('models.page.riskRaised')}</p>
      )}
    </header>
  );
}
