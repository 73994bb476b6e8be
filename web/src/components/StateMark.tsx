import { useTranslation } from 'react-i18next';
import type { ComplianceStatus } from '@/api/types';
import classes from './marks.module.css';

/** Ink, by fill: hollow, half, full, struck. */
export function StateGlyph({ status, size = 12 }: { status: ComplianceStatus; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      <circle
        cx={6}
        cy={6}
        r={5}
        fill={status === 'approved' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={1.5}
      />
      {status === 'under_review' && <path d="M6 1 A5 5 0 0 0 6 11 Z" fill="currentColor" />}
      {status === 'retired' && <path d="M1.5 10.5 L10.5 1.5" stroke="currentColor" strokeWidth={1.5} />}
    </svg>
  );
}

export function StateMark({ status }: { status: ComplianceStatus }) {
  const { t } = useTranslation();
  return (
    <span className={classes.state} data-state={status}>
      <StateGlyph status={status} />
      <span className={classes.word}>{t(`status.${status}`)}</span>
    </span>
  );
}
