import { useTranslation } from 'react-i18next';
import { useIncomplete } from '@/api/completeness';
import classes from './page.module.css';

/** Says that lists and figures lack something, for as long as the hub says so; in print too. */
export function StaleBand() {
  const { t } = useTranslation();
  const incomplete = useIncomplete();
  if (!incomplete) {
    return null;
  }
  return (
    <div className={classes.band} aria-label={t('app.incomplete.label')} role="status">
      <p>
        <strong>{t('app.incomplete.label')}.</strong>{' '}
        {incomplete.entities > 0
          ? t('app.incomplete.damaged', { count: incomplete.entities })
          : t('app.incomplete.behind')}
      </p>
    </div>
  );
}
