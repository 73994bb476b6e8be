import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useUrlState } from '@/lib/useUrlState';
import { ignoredKeys } from './addressKeys';
import classes from './Shell.module.css';

/** Says which parts of the address have no meaning here. */
export function IgnoredKeys() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { search, change } = useUrlState();
  const keys = ignoredKeys(pathname, search);
  if (keys.length === 0) {
    return null;
  }
  return (
    <div className={`${classes.ignored} no-print`} role="status">
      <p>{t('app.ignored.text', { keys: keys.map((key) => key.slice(0, 40)).join(', ') })}</p>
      <Button
        size="xs"
        onClick={() =>
          change(Object.fromEntries(keys.map((key) => [key, null])), { replace: true, keepPlace: true })
        }
      >
        {t('app.ignored.remove')}
      </Button>
    </div>
  );
}
