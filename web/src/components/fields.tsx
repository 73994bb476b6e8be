import { useTranslation } from 'react-i18next';
import { useOrganizations } from '@/api/me';
import { dataClassifications, dataSensitivities } from '@/api/types';
import { ChoiceField, type Form } from './form';

/** Whose something is to be: for platform staff, who may choose. */
export function OrganizationField<T extends { organization_id: string }>({
  form,
  label,
  hint,
  required,
}: {
  form: Form<T>;
  label?: string;
  hint?: string;
  required?: boolean;
}) {
  const { t } = useTranslation();
  const organizations = useOrganizations();
  return (
    <ChoiceField
      form={form}
      name="organization_id"
      label={label ?? t('field.organization_id')}
      hint={hint}
      required={required}
      options={[
        { value: '', label: t('app.form.choose') },
        ...organizations.map((one) => ({ value: String(one.id), label: one.name })),
      ]}
    />
  );
}

/** How sensitive data is, and how it is to be handled: `data_sensitivity` and `data_classification` of a form. */
export function DataFields<T>({ form }: { form: Form<T> }) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        form={form}
        name={'data_sensitivity' as keyof T & string}
        label={t('field.data_sensitivity')}
        options={dataSensitivities.map((one) => ({ value: one, label: t(`sensitivity.${one}`) }))}
      />
      <ChoiceField
        form={form}
        name={'data_classification' as keyof T & string}
        label={t('field.data_classification')}
        options={dataClassifications.map((one) => ({ value: one, label: t(`classification.${one}`) }))}
      />
    </>
  );
}
