import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem, Problem } from '@/api/problem';
import type { Finding } from '@/api/types';
import { AppLink } from './AppLink';
import { CopyText } from './CopyText';
import classes from './ProblemNote.module.css';
import { VerdictGlyph } from './VerdictMark';

/** Counts down to zero. */
function useCountdown(seconds: number | null): number {
  const [left, setLeft] = useState(seconds ?? 0);
  useEffect(() => {
    setLeft(seconds ?? 0);
    if (!seconds) {
      return;
    }
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1_000);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}

/**
 * What went wrong, where it went wrong: by the kind of the problem, with what can be done about it.
 *
 * @param retry what "try again" does; without it there is no such button
 * @param existing where a duplicate's existing resource is, from its id
 */
export function ProblemNote({
  problem,
  retry,
  existing,
  children,
}: {
  problem: Problem;
  retry?: () => void;
  existing?: (id: number) => string;
  children?: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const wait = useCountdown(problem.retryAfterSeconds);
  const hint = i18n.exists(`problem.hint.${problem.kind}`)
    ? t(`problem.hint.${problem.kind as 'network'}`)
    : null;
  const title =
    problem.kind === 'other' && problem.title ? problem.title : t(`problem.title.${problem.kind}`);

  if (problem.kind === 'policy-violation') {
    return <Findings findings={problem.violations} tone="fail" />;
  }
  return (
    <div className={classes.note} role="alert">
      <span className={classes.title}>
        <IconAlertTriangle size={18} stroke={1.5} aria-hidden="true" />
        {title}
      </span>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.field + field.detail}>
              {field.field && <code>{field.field}</code>} {field.detail}
            </li>
          ))}
        </ul>
      )}
      {hint && <p className="dimmed">{hint}</p>}
      {children}
      {(retry || (problem.existingId !== null && existing)) && (
        <div className={classes.actions}>
          {retry && (
            <Button size="xs" onClick={retry} disabled={wait > 0}>
              {wait > 0 ? t('problem.retryIn', { count: wait }) : t('problem.retry')}
            </Button>
          )}
          {problem.existingId !== null && existing && (
            <AppLink to={existing(problem.existingId)}>{t('problem.openExisting')}</AppLink>
          )}
        </div>
      )}
      {problem.status >= 500 && problem.correlationId && (
        <span className="small dimmed">
          {t('problem.reference')}: <CopyText text={problem.correlationId} label={t('problem.reference')} />
        </span>
      )}
    </div>
  );
}

/** The objections of policies: an outcome, not a failure. */
export function Findings({ findings, tone }: { findings: Finding[]; tone: 'fail' | 'warn' }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className={classes.findings} data-tone={tone} role="alert" ref={box} tabIndex={-1}>
      <div className={classes.findingsHead}>
        <VerdictGlyph verdict={tone} />
        {tone === 'fail'
          ? t('problem.blocked', { count: findings.length })
          : t('problem.warned', { count: findings.length })}
      </div>
      <ul>
        {findings.map((finding) => (
          <li key={finding.policy_id} className={classes.finding}>
            <VerdictGlyph verdict={tone} />
            <div>
              <strong>
                <AppLink to={`/policies/${finding.policy_id}`}>{finding.policy_name}</AppLink>
              </strong>
              <span>{finding.reason}</span>
              {finding.required && (
                <div className={classes.pair}>
                  <span>
                    {t('problem.required')}: <b>{finding.required}</b>
                  </span>
                  <span>
                    {t('problem.actual')}: <b>{finding.actual}</b>
                  </span>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The wrong fields of a form, each leading to its field; takes the focus when it appears. */
export function ErrorSummary({ errors, idOf }: { errors: FieldProblem[]; idOf: (field: string) => string }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [errors]);
  if (errors.length === 0) {
    return null;
  }
  return (
    <div className={classes.summary} role="alert" ref={box} tabIndex={-1}>
      {/* No heading: forms are on pages and in sheets, where it would be of different levels. */}
      <p className={classes.summaryTitle}>{t('problem.summary', { count: errors.length })}</p>
      <ul>
        {errors.map((error) => (
          <li key={error.field + error.detail}>
            <a
              href={`#${idOf(error.field)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(idOf(error.field))?.focus();
              }}
            >
              {error.detail}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
