import { useTranslation } from 'react-i18next';
import type { Verdict } from '@/api/types';
import classes from './marks.module.css';

/** Shape first: a tick, a filled cross, a dashed tilde. */
export function VerdictGlyph({ verdict, size = 16 }: { verdict: Verdict; size?: number }) {
  const colour = `var(--verdict-${verdict})`;
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {verdict === 'pass' && <path d="M3 8.5 L6.5 12 L13 4.5" fill="none" stroke={colour} strokeWidth={2} />}
      {verdict === 'fail' && (
        <>
          <circle cx={8} cy={8} r={7} fill={colour} />
          <path d="M5.3 5.3 L10.7 10.7 M10.7 5.3 L5.3 10.7" stroke="var(--hub-card)" strokeWidth={1.8} />
        </>
      )}
      {verdict === 'warn' && (
        <>
          <circle
            cx={8}
            cy={8}
            r={6.5}
            fill="none"
            stroke={colour}
            strokeWidth={1.4}
            strokeDasharray="2.4 1.7"
          />
          <path d="M4.6 9 Q6.3 6.4 8 8 T11.4 7" fill="none" stroke={colour} strokeWidth={1.5} />
        </>
      )}
    </svg>
  );
}

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      <VerdictGlyph verdict={verdict} />
      {t(`verdict.${verdict}`)}
    </span>
  );
}
