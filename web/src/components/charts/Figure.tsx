import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './chart.module.css';

/** A chart with its words and its numbers: a sentence that says what it shows, and the same as a table. */
export function Figure({
  title,
  summary,
  chart,
  table,
  controls,
}: {
  title: ReactNode;
  summary: string;
  chart: ReactNode;
  table: ReactNode;
  controls?: ReactNode;
}) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={classes.figure}>
      <div className={classes.head}>
        <figcaption>{title}</figcaption>
        <span className="no-print" style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
          {controls}
          <span className={classes.toggle} role="group" aria-label={t('app.value.showAs')}>
            <button type="button" aria-pressed={!asTable} onClick={() => setAsTable(false)}>
              {t('app.value.chart')}
            </button>
            <button type="button" aria-pressed={asTable} onClick={() => setAsTable(true)}>
              {t('app.value.table')}
            </button>
          </span>
        </span>
      </div>
      {asTable ? <div className={classes.scroll}>{table}</div> : chart}
      <p className="small dimmed">{summary}</p>
    </figure>
  );
}

/** The numbers of a chart. */
export function NumberTable({ head, rows }: { head: string[]; rows: ReactNode[][] }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {head.map((one, index) => (
            <th key={one} scope="col" data-align={index > 0 ? 'end' : undefined}>
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column} data-align="end">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
