import '@/locales/models';
import { useTranslation } from 'react-i18next';
import type { Metric, Version } from '@/api/types';
import chart from '@/components/charts/chart.module.css';
import { Figure, NumberTable } from '@/components/charts/Figure';
import { linear, padded, ticks } from '@/components/charts/scale';
import shellClasses from '@/app/Shell.module.css';
import { formatMetric } from '@/lib/format';
import { useUrlState } from '@/lib/useUrlState';
import { latestValues } from './data';

const width = 640;
const height = 240;
const left = 56;
const right = 16;
const top = 16;
const bottom = 34;

/** One metric over the versions, in their order. */
export function MetricChart({ versions, metrics }: { versions: Version[]; metrics: Map<number, Metric[]> }) {
  const { t } = useTranslation();
  const { search, change } = useUrlState();
  const names = [...new Set([...metrics.values()].flat().map((metric) => metric.metric_name))].sort();
  const name = names.find((one) => one === search.get('metric')) ?? names[0];
  if (!name) {
    return <p className="dimmed">{t('models.versions.noMetrics')}</p>;
  }
  const charted = versions.filter((version) => metrics.has(version.id));
  const points = charted.flatMap((version, index) => {
    const metric = latestValues(metrics.get(version.id) ?? []).get(name);
    return metric ? [{ version, index, value: metric.value }] : [];
  });
  if (points.length === 0) {
    // The figures of a version can be here before the version is.
    return <p className="dimmed">{t('models.versions.noMetrics')}</p>;
  }
  const values = points.map((point) => point.value);
  const [low, high] = padded(values);
  const x = linear(0, Math.max(1, charted.length - 1), left + 12, width - right - 12);
  const y = linear(low, high, height - bottom, top);
  const every = Math.ceil(charted.length / 8);
  const summary = t('models.versions.chartSummary', {
    metric: name,
    count: points.length,
    first: formatMetric(values[0]!),
    last: formatMetric(values.at(-1)!),
    low: formatMetric(Math.min(...values)),
    high: formatMetric(Math.max(...values)),
  });
  return (
    <Figure
      title={<strong className="mono">{name}</strong>}
      summary={summary}
      controls={
        names.length > 1 && (
          <select
            className={shellClasses.select}
            aria-label={t('models.versions.metric')}
            value={name}
            onChange={(event) => change({ metric: event.currentTarget.value }, { replace: true })}
          >
            {names.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )
      }
      chart={
        <svg
          className={chart.svg}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('models.versions.chartLabel', { metric: name })}
        >
          {ticks(low, high, 4).map((tick) => (
            <g key={tick}>
              <line className={chart.grid} x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
              <text x={left - 8} y={y(tick) + 4} textAnchor="end">
                {formatMetric(tick)}
              </text>
            </g>
          ))}
          <line
            className={chart.axis}
            x1={left}
            x2={width - right}
            y1={height - bottom}
            y2={height - bottom}
          />
          {charted.map(
            (version, index) =>
              (index % every === 0 || index === charted.length - 1) && (
                <text key={version.id} x={x(index)} y={height - bottom + 20} textAnchor="middle">
                  {version.version_tag.length > 10
                    ? `${version.version_tag.slice(0, 9)}…`
                    : version.version_tag}
                </text>
              ),
          )}
          <polyline
            className={chart.line}
            points={points.map((point) => `${x(point.index)},${y(point.value)}`).join(' ')}
          />
          {points.map((point, index) => (
            <circle
              key={point.version.id}
              className={chart.dot}
              data-last={index === points.length - 1}
              cx={x(point.index)}
              cy={y(point.value)}
              r={4}
            >
              <title>{`${point.version.version_tag}: ${formatMetric(point.value)}`}</title>
            </circle>
          ))}
        </svg>
      }
      table={
        <NumberTable
          head={[t('models.versions.tag'), name]}
          rows={points.map((point) => [point.version.version_tag, formatMetric(point.value)])}
        />
      }
    />
  );
}
