import '@/locales/pages';
import { useTranslation } from 'react-i18next';
import { Page, Section } from '@/components/Page';

export function AccessibilityPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('accessibility.title')} lead={t('accessibility.lead')} width="form">
      <Section title={t('accessibility.howTitle')} id="how">
        <ul style={{ listStyle: 'disc', paddingInlineStart: 20, display: 'grid', gap: 8 }}>
          {([1, 2, 3, 4, 5] as const).map((one) => (
            <li key={one}>{t(`accessibility.how${one}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('accessibility.limitsTitle')} id="limits">
        <ul style={{ listStyle: 'disc', paddingInlineStart: 20, display: 'grid', gap: 8 }}>
          <li>{t('accessibility.limits1')}</li>
          <li>{t('accessibility.limits2')}</li>
        </ul>
      </Section>
      <Section title={t('accessibility.tellTitle')} id="tell">
        <p>{t('accessibility.tell')}</p>
      </Section>
    </Page>
  );
}
