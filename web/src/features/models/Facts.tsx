import '@/locales/models';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Model, ModelAction } from '@/api/types';
import { Provenance, type Origin } from '@/components/EventRef';
import { RiskBadge } from '@/components/RiskBadge';
import { Missing } from '@/components/Time';
import { formatList } from '@/lib/format';
import classes from './model.module.css';

const wanted = ['intended_purpose', 'domain', 'potential_harm', 'data_sources', 'oversight_plan'] as const;

/** What is known of a model, and for each value who said so, when, and in which event. */
export function Facts({
  model,
  origins,
  start,
}: {
  model: Model;
  origins: Map<string, Origin>;
  start: (action: ModelAction) => void;
}) {
  const { t } = useTranslation();
  const missing = wanted.filter((field) => !model[field]);
  const rows: [string, ReactNode][] = [
    ['risk_level', <RiskBadge key="risk" level={model.risk_level} />],
    ['intended_purpose', model.intended_purpose],
    ['domain', model.domain],
    ['potential_harm', model.potential_harm],
    ['oversight_plan', model.oversight_plan],
    ['data_sources', model.data_sources],
    ['data_sensitivity', t(`sensitivity.${model.data_sensitivity}`)],
    ['data_classification', t(`classification.${model.data_classification}`)],
    ['jurisdiction', model.jurisdiction],
    ['sector', model.sector],
    ['owner', model.owner],
    ['description', model.description],
  ];
  return (
    <section className={classes.facts} aria-labelledby="facts">
      <div className={classes.factsHead}>
        <h2 id="facts">{t('models.facts.title')}</h2>
        {model.allowed_actions.includes('update_risk_profile') && (
          <span className="no-print">
            <Button size="compact-xs" onClick={() => start('update_risk_profile')}>
              {t('models.facts.editRisk')}
            </Button>
          </span>
        )}
      </div>
      <p className="small dimmed" style={{ paddingBlock: 4 }}>
        {missing.length > 0
          ? t('models.facts.missing', {
              count: missing.length,
              names: formatList(missing.map((field) => t(`field.${field}`).toLocaleLowerCase())),
            })
          : t('models.facts.complete')}
      </p>
      <dl>
        {rows.map(([field, value]) => (
          <div key={field}>
            <dt>{t(`field.${field as 'name'}`)}</dt>
            <dd>
              {typeof value === 'string' ? <Text value={value} /> : (value ?? <Missing />)}
              {value && (
                <div>
                  <Provenance origin={origins.get(field)} />
                </div>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const long = 160;

function Text({ value }: { value: string }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  if (value === '') {
    return <Missing />;
  }
  if (value.length <= long) {
    return value;
  }
  return (
    <>
      <span className={whole ? undefined : classes.clamp}>{value}</span>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
        className="no-print"
      >
        {whole ? t('app.value.showLess') : t('app.value.showMore')}
      </Button>
    </>
  );
}
