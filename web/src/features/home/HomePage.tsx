import '@/locales/pages';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useMe } from '@/api/me';
import { usePage } from '@/api/queries';
import type { AuditEntry, Model } from '@/api/types';
import { AppLink } from '@/components/AppLink';
import { Page, Placeholders, Section } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { RiskBadge } from '@/components/RiskBadge';
import { Time } from '@/components/Time';
import { EventList } from '@/features/audit/EventList';
import listClasses from '@/features/audit/audit.module.css';
import { BlockingMark, useBlocking, useRequests } from '@/features/governance/ApprovalsPage';
import { formatTime } from '@/lib/format';
import { recall, remember } from '@/lib/preferences';
import { scopeQuery, useScope } from '@/lib/scope';
import { useZone } from '@/lib/useZone';
import classes from './home.module.css';

interface Visit {
  position: number;
  at: string;
}

/** Up to where this person had read when the page was last opened. */
function useLastVisit(userId: number, position: number | null | undefined): Visit | null {
  const key = `hub-visit-${userId}`;
  const [last] = useState(() => recall<Visit>(key));
  useEffect(() => {
    if (position != null) {
      remember(key, { position, at: new Date().toISOString() });
    }
  }, [key, position]);
  return last;
}

export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const can = useCan();
  const zone = useZone();
  const scope = useScope();
  const review = usePage<Model>('/models', {
    ...scopeQuery(scope),
    compliance_status: 'under_review',
    sort: 'updated_at',
    limit: 50,
  });
  const mine = usePage<Model>(can('models:submit') ? '/models' : null, {
    ...scopeQuery(scope),
    compliance_status: 'draft',
    owner: me.username,
    sort: '-updated_at',
    limit: 10,
  });
  const changes = usePage<AuditEntry>('/audit-logs', { limit: 30 });
  const last = useLastVisit(me.id, changes.data?.position);
  const decides = can('models:decide');

  const toDecide = decides ? (review.data?.items ?? []).filter((model) => model.submitted_by !== me.id) : [];
  const waiting = (review.data?.items ?? []).filter((model) => model.submitted_by === me.id);
  const toFix = mine.data?.items ?? [];
  const requests = useRequests([...toDecide.slice(0, 10), ...waiting.slice(0, 10)]);
  const blocking = useBlocking([...toDecide.slice(0, 10), ...toFix, ...waiting.slice(0, 10)]);
  const news = (changes.data?.items ?? []).filter((event) => last === null || event.id > last.position);

  const row = (model: Model, note?: ReactNode) => (
    <li key={model.id} className={listClasses.row}>
      <div>
        <AppLink to={`/models/${model.id}`} className={classes.name}>
          {model.name}
        </AppLink>
        <div className="small dimmed">
          {t(`environment.${model.environment}`)}
          {note && <> · {note}</>}
        </div>
      </div>
      <span className={classes.marks}>
        <RiskBadge level={model.risk_level} />
        <BlockingMark count={blocking.get(model.id)} />
      </span>
    </li>
  );
  const requestNote = (model: Model) => {
    const request = requests.get(model.id);
    return request ? (
      <>
        {t('home.submittedBy', { name: request.actor })}, <Time value={request.timestamp} />
      </>
    ) : null;
  };
  return (
    <Page title={t('home.title')} lead={t('home.hello')}>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Section title={t('home.needs')} id="needs">
            {review.error && <ProblemNote problem={review.error} retry={() => void review.refetch()} />}
            {mine.error && <ProblemNote problem={mine.error} retry={() => void mine.refetch()} />}
            {!review.data && !review.error && <Placeholders rows={3} />}
            {toDecide.length > 0 && (
              <>
                <h3>{t('home.needsReview')}</h3>
                <ul className={listClasses.list}>
                  {toDecide.slice(0, 10).map((model) => row(model, requestNote(model)))}
                </ul>
                {toDecide.length > 10 && <AppLink to="/approvals">{t('app.nav.approvals')}</AppLink>}
              </>
            )}
            {toFix.length > 0 && (
              <>
                <h3>{t('home.needsFix')}</h3>
                <ul className={listClasses.list}>{toFix.map((model) => row(model))}</ul>
              </>
            )}
            {review.data && !mine.isLoading && !mine.error && toDecide.length === 0 && toFix.length === 0 && (
              <p>
                {me.role === 'auditor' ? t('home.auditorNeeds') : t('home.needsNone')}{' '}
                <AppLink to="/dashboard">{t('home.report')}</AppLink>
              </p>
            )}
          </Section>
          <Section title={t('home.waiting')} id="waiting">
            {waiting.length > 0 ? (
              <>
                <ul className={listClasses.list}>
                  {waiting.slice(0, 10).map((model) => row(model, requestNote(model)))}
                </ul>
                {waiting.length > 10 && (
                  <AppLink to="/models?status=under_review">{t('app.nav.models')}</AppLink>
                )}
              </>
            ) : (
              review.data && <p className="dimmed">{t('home.waitingNone')}</p>
            )}
          </Section>
        </div>
        <Section
          title={last ? t('home.changed') : t('home.changedFirst')}
          id="changed"
          actions={<AppLink to="/audit">{t('home.trail')}</AppLink>}
        >
          {last && (
            <p className="small dimmed">{t('home.sinceVisit', { time: formatTime(last.at, zone) })}</p>
          )}
          {changes.error && <ProblemNote problem={changes.error} retry={() => void changes.refetch()} />}
          {!changes.data && !changes.error && <Placeholders rows={6} />}
          {changes.data && news.length === 0 && <p className="dimmed">{t('home.changedNone')}</p>}
          {news.length > 0 && <EventList events={news.slice(0, 12)} subjects />}
        </Section>
      </div>
    </Page>
  );
}
