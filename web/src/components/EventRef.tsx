import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/lib/format';
import { AppLink } from './AppLink';
import classes from './marks.module.css';
import { Time } from './Time';

export const eventName = (position: number) => `#${formatNumber(position)}`;

/** The number of an event, leading to it in the trail. */
export function EventRef({ position }: { position: number }) {
  const { t } = useTranslation();
  const name = eventName(position);
  return (
    <AppLink
      className={classes.ref}
      to={`/audit?event=${position}`}
      aria-label={t('app.value.event', { ref: name })}
    >
      {name}
    </AppLink>
  );
}

export interface Origin {
  actor: string;
  at: string;
  position: number;
}

/** Who gave a value, when, and by which event. */
export function Provenance({ origin }: { origin: Origin | undefined }) {
  if (!origin) {
    return null;
  }
  return (
    <span className={classes.provenance}>
      {origin.actor}, <Time value={origin.at} /> <EventRef position={origin.position} />
    </span>
  );
}
