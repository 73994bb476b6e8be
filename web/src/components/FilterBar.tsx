import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrlState } from '@/lib/useUrlState';
import classes from './FilterBar.module.css';

export interface Facet {
  /** Its name in the address. */
  name: string;
  label: string;
  /** What the empty choice stands for, if that is not everything. */
  anyLabel?: string;
  options: { value: string; label: string; count?: number }[];
}

/** Filters of a list, kept in the address. */
export function FilterBar({
  search: searchLabel,
  facets,
  children,
}: {
  search?: string;
  facets: Facet[];
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { search, change } = useUrlState();
  const [q, setQ] = useState(search.get('q') ?? '');
  const inAddress = search.get('q') ?? '';

  useEffect(() => setQ(inAddress), [inAddress]);
  useEffect(() => {
    if (q === inAddress || (q !== '' && [...q].length < 3)) {
      return;
    }
    const timer = setTimeout(() => change({ q }, { replace: true }), 250);
    return () => clearTimeout(timer);
  }, [q, inAddress, change]);

  const active = facets.flatMap((facet) => {
    const value = search.get(facet.name);
    const option = facet.options.find((one) => one.value === value);
    return option ? [{ facet, option }] : [];
  });
  const anything = active.length > 0 || inAddress !== '';
  return (
    <search className="no-print" style={{ display: 'grid', gap: 8 }} aria-label={t('app.filter.label')}>
      <div className={classes.bar}>
        {searchLabel && (
          <TextInput
            className={classes.search}
            label={searchLabel}
            type="search"
            data-filter
            leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
            value={q}
            onChange={(event) => setQ(event.currentTarget.value)}
            error={q !== '' && [...q].length < 3 ? t('app.filter.min') : undefined}
          />
        )}
        {facets.map((facet) => (
          <NativeSelect
            key={facet.name}
            className={classes.select}
            label={facet.label}
            value={search.get(facet.name) ?? ''}
            onChange={(event) => change({ [facet.name]: event.currentTarget.value })}
            data={[
              { value: '', label: facet.anyLabel ?? t('app.filter.any') },
              ...facet.options.map(({ value, label, count }) => ({
                value,
                label: count === undefined ? label : `${label} (${count})`,
              })),
            ]}
          />
        ))}
        {children}
      </div>
      {anything && (
        <div className={classes.active}>
          <span className="small dimmed">{t('app.filter.active')}</span>
          {inAddress && (
            <span className={classes.chip}>
              {inAddress}
              <CloseButton
                size={24}
                aria-label={t('app.filter.remove', { name: inAddress })}
                onClick={() => change({ q: null })}
              />
            </span>
          )}
          {active.map(({ facet, option }) => (
            <span key={facet.name} className={classes.chip}>
              {`${facet.label}: ${option.label}`}
              <CloseButton
                size={24}
                aria-label={t('app.filter.remove', { name: facet.label })}
                onClick={() => change({ [facet.name]: null })}
              />
            </span>
          ))}
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() =>
              change(Object.fromEntries([...facets.map((facet) => [facet.name, null]), ['q', null]]))
            }
          >
            {t('app.filter.clear')}
          </Button>
        </div>
      )}
    </search>
  );
}
