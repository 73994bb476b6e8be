import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Sheet';
import { session } from '@/api/session';
import { SignInForm } from './SignInForm';

/** Asks again, on top of the page that stays: what was typed there is not lost. */
export function ExpiredSession() {
  const { t } = useTranslation();
  const client = useQueryClient();
  return (
    <Dialog title={t('app.signIn.expiredTitle')}>
      <p style={{ marginBottom: 16 }}>{t('app.signIn.expiredText')}</p>
      <SignInForm done={(same) => (same ? void client.invalidateQueries() : window.location.reload())} />
      <Button
        variant="subtle"
        mt="sm"
        onClick={() => {
          client.clear();
          session.close();
        }}
      >
        {t('app.signIn.other')}
      </Button>
    </Dialog>
  );
}
