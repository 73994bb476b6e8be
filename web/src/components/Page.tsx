import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '@/lib/useTitle';
import classes from './page.module.css';

/** A page with its title, what it is for, and what can be done here. */
export function Page({
  title,
  lead,
  actions,
  width = 'full',
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  width?: 'reading' | 'form' | 'full';
  children: ReactNode;
}) {
  useTitle(title);
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.header}>
        <div className={classes.titles}>
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className={`${classes.actions} no-print`}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section({
  title,
  id,
  actions,
  level = 2,
  children,
}: {
  title: string;
  id: string;
  actions?: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <Heading id={id}>{title}</Heading>
        {actions && <div className={`${classes.actions} no-print`}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}

export function Card({ children, padded = true }: { children: ReactNode; padded?: boolean }) {
  return (
    <div className={classes.card}>
      {padded ? <div className={classes.cardBody}>{children}</div> : children}
    </div>
  );
}

/** Nothing is here, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** Holds the place of what is being read, in its final size; not visible for the first 150 ms. */
export function Placeholder({ height, width = '100%' }: { height: number; width?: number | string }) {
  return <div className={classes.skeleton} style={{ height, width }} aria-hidden="true" />;
}

export function Placeholders({ rows, height = 40 }: { rows: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('app.loading')} style={{ display: 'grid', gap: 8 }}>
      {Array.from({ length: rows }, (_, row) => (
        <Placeholder key={row} height={height} />
      ))}
    </div>
  );
}

export interface DefinitionRow {
  key: string;
  term: string;
  value: ReactNode;
}

export function Definitions({ rows }: { rows: DefinitionRow[] }) {
  return (
    <dl className={classes.definition}>
      {rows.map((row) => (
        <div key={row.key}>
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
