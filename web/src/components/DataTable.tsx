import { Button, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page as PageOf } from '@/api/client';
import type { Problem } from '@/api/problem';
import { formatNumber } from '@/lib/format';
import { usePreferences } from '@/lib/preferences';
import { useRowKeys } from '@/lib/keyboard';
import { AppLink, useAppNavigate } from './AppLink';
import classes from './DataTable.module.css';
import { Placeholders } from './Page';
import { ProblemNote } from './ProblemNote';

export interface Column<T> {
  key: string;
  header: string;
  render: (row: T) => ReactNode;
  /** The name that the API sorts by. */
  sortKey?: string;
  align?: 'end';
  nowrap?: boolean;
  width?: number;
}

export interface RowName<T> {
  header: string;
  text: (row: T) => string;
  /** Where the row leads; without it the name is text. */
  to?: (row: T) => string;
  /** Opens the row in place, where it leads nowhere else. */
  open?: (row: T) => void;
  sortKey?: string;
  /** Shown under the name. */
  detail?: (row: T) => ReactNode;
}

export interface DataTableProps<T> {
  caption: string;
  name: RowName<T>;
  columns: Column<T>[];
  rows: T[] | undefined;
  rowKey: (row: T) => number | string;
  problem?: Problem | null;
  retry?: () => void;
  fetching?: boolean;
  empty: ReactNode;
  sort?: string;
  onSort?: (sort: string) => void;
  selection?: { selected: (number | string)[]; most: number; toggle: (key: number | string) => void };
}

/** Rows as a table that reads as one, on a wide screen and on a narrow one. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { caption, name, columns, rows, rowKey, problem, retry, fetching, empty, sort, onSort, selection } =
    props;
  const { t } = useTranslation();
  const { density } = usePreferences();
  const navigate = useAppNavigate();
  const [current, setCurrent] = useState(-1);
  const body = useRef<HTMLTableSectionElement>(null);

  useRowKeys({
    move: (by) => setCurrent((before) => Math.min((rows?.length ?? 0) - 1, Math.max(0, before + by))),
    open: () => {
      const row = rows?.[current];
      if (row && name.to) {
        navigate(name.to(row));
      } else if (row && name.open) {
        name.open(row);
      }
    },
    select: () => {
      const row = rows?.[current];
      if (row && selection) {
        selection.toggle(rowKey(row));
      }
    },
  });
  useEffect(() => {
    if (current >= 0) {
      body.current?.rows[current]?.querySelector<HTMLElement>('[data-row-name]')?.focus();
    }
  }, [current]);

  if (problem && !rows) {
    return <ProblemNote problem={problem} retry={retry} />;
  }
  if (!rows) {
    return <Placeholders rows={8} />;
  }
  if (rows.length === 0) {
    return <>{empty}</>;
  }
  const head = (key: string, label: string, sortKey?: string, align?: 'end') => {
    const direction = sort === sortKey ? 'ascending' : sort === `-${sortKey}` ? 'descending' : 'none';
    if (!sortKey || !onSort) {
      return (
        <th key={key} scope="col" role="columnheader" data-align={align}>
          {label}
        </th>
      );
    }
    return (
      <th key={key} scope="col" role="columnheader" aria-sort={direction} data-align={align}>
        <button
          type="button"
          className={classes.sort}
          onClick={() => onSort(direction === 'ascending' ? `-${sortKey}` : sortKey)}
        >
          {label}
          {direction === 'ascending' && <IconArrowUp size={14} stroke={1.5} aria-hidden="true" />}
          {direction === 'descending' && <IconArrowDown size={14} stroke={1.5} aria-hidden="true" />}
        </button>
      </th>
    );
  };
  return (
    <>
      {problem && <ProblemNote problem={problem} retry={retry} />}
      {/* The rows scroll sideways where they must, and then the keyboard has to reach them. */}
      <div className={classes.region} role="group" aria-label={caption} tabIndex={0} aria-busy={fetching}>
        {fetching && <div className={classes.progress} aria-hidden="true" />}
        <table className={classes.table} role="table" data-density={density}>
          <caption>{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {selection && (
                <th scope="col" role="columnheader">
                  <span className={classes.nowrap}>{t('app.table.compare')}</span>
                </th>
              )}
              {head('name', name.header, name.sortKey)}
              {columns.map((column) => head(column.key, column.header, column.sortKey, column.align))}
            </tr>
          </thead>
          <tbody ref={body} role="rowgroup">
            {rows.map((row, index) => {
              const key = rowKey(row);
              const text = name.text(row);
              const selected = selection?.selected.includes(key) ?? false;
              return (
                <tr key={key} role="row" data-current={index === current} data-selected={selected}>
                  {selection && (
                    <td role="cell" data-label={t('app.table.compare')}>
                      <Checkbox
                        size="xs"
                        checked={selected}
                        disabled={!selected && selection.selected.length >= selection.most}
                        onChange={() => selection.toggle(key)}
                        aria-label={t('app.table.select', { name: text })}
                      />
                    </td>
                  )}
                  <td role="cell" data-role="name">
                    {name.to ? (
                      <AppLink className={classes.name} to={name.to(row)} data-row-name>
                        {text}
                      </AppLink>
                    ) : name.open ? (
                      <button
                        type="button"
                        className={classes.open}
                        onClick={() => name.open!(row)}
                        data-row-name
                      >
                        {text}
                      </button>
                    ) : (
                      <span className={classes.name}>{text}</span>
                    )}
                    {name.detail && <div className="small dimmed">{name.detail(row)}</div>}
                  </td>
                  {columns.map((column) => (
                    <td
                      key={column.key}
                      role="cell"
                      data-label={column.header}
                      data-align={column.align}
                      className={column.nowrap ? classes.nowrap : undefined}
                      style={column.width ? { width: column.width } : undefined}
                    >
                      <div>{column.render(row)}</div>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** How much there is, and the way to the neighbouring pages. */
export function Pager({
  page,
  onCursor,
}: {
  page: PageOf<unknown> | undefined;
  onCursor: (cursor: string | null) => void;
}) {
  const { t } = useTranslation();
  if (!page || page.items.length === 0) {
    return null;
  }
  const total = page.total;
  const formatted = formatNumber(total?.count ?? page.items.length);
  const whole = total?.atLeast
    ? t('app.table.atLeast', { formatted })
    : t('app.table.total', { count: total?.count ?? page.items.length, formatted });
  return (
    <nav className={classes.footer} aria-label={t('app.table.pager')}>
      <span role="status">
        {page.next || page.prev ? t('app.table.shown', { shown: page.items.length, total: whole }) : whole}
      </span>
      {(page.next || page.prev) && (
        <span className={classes.pager}>
          <Button size="xs" disabled={!page.prev} onClick={() => onCursor(null)}>
            {t('app.table.first')}
          </Button>
          <Button size="xs" disabled={!page.prev} onClick={() => onCursor(page.prev)}>
            {t('app.table.previous')}
          </Button>
          <Button size="xs" disabled={!page.next} onClick={() => onCursor(page.next)}>
            {t('app.table.next')}
          </Button>
        </span>
      )}
    </nav>
  );
}

/** Says that the list is no longer the newest, and leaves it to the reader when it changes. */
export function News({ count, show }: { count: number; show: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.news} role="status">
      {count > 0 && (
        <Button size="xs" onClick={show}>
          {t('app.table.news', { count })}
        </Button>
      )}
    </div>
  );
}
