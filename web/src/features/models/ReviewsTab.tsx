import '@/locales/models';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe, useUserName } from '@/api/me';
import type { Problem } from '@/api/problem';
import type { AuditEntry, Model, ModelAction } from '@/api/types';
import { DataTable } from '@/components/DataTable';
import { Definitions, Empty, Placeholders, Section } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { EventList } from '@/features/audit/EventList';
import { Time } from '@/components/Time';
import { useReviews, type Move } from './data';

export function ReviewsTab({
  model,
  trail,
  moves,
  problem,
  start,
}: {
  model: Model;
  trail: AuditEntry[] | undefined;
  moves: Move[] | undefined;
  problem: Problem | null;
  start: (action: ModelAction) => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const reviews = useReviews(model.id);
  const userName = useUserName();
  // The trail knows the names of those who acted, whatever one may list.
  const actors = new Map(
    trail?.flatMap((event) => (event.actor_id ? [[event.actor_id, event.actor] as const] : [])),
  );
  const nameOf = (id: number | null) =>
    id === null ? null : (actors.get(id) ?? userName(id) ?? t('app.value.unknownUser', { id }));
  return (
    <>
      <Section title={t('models.reviews.approval')} id="approval">
        {model.compliance_status === 'approved' ? (
          <Definitions
            rows={[
              { key: 'by', term: t('field.approved_by_user_id'), value: nameOf(model.approved_by_user_id) },
              {
                key: 'at',
                term: t('field.approved_at'),
                value: model.approved_at && <Time value={model.approved_at} relative />,
              },
              { key: 'notes', term: t('field.approval_notes'), value: model.approval_notes },
            ]}
          />
        ) : (
          <p className="dimmed">{t('models.reviews.notApproved')}</p>
        )}
      </Section>
      <Section
        title={t('models.reviews.caption')}
        id="reviews"
        actions={
          model.allowed_actions.includes('review') && (
            <Button variant="filled" onClick={() => start('review')}>
              {t('models.reviews.record')}
            </Button>
          )
        }
      >
        {model.submitted_by === me.id && model.allowed_actions.includes('review') && (
          <p className="dimmed">{t('models.reviews.own')}</p>
        )}
        <DataTable
          caption={t('models.reviews.caption')}
          name={{ header: t('models.reviews.outcome'), text: (one) => t(`reviewOutcome.${one.outcome}`) }}
          columns={[
            {
              key: 'by',
              header: t('models.reviews.by'),
              render: (one) => nameOf(one.user_id),
            },
            { key: 'notes', header: t('models.reviews.notes'), render: (one) => one.notes },
            {
              key: 'at',
              header: t('models.reviews.at'),
              render: (one) => <Time value={one.created_at} />,
              nowrap: true,
            },
          ]}
          rows={reviews.data && [...reviews.data.items].reverse()}
          rowKey={(one) => one.id}
          problem={reviews.error}
          retry={() => void reviews.refetch()}
          fetching={reviews.isFetching}
          empty={
            <Empty title={t('models.reviews.empty')}>
              <p>{t('models.reviews.emptyText')}</p>
            </Empty>
          }
        />
      </Section>
      <Section title={t('models.reviews.decisions')} id="decisions">
        {problem && <ProblemNote problem={problem} />}
        {!moves && !problem && <Placeholders rows={4} />}
        {moves?.length === 0 && <p className="dimmed">{t('models.reviews.noDecisions')}</p>}
        {moves && moves.length > 0 && <EventList events={moves.map((move) => move.event)} open />}
      </Section>
    </>
  );
}
