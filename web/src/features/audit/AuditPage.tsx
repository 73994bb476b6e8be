import '@/locales/audit';
import { Button, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { page } from '@/api/client';
import { useOrganizationName } from '@/api/me';
import { pathKey, usePage } from '@/api/queries';
import type { AuditEntry } from '@/api/types';
import { useQuery } from '@tanstack/react-query';
import { CopyText } from '@/components/CopyText';
import { DataTable, News, Pager } from '@/components/DataTable';
import { eventName } from '@/components/EventRef';
import { ExportMenu } from '@/components/ExportMenu';
import { Definitions, Empty, Page, Placeholders, Section } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { SavedViews } from '@/components/SavedViews';
import { Sheet } from '@/components/Sheet';
import { Time } from '@/components/Time';
import { useNews } from '@/live/live';
import { formatNumber } from '@/lib/format';
import { useScope } from '@/lib/scope';
import { useUrlState } from '@/lib/useUrlState';
import classes from './audit.module.css';
import { Changes, Subject } from './EventList';
import { effectOf, verbOf } from './events';
import { Histogram } from './Histogram';
import { parseTokens, withToken } from './tokens';

export function AuditPage() {
  const { t } = useTranslation();
  const { search, change } = useUrlState();
  const inAddress = search.get('q') ?? '';
  const [typed, setTyped] = useState(inAddress);
  useEffect(() => setTyped(inAddress), [inAddress]);
  const { filter, unknown } = parseTokens(inAddress);
  const { org } = useScope();
  const query = { ...filter, organization_id: org };
  const events = usePage<AuditEntry>('/audit-logs', { ...query, limit: 50, cursor: search.get('cursor') });
  const news = useNews(events.data?.position, (event) => org === null || event.organization_id === org);
  const opened = /^\d+$/.test(search.get('event') ?? '') ? Number(search.get('event')) : null;
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={
        <>
          <SavedViews page="audit" />
          <ExportMenu path="/audit-logs" query={query} name="audit-trail" />
        </>
      }
    >
      <search aria-label={t('app.filter.label')} className="no-print">
        <form
          style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'flex-end' }}
          onSubmit={(event) => {
            event.preventDefault();
            change({ q: typed.trim() });
          }}
        >
          <TextInput
            style={{ flex: '1 1 320px' }}
            label={t('audit.filter')}
            description={t('audit.filterHint')}
            error={unknown.length > 0 ? t('audit.unknownToken', { tokens: unknown.join(' ') }) : undefined}
            leftSection={<IconFilter size={16} stroke={1.5} aria-hidden="true" />}
            classNames={{ input: 'mono' }}
            data-filter
            spellCheck={false}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <DayInput label={t('app.filter.from')} name="from" text={inAddress} set={(q) => change({ q })} />
          <DayInput label={t('app.filter.to')} name="to" text={inAddress} set={(q) => change({ q })} />
          <Button type="submit">{t('audit.apply')}</Button>
          {inAddress && (
            <Button variant="subtle" onClick={() => change({ q: null })}>
              {t('app.filter.clear')}
            </Button>
          )}
        </form>
      </search>
      <Histogram
        query={query}
        zoom={(from, to) => change({ q: withToken(withToken(inAddress, 'from', from), 'to', to) })}
      />
      <News count={news} show={() => void events.refetch()} />
      <DataTable
        caption={t('audit.caption')}
        name={{
          header: t('audit.number'),
          text: (event) => eventName(event.id),
          open: (event) => change({ event: String(event.id) }, { keepPlace: true }),
        }}
        columns={[
          {
            key: 'time',
            header: t('audit.time'),
            nowrap: true,
            render: (event) => <Time value={event.timestamp} />,
          },
          { key: 'actor', header: t('audit.actor'), render: (event) => event.actor },
          {
            key: 'what',
            header: t('audit.what'),
            render: (event) => (
              <>
                {verbOf(t, event.action)} <span className="dimmed">{effectOf(t, event)}</span>
              </>
            ),
          },
          {
            key: 'subject',
            header: t('audit.subject'),
            render: (event) => <Subject event={event} />,
          },
        ]}
        rows={events.data?.items}
        rowKey={(event) => event.id}
        problem={events.error}
        retry={() => void events.refetch()}
        fetching={events.isFetching}
        empty={
          <Empty title={t('audit.empty')}>
            <p>{t('audit.emptyText')}</p>
          </Empty>
        }
      />
      <Pager page={events.data} onCursor={(cursor) => change({ cursor }, { keepPlace: true })} />
      {opened !== null && (
        <EventSheet
          position={opened}
          known={events.data?.items.find((one) => one.id === opened)}
          close={() => change({ event: null }, { keepPlace: true })}
        />
      )}
    </Page>
  );
}

