import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { riskLevels, type RiskLevel } from '@/api/types';
import classes from './marks.module.css';

/** Four bars, filled by level; the shape alone tells the level. */
export function RiskGlyph({ level, size = 12 }: { level: RiskLevel; size?: number }) {
  const filled = riskLevels.indexOf(level);
  const colour = `var(--risk-${level}-solid)`;
  return (
    <svg className={classes.glyph} width={size * 1.5} height={size} viewBox="0 0 18 12" aria-hidden="true">
      {[0, 1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={bar * 4.6 + 0.5}
          y={0.5}
          width={3}
          height={11}
          fill={bar < filled ? colour : 'none'}
          stroke={colour}
          strokeWidth={1}
          strokeDasharray={level === 'unclassified' ? '1.6 1.4' : undefined}
        />
      ))}
      {level === 'unacceptable' && (
        <path d="M0 11.5 L18 0.5" stroke="var(--risk-unacceptable-tint)" strokeWidth={2.2} />
      )}
    </svg>
  );
}

/** A risk class in words, on its tint, with its glyph. */
export function RiskBadge({ level, hint = false }: { level: RiskLevel; hint?: boolean }) {
  const { t } = useTranslation();
  const badge = (
    <span
      className={classes.badge}
      data-level={level}
      style={{
        color: `var(--risk-${level}-text)`,
        background: `var(--risk-${level}-tint)`,
        borderColor: `var(--risk-${level}-solid)`,
      }}
    >
      <RiskGlyph level={level} size={10} />
      {t(`risk.${level}`)}
    </span>
  );
  return hint ? <Tooltip label={t(`riskHint.${level}`)}>{badge}</Tooltip> : badge;
}
