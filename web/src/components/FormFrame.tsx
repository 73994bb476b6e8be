import { Button } from '@mantine/core';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problem';
import type { FieldErrors } from './form';
import classes from './form.module.css';
import { ErrorSummary, Findings, ProblemNote } from './ProblemNote';

const noErrors: FieldErrors = { list: [], of: () => undefined, idOf: (field) => field };

/**
 * The frame of a form: its errors on top, its fields, and one button that does it; `also` does it and goes on to what usually follows.
 * What only asks whether to do it has no fields, and needs no `form`.
 */
export function FormFrame({
  form,
  command,
  existing,
  submit,
  onSubmit,
  onCancel,
  also,
  children,
}: {
  form?: { errors: FieldErrors };
  command: { problem: Problem | null; pending: boolean };
  existing?: (id: number) => string;
  submit: string;
  onSubmit: () => void;
  onCancel?: () => void;
  also?: { label: string; run: () => void };
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const base = useId();
  const errors = form?.errors ?? noErrors;
  const { problem, pending } = command;
  const known = problem?.kind === 'invalid-fields' || problem?.kind === 'missing-field';
  return (
    <form
      className={classes.form}
      noValidate
      aria-busy={pending}
      data-form={base}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <ErrorSummary errors={errors.list} idOf={errors.idOf} />
      {problem &&
        !(known && errors.list.length > 0) &&
        (problem.kind === 'policy-violation' ? (
          <Findings findings={problem.violations} tone="fail" />
        ) : (
          <ProblemNote problem={problem} existing={existing} />
        ))}
      {children}
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={pending}>
          {submit}
        </Button>
        {also && (
          <Button onClick={also.run} disabled={pending}>
            {also.label}
          </Button>
        )}
        {onCancel && <Button onClick={onCancel}>{t('app.form.cancel')}</Button>}
      </div>
    </form>
  );
}
