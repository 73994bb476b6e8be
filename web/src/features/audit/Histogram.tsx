import '@/locales/audit';
import { useTranslation } from 'react-i18next';
import type { QueryValue } from '@/api/client';
import { useResource } from '@/api/queries';
import type { AuditBucket, AuditHistogram } from '@/api/types';
import chart from '@/components/charts/chart.module.css';
import { Figure, NumberTable } from '@/components/charts/Figure';
import { linear } from '@/components/charts/scale';
import { Placeholder } from '@/components/Page';
import { formatDate, formatNumber } from '@/lib/format';

const width = 960;
const height = 80;

/** Where a bucket ends, as the filter wants it: a day as such, an hour as an instant. */
export function endOf(start: string, bucket: AuditBucket): string {
  const time = new Date(start);
  switch (bucket) {
    case 'hour':
      time.setUTCHours(time.getUTCHours() + 1);
      break;
    case 'day':
      time.setUTCDate(time.getUTCDate() + 1);
      break;
    case 'week':
      time.setUTCDate(time.getUTCDate() + 7);
      break;
    case 'month':
      time.setUTCMonth(time.getUTCMonth() + 1);
      break;
  }
  return inFilter(time.toISOString(), bucket);
}

function inFilter(time: string, bucket: AuditBucket): string {
  return bucket === 'hour' ? `${time.slice(0, 19)}Z` : time.slice(0, 10);
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
  const answer = useResource<AuditHistogram>('/audit-logs/histogram', query, { keep: true });
  const histogram = answer.data?.data;
  if (!histogram) {
    // The list says what is wrong with the filter.
    return answer.error ? null : <Placeholder height={150} />;
  }
  const { bucket, buckets: shown } = histogram;
  if (shown.length < 2 || histogram.total === 0) {
    return null;
  }
  const nameOf = (start: string) =>
    bucket === 'hour' ? `${start.slice(0, 10)} ${start.slice(11, 16)} UTC` : start.slice(0, 10);
  // The last day that the last bar counts; nothing is recorded after today.
  const last = new Date(
    Math.min(new Date(endOf(shown.at(-1)!.start, bucket)).getTime() - 1, Date.now()),
  ).toISOString();
  const most = Math.max(...shown.map((bar) => bar.count));
  const y = linear(0, most, 0, height - 4);
  const barWidth = width / shown.length;
  return (
    <Figure
      title={<strong>{t('audit.histogram')}</strong>}
      summary={t(histogram.complete ? 'audit.histogramSummary' : 'audit.histogramPart', {
        count: histogram.total,
        from: formatDate(shown[0]!.start, 'utc'),
        to: formatDate(last, 'utc'),
      })}
      chart={
        <div className={chart.framed}>
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
                key={bar.start}
                onClick={() => zoom(inFilter(bar.start, bucket), endOf(bar.start, bucket))}
                style={{ cursor: 'pointer' }}
              >
                <title>{t('audit.zoom', { count: bar.count, day: nameOf(bar.start) })}</title>
                <rect x={index * barWidth} y={0} width={barWidth} height={height} fill="transparent" />
                <rect
                  x={index * barWidth + 1}
                  y={height - y(bar.count)}
                  width={Math.max(1, barWidth - 2)}
                  height={y(bar.count)}
                  fill="var(--hub-ink)"
                />
              </g>
            ))}
            <line className={chart.axis} x1={0} x2={width} y1={height} y2={height} />
          </svg>
          {/* Beside the drawing, which is stretched. */}
          <div className={chart.ends} aria-hidden="true">
            <span>{formatDate(shown[0]!.start, 'utc')}</span>
            <span>{t('audit.most', { most: formatNumber(most) })}</span>
            <span>{formatDate(last, 'utc')}</span>
          </div>
        </div>
      }
      table={
        <NumberTable
          head={[t(`audit.bucket.${bucket}`), t('audit.events')]}
          rows={shown.filter((bar) => bar.count > 0).map((bar) => [nameOf(bar.start), bar.count])}
        />
      }
    />
  );
}