function DayInput({
  label,
  name,
  text,
  set,
}: {
  label: string;
  name: 'from' | 'to';
  text: string;
  set: (text: string) => void;
}) {
  const day = parseTokens(text).filter[name]?.slice(0, 10) ?? '';
  return (
    <TextInput
      type="date"
      label={label}
      value={day}
      onChange={(event) => set(withToken(text, name, event.currentTarget.value))}
    />
  );
}

/** One event: what happened in words, what it changed, and the record itself. */
function EventSheet({
  position,
  known,
  close,
}: {
  position: number;
  known: AuditEntry | undefined;
  close: () => void;
}) {
  const { t } = useTranslation();
  const organizationName = useOrganizationName();
  const { change } = useUrlState();
  const { org } = useScope();
  // By itself, since a link may lead to one outside of the scope: of the platform, say.
  const found = useQuery({
    queryKey: [...pathKey('/audit-logs'), 'one', position],
    queryFn: async ({ signal }) =>
      (
        await page<AuditEntry>('/audit-logs', { after: Math.max(0, position - 1), limit: 1 }, signal)
      ).items.find((one) => one.id === position) ?? null,
    enabled: known === undefined,
  });
  // Others' events are between one's own, so that the next number is often nobody's to see.
  const around = useQuery({
    queryKey: [...pathKey('/audit-logs'), 'around', org, position],
    queryFn: async ({ signal }) => {
      const one = { organization_id: org, limit: 1 };
      const [previous, next] = await Promise.all([
        position > 1 && page<AuditEntry>('/audit-logs', { ...one, before: position }, signal),
        page<AuditEntry>('/audit-logs', { ...one, after: position }, signal),
      ]);
      return { previous: previous && previous.items[0]?.id, next: next.items[0]?.id };
    },
  });
  const event = known ?? found.data;
  const steps = (
    <div style={{ display: 'flex', gap: 8 }}>
      {(['previous', 'next'] as const).map((step) => {
        const target = around.data?.[step];
        return (
          <Button
            key={step}
            size="xs"
            disabled={!target}
            onClick={() => change({ event: String(target) }, { replace: true, keepPlace: true })}
          >
            {t(`audit.sheet.${step}`)}
          </Button>
        );
      })}
    </div>
  );
  return (
    <Sheet
      opened
      onClose={close}
      size={640}
      title={t('audit.sheet.title', { ref: `#${formatNumber(position)}` })}
    >
      {found.error && <ProblemNote problem={found.error} retry={() => void found.refetch()} />}
      {event === undefined && !found.error && <Placeholders rows={4} />}
      {event === null && (
        <>
          <p>{t('audit.sheet.notFound')}</p>
          {steps}
        </>
      )}
      {event && (
        <div style={{ display: 'grid', gap: 24 }}>
          <Section title={t('audit.sheet.summary')} id="event-summary" level={3}>
            <p>
              <strong>{event.actor}</strong> {verbOf(t, event.action)} {effectOf(t, event)}
            </p>
            <Changes event={event} />
            <Definitions
              rows={[
                { key: 'subject', term: t('audit.subject'), value: <Subject event={event} /> },
                {
                  key: 'time',
                  term: t('audit.sheet.time'),
                  value: <Time value={event.timestamp} relative />,
                },
                {
                  key: 'organization',
                  term: t('audit.sheet.organization'),
                  value:
                    event.organization_id === null
                      ? t('audit.sheet.platform')
                      : (organizationName(event.organization_id) ?? `#${event.organization_id}`),
                },
                ...(event.correlation_id
                  ? [
                      {
                        key: 'correlation',
                        term: t('audit.sheet.correlation'),
                        value: <CopyText text={event.correlation_id} label={t('audit.sheet.correlation')} />,
                      },
                    ]
                  : []),
                ...(event.demo
                  ? [{ key: 'demo', term: t('audit.sheet.origin'), value: t('audit.sheet.madeUp') }]
                  : []),
              ]}
            />
          </Section>
          {steps}
          <Section title={t('audit.sheet.raw')} id="event-raw" level={3}>
            {/* Long records scroll, and the keyboard has to reach them. */}
            <div className={classes.rawBox} role="group" aria-label={t('audit.sheet.raw')} tabIndex={0}>
              <pre className={classes.raw}>{JSON.stringify(event, null, 2)}</pre>
            </div>
          </Section>
        </div>
      )}
    </Sheet>
  );
}
