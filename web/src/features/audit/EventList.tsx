import { useTranslation } from 'react-i18next';
import type { AuditEntry, Finding } from '@/api/types';
import { EventRef } from '@/components/EventRef';
import { Time } from '@/components/Time';
import { AppLink } from '@/components/AppLink';
import classes from './audit.module.css';
import { effectOf, entityName, fieldChanges, fieldName, refusals, subjectLink, verbOf } from './events';

/** Events as sentences: who did what, with which effect. */
export function EventList({
  events,
  open = false,
  subjects = false,
}: {
  events: AuditEntry[];
  /** Shows what changed, not only that. */
  open?: boolean;
  /** Names what it happened to, where the page does not. */
  subjects?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <ol className={classes.list}>
      {events.map((event) => (
        <li key={event.id} className={classes.event} data-refused={refusals.has(event.action)}>
          <EventRef position={event.id} />
          <div>
            <div>
              <span className={classes.who}>{event.actor}</span> {verbOf(t, event.action)}{' '}
              <span className="dimmed">{effectOf(t, event)}</span>
            </div>
            <div className="small dimmed">
              {subjects && (
                <>
                  <Subject event={event} /> ·{' '}
                </>
              )}
              <Time value={event.timestamp} />
            </div>
            {open && <Changes event={event} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What an event happened to, by the name that it had then, or by kind and number. */
export function Subject({ event }: { event: AuditEntry }) {
  const { t } = useTranslation();
  const text = event.entity_name ?? `${entityName(t, event.entity_type)} ${event.entity_id}`;
  const link = subjectLink(event);
  return link ? <AppLink to={link}>{text}</AppLink> : <>{text}</>;
}

/** What an event changed, field by field, and what was said with it. */
export function Changes({ event }: { event: AuditEntry }) {
  const { t } = useTranslation();
  const changes = fieldChanges(event);
  const { reason, approval_notes: approval, notes } = event.details as Record<string, string | null>;
  const said = [reason, approval, notes].filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
  const findings = (event.details.findings ?? []) as Finding[];
  return (
    <>
      {changes.length > 0 && (
        <table className={classes.diff}>
          <tbody>
            {changes.map((change) => (
              <tr key={change.field}>
                <th scope="row">{fieldName(t, change.field)}</th>
                <td>
                  <del>{change.from ?? t('app.value.none')}</del> →{' '}
                  <ins>{change.to ?? t('app.value.none')}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {findings.length > 0 && (
        <ul className={classes.findings}>
          {findings.map((finding) => (
            <li key={finding.policy_id}>
              <AppLink to={`/policies/${finding.policy_id}`}>{finding.policy_name}</AppLink>{' '}
              <span className="dimmed">{finding.reason}</span>
            </li>
          ))}
        </ul>
      )}
      {said.map((one) => (
        <p key={one} className={classes.quote}>
          {one}
        </p>
      ))}
    </>
  );
}
