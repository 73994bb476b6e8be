import { Button, Radio, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Placeholders } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { fieldName } from '@/features/audit/events';
import classes from '../model.module.css';

export interface Conflict {
  base: Record<string, string>;
  theirs: Record<string, string>;
  yours: Record<string, string>;
  etag: string | null;
}

/** The fields that both have changed. */
export function conflicting({ base, theirs, yours }: Conflict): string[] {
  return Object.keys(base).filter(
    (field) =>
      theirs[field] !== base[field] && yours[field] !== base[field] && theirs[field] !== yours[field],
  );
}

/** Both sides' changes together; where they collide, what was chosen. */
export function merged({ base, theirs, yours }: Conflict, keepYours: Set<string>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(base).map((field) => {
      const mine = yours[field] !== base[field];
      const other = theirs[field] !== base[field];
      const yoursHolds = mine && (!other || keepYours.has(field));
      return [field, (yoursHolds ? yours[field] : theirs[field]) ?? ''];
    }),
  );
}

/** Base, theirs, yours: whoever came second sees what the first one did, and decides. */
export function StaleDiff({
  conflict,
  load,
  settle,
  pending,
}: {
  conflict: Conflict | null;
  load: () => Promise<void>;
  settle: (values: Record<string, string>) => Promise<void>;
  pending: boolean;
}) {
  const { t } = useTranslation();
  const [mine, setMine] = useState<Set<string>>(new Set());
  const [problem, setProblem] = useState<Problem | null>(null);
  const read = useRef(async () => {
    setProblem(null);
    await load().catch((error: unknown) => setProblem(Problem.of(error)));
  });
  useEffect(() => {
    // Once, when the conflict shows: what is compared then is what is decided about.
    void read.current();
  }, []);
  if (problem) {
    return <ProblemNote problem={problem} retry={() => void read.current()} />;
  }
  if (!conflict) {
    return <Placeholders rows={4} />;
  }
  const fields = conflicting(conflict);
  const changed = Object.keys(conflict.base).filter(
    (field) =>
      conflict.theirs[field] !== conflict.base[field] || conflict.yours[field] !== conflict.base[field],
  );
  return (
    <div style={{ display: 'grid', gap: 16 }} role="alert">
      <h3>{t('app.stale.title')}</h3>
      <p>{t('app.stale.text')}</p>
      <table className={classes.conflict}>
        <thead>
          <tr>
            <th scope="col">{t('app.stale.field')}</th>
            <th scope="col">{t('app.stale.base')}</th>
            <th scope="col">{t('app.stale.theirs')}</th>
            <th scope="col">{t('app.stale.yours')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((field) => (
            <tr key={field}>
              <th scope="row">
                {fieldName(t, field)}
                {fields.includes(field) && (
                  <Radio.Group
                    label={<VisuallyHidden>{fieldName(t, field)}</VisuallyHidden>}
                    value={mine.has(field) ? 'yours' : 'theirs'}
                    onChange={(value) =>
                      setMine((before) => {
                        const next = new Set(before);
                        if (value === 'yours') {
                          next.add(field);
                        } else {
                          next.delete(field);
                        }
                        return next;
                      })
                    }
                  >
                    <Radio size="xs" value="theirs" label={t('app.stale.keepTheirs')} />
                    <Radio size="xs" value="yours" label={t('app.stale.keepYours')} />
                  </Radio.Group>
                )}
              </th>
              <td>{conflict.base[field]}</td>
              <td>{conflict.theirs[field]}</td>
              <td>{conflict.yours[field]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <Button variant="filled" loading={pending} onClick={() => void settle(merged(conflict, mine))}>
          {t('app.stale.apply')}
        </Button>
      </div>
    </div>
  );
}
