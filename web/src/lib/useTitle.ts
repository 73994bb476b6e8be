import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the page in the browser's title, the most specific part first. */
export function useTitle(title: string | undefined) {
  const { t } = useTranslation();
  useEffect(() => {
    if (title) {
      document.title = `${title} · ${t('app.name')}`;
    }
  }, [title, t]);
}
