import { useTranslation } from 'react-i18next';
import { AppLink } from '@/components/AppLink';
import { Page } from '@/components/Page';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.notFound.title')} width="reading">
      <p>{t('app.notFound.text')}</p>
      <p>
        <AppLink to="/">{t('app.notFound.home')}</AppLink>
      </p>
    </Page>
  );
}
