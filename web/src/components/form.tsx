import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useCallback, useId, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem, Problem } from '@/api/problem';
import { session } from '@/api/session';
import { forget, recall, remember } from '@/lib/preferences';
import classes from './form.module.css';

export interface FieldErrors {
  list: FieldProblem[];
  of: (field: string) => string | undefined;
  idOf: (field: string) => string;
}

export interface Rule {
  label: string;
  required?: boolean;
  max?: number;
  number?: boolean;
}

export type Rules<T> = { [K in keyof T]?: Rule };

export interface Form<T> {
  values: T;
  set: <K extends keyof T>(name: K, value: T[K]) => void;
  errors: FieldErrors;
  /** Checks the fields; true if the form may be sent. */
  check: () => boolean;
  restored: boolean;
  discard: () => void;
  done: () => void;
}

/**
 * The values of a form and what is wrong with them: found here before it is sent, and by the hub afterwards, in the same place.
 *
 * @param draft a name under which unsent values are kept in this browser
 */
export function useFields<T extends object>(
  initial: T,
  rules: Rules<T>,
  problem: Problem | null,
  draft?: string,
): Form<T> {
  const { t } = useTranslation();
  const base = useId();
  // Of each person their own: what one began is not for the next who signs in here.
  const [owner] = useState(() => session.get().userId);
  const place = draft && `hub-draft-${owner}-${draft}`;
  const kept = useMemo(() => (place ? recall<T>(place) : null), [place]);
  const [values, setValues] = useState<T>(kept ? { ...initial, ...kept } : initial);
  const [restored, setRestored] = useState(kept !== null);
  const [local, setLocal] = useState<FieldProblem[]>([]);

  const set = useCallback(
    <K extends keyof T>(name: K, value: T[K]) => {
      setValues((before) => {
        const next = { ...before, [name]: value };
        if (place) {
          remember(place, next);
        }
        return next;
      });
    },
    [place],
  );

  const check = () => {
    const found: FieldProblem[] = [];
    for (const [field, rule] of Object.entries(rules) as [string, Rule][]) {
      const value = (values as Record<string, unknown>)[field];
      const text = typeof value === 'string' ? value.trim() : value;
      if (rule.required && (text === '' || text === null || text === undefined)) {
        found.push({ field, detail: t('app.form.missing', { field: rule.label }) });
      } else if (rule.max && typeof value === 'string' && [...value].length > rule.max) {
        found.push({ field, detail: t('app.form.tooLong', { field: rule.label, max: rule.max }) });
      } else if (rule.number && text !== '' && !Number.isFinite(Number(text))) {
        found.push({ field, detail: t('app.form.notNumber', { field: rule.label }) });
      }
    }
    setLocal(found);
    return found.length === 0;
  };

  // The rules of the beginning: callers write them in place, and they do not change what is known of a problem that has come.
  const [labels] = useState(() =>
    Object.fromEntries(
      (Object.entries(rules) as [string, Rule][]).map(([field, { label }]) => [field, label]),
    ),
  );
  const list = useMemo(() => {
    if (local.length > 0) {
      return local;
    }
    return (problem?.fields ?? [])
      .filter((one) => one.field in labels)
      .map((one) => ({ field: one.field, detail: `${labels[one.field]}: ${one.detail}` }));
  }, [local, problem, labels]);

  const errors: FieldErrors = {
    list,
    of: (field) => list.find((one) => one.field === field)?.detail,
    idOf: (field) => `${base}-${field}`,
  };
  const done = useCallback(() => {
    if (place) {
      forget(place);
    }
  }, [place]);
  return {
    values,
    set,
    errors,
    check,
    restored,
    discard: () => {
      done();
      setValues(initial);
      setRestored(false);
    },
    done,
  };
}

function Label({ text, required }: { text: string; required?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={classes.label}>{text}</span>
      {required && <span className={classes.marker}> ({t('app.form.required')})</span>}
    </>
  );
}

interface FieldProps<T, K extends keyof T> {
  form: Form<T>;
  name: K & string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
}

export function TextField<T>({
  form,
  name,
  label,
  hint,
  required,
  type = 'text',
  autoComplete = 'off',
  focused,
  inputMode,
}: FieldProps<T, keyof T> & {
  type?: string;
  autoComplete?: string;
  focused?: boolean;
  inputMode?: 'numeric' | 'decimal';
}) {
  return (
    <TextInput
      id={form.errors.idOf(name)}
      label={<Label text={label} required={required} />}
      description={hint}
      aria-required={required}
      error={form.errors.of(name)}
      type={type}
      inputMode={inputMode}
      autoComplete={autoComplete}
      data-autofocus={focused || undefined}
      value={String(form.values[name] ?? '')}
      onChange={(event) => form.set(name, event.currentTarget.value as T[typeof name])}
    />
  );
}

export function AreaField<T>({
  form,
  name,
  label,
  hint,
  required,
  focused,
}: FieldProps<T, keyof T> & { focused?: boolean }) {
  return (
    <Textarea
      id={form.errors.idOf(name)}
      label={<Label text={label} required={required} />}
      description={hint}
      aria-required={required}
      error={form.errors.of(name)}
      data-autofocus={focused || undefined}
      value={String(form.values[name] ?? '')}
      onChange={(event) => form.set(name, event.currentTarget.value as T[typeof name])}
    />
  );
}

export function ChoiceField<T>({
  form,
  name,
  label,
  hint,
  required,
  options,
}: FieldProps<T, keyof T> & { options: { value: string; label: string }[] }) {
  return (
    <NativeSelect
      id={form.errors.idOf(name)}
      label={<Label text={label} required={required} />}
      description={hint}
      aria-required={required}
      error={form.errors.of(name)}
      data={options}
      value={String(form.values[name] ?? '')}
      onChange={(event) => form.set(name, event.currentTarget.value as T[typeof name])}
    />
  );
}

export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes.fields}>{children}</div>;
}

/** Empty text is no text. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
