import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Page } from '@/components/Page';

/** A defect of ours: says so, and leaves a way on. */
export function Crash() {
  const { t } = useTranslation();
  const error = useRouteError();
  console.error(error);
  return (
    <Page title={t('problem.crashTitle')} width="reading">
      <p>{t('problem.crashText')}</p>
      <div>
        <Button onClick={() => window.location.reload()}>{t('problem.reload')}</Button>
      </div>
    </Page>
  );
}
