import { useTranslation } from 'react-i18next';
import { useDemonstration } from '@/api/hub';
import classes from './page.module.css';

/** Says that what the page shows is made up, where it is; in print too. */
export function DemoBand({ signingIn = false }: { signingIn?: boolean }) {
  const { t } = useTranslation();
  const demonstration = useDemonstration();
  if (!demonstration) {
    return null;
  }
  return (
    <aside className={classes.band} aria-label={t('app.demo.label')}>
      <p>
        <strong>{t('app.demo.label')}.</strong> {t('app.demo.text')}
        {signingIn && ` ${t('app.demo.accounts')}`}
      </p>
    </aside>
  );
}
