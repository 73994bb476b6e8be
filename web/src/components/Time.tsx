import { useTranslation } from 'react-i18next';
import { formatDate, formatRelative, formatTime } from '@/lib/format';
import { useZone } from '@/lib/useZone';
import classes from './marks.module.css';

/** A time: absolute and with its zone; how long ago only beside it. */
export function Time({
  value,
  relative = false,
  date = false,
}: {
  value: string;
  relative?: boolean;
  date?: boolean;
}) {
  const zone = useZone();
  return (
    <>
      <time dateTime={value} title={value}>
        {date ? formatDate(value, zone) : formatTime(value, zone)}
      </time>
      {relative && <span className="dimmed"> ({formatRelative(value)})</span>}
    </>
  );
}

/** A value that was not given says so, rather than leaving a hole. */
export function Missing() {
  const { t } = useTranslation();
  return <span className={classes.none}>{t('app.value.none')}</span>;
}
