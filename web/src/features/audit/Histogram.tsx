import '@/locales/audit';
import { useTranslation } from 'react-i18next';
import type { QueryValue } from '@/api/client';
import { usePage } from '@/api/queries';
import type { AuditEntry } from '@/api/types';
import chart from '@/components/charts/chart.module.css';
import { Figure, NumberTable } from '@/components/charts/Figure';
import { linear } from '@/components/charts/scale';
import { Placeholder } from '@/components/Page';
import { formatDate } from '@/lib/format';

const width = 960;
const height = 96;
const day = 86_400_000;
const mostBars = 60;

export interface Bar {
  from: number;
  to: number;
  count: number;
}

/** Counts events into so many equal spans of whole days. */
export function bars(times: number[], most = mostBars): Bar[] {
  if (times.length === 0) {
    return [];
  }
  const first = Math.floor(Math.min(...times) / day) * day;
  const days = Math.floor((Math.max(...times) - first) / day) + 1;
  const span = Math.ceil(days / most) * day;
  const result: Bar[] = Array.from({ length: Math.ceil((days * day) / span) }, (_, index) => ({
    from: first + index * span,
    to: first + (index + 1) * span,
    count: 0,
  }));
  for (const time of times) {
    result[Math.floor((time - first) / span)]!.count++;
  }
  return result;
}

/** When things happened; a bar narrows the list to its days, and the date inputs do the same by keyboard. */
export function Histogram({
  query,
  zoom,
}: {
  query: Record<string, QueryValue>;
  zoom: (from: string, to: string) => void;
}) {
  const { t } = useTranslation();
  const events = usePage<AuditEntry>('/audit-logs', { ...query, limit: 500 });
  if (!events.data) {
    return events.error ? null : <Placeholder height={150} />;
  }
  const shown = bars(events.data.items.map((event) => new Date(event.timestamp).getTime()));
  if (shown.length < 2) {
    return null;
  }
  const dayText = (time: number) => new Date(time).toISOString().slice(0, 10);
  const most = Math.max(...shown.map((bar) => bar.count));
  const y = linear(0, most, 0, height - 24);
  const barWidth = width / shown.length;
  return (
    <Figure
      title={<strong>{t('audit.histogram')}</strong>}
      summary={t('audit.histogramSummary', {
        count: events.data.items.length,
        from: formatDate(new Date(shown[0]!.from).toISOString(), 'utc'),
        to: formatDate(events.data.items[0]!.timestamp, 'utc'),
      })}
      chart={
        <svg
          className={chart.svg}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('audit.histogram')}
          preserveAspectRatio="none"
        >
          {shown.map((bar, index) => (
            // The date inputs are the keyboard's way to do this.
            <g
              key={bar.from}
              onClick={() => zoom(dayText(bar.from), dayText(bar.to))}
              style={{ cursor: 'pointer' }}
            >
              <title>{t('audit.zoom', { count: bar.count, day: dayText(bar.from) })}</title>
              <rect x={index * barWidth} y={0} width={barWidth} height={height - 20} fill="transparent" />
              <rect
                x={index * barWidth + 1}
                y={height - 20 - y(bar.count)}
                width={Math.max(1, barWidth - 2)}
                height={y(bar.count)}
                fill="var(--hub-ink)"
              />
            </g>
          ))}
          <line className={chart.axis} x1={0} x2={width} y1={height - 20} y2={height - 20} />
        </svg>
      }
      table={
        <NumberTable
          head={[t('audit.day'), t('audit.events')]}
          rows={shown.filter((bar) => bar.count > 0).map((bar) => [dayText(bar.from), bar.count])}
        />
      }
    />
  );
}
