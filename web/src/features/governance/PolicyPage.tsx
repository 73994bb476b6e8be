import '@/locales/governance';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { callPage, type Answer } from '@/api/client';
import { useCan, useMe, useOrganizationName } from '@/api/me';
import { Problem } from '@/api/problem';
import { usePage, useResource } from '@/api/queries';
import {
  policyModes,
  type AuditEntry,
  type Policy,
  type PolicyImpact,
  type PolicyImpactModel,
  type Violation,
} from '@/api/types';
import { useCommand } from '@/api/useCommand';
import { AppLink } from '@/components/AppLink';
import { Failed } from '@/components/Failed';
import { DataTable } from '@/components/DataTable';
import { EventRef } from '@/components/EventRef';
import { AreaField, ChoiceField, orNull, TextField, useFields } from '@/components/form';
import { Card, Definitions, Empty, Page, Placeholders, Section } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { Reading } from '@/components/Reading';
import { RiskBadge } from '@/components/RiskBadge';
import { FormFrame } from '@/components/FormFrame';
import { Sheet } from '@/components/Sheet';
import { StateMark } from '@/components/StateMark';
import { Missing, Time } from '@/components/Time';
import { EventList } from '@/features/audit/EventList';
import { formatNumber } from '@/lib/format';
import { useUrlState } from '@/lib/useUrlState';

export function PolicyPage() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const policy = useResource<Policy>(`/policies/${id}`);
  if (!policy.data) {
    return policy.error ? (
      <Failed title={t('policies.title')} problem={policy.error} retry={() => void policy.refetch()} />
    ) : (
      <Placeholders rows={6} height={56} />
    );
  }
  return <Loaded key={id} answer={policy.data} />;
}

function Loaded({ answer }: { answer: Answer<Policy> }) {
  const { t } = useTranslation();
  const me = useMe();
  const can = useCan();
  const organizationName = useOrganizationName();
  const { search, change } = useUrlState();
  const policy = answer.data;
  const warns = policy.mode === 'warn';
  const trail = usePage<AuditEntry>('/audit-logs', {
    entity_type: 'Policy',
    entity_id: policy.id,
    limit: 50,
  });
  const violations = usePage<Violation>('/policies/violations', {
    policy_id: policy.id,
    outcome: warns ? 'warned' : 'blocked',
    limit: 10,
  });
  const recent = t(warns ? 'policies.page.recentWarnings' : 'policies.page.recent');
  const [position, setPosition] = useState<number | null>(null);
  const isGlobal = policy.scope === 'global';
  const mayChange = isGlobal ? me.platform && me.role === 'admin' : can('policies:write');
  const close = () => change({ do: null }, { replace: true });
  const wanted = mayChange ? search.get('do') : null;
  return (
    <Page
      title={policy.name}
      lead={t(`conditionHint.${policy.condition_type}`)}
      actions={
        mayChange && (
          <>
            <Button onClick={() => change({ do: 'edit' })}>{t('policies.page.edit')}</Button>
            <Button onClick={() => change({ do: 'toggle' })}>
              {t(policy.is_active ? 'policies.page.deactivate' : 'policies.page.activate')}
            </Button>
          </>
        )
      }
    >
      {position !== null && (
        <p role="status">
          {t('app.form.recorded', { ref: '' })} <EventRef position={position} />
        </p>
      )}
      {isGlobal && !mayChange && can('policies:write') && (
        <p className="dimmed">{t('policies.page.globalOnly')}</p>
      )}
      {warns && <p>{t('policies.page.onlyWarns')}</p>}
      <Section title={t('policies.page.facts')} id="facts">
        <Card>
          <Definitions
            rows={[
              { key: 'kind', term: t('policies.kind'), value: t(`condition.${policy.condition_type}`) },
              { key: 'mode', term: t('field.mode'), value: t(`mode.${policy.mode}`) },
              {
                key: 'state',
                term: t('policies.state'),
                value: t(policy.is_active ? 'policies.active' : 'policies.inactive'),
              },
              {
                key: 'covers',
                term: t('policies.covers'),
                value: (
                  <>
                    {isGlobal
                      ? t('scope.global')
                      : (organizationName(policy.organization_id) ?? t('scope.organization'))}
                    {policy.environment && ` · ${t(`environment.${policy.environment}`)}`}
                  </>
                ),
              },
              { key: 'description', term: t('field.description'), value: policy.description ?? <Missing /> },
              { key: 'version', term: t('policies.version'), value: policy.version },
              { key: 'updated', term: t('field.updated_at'), value: <Time value={policy.updated_at} /> },
            ]}
          />
        </Card>
      </Section>
      <Impact policy={policy} />
      <Section
        title={recent}
        id="recent"
        actions={
          <AppLink to={`/violations?policy=${policy.id}${warns ? '&outcome=warned' : ''}`}>
            {t('policies.page.allViolations')}
          </AppLink>
        }
      >
        <DataTable
          caption={recent}
          name={{
            header: t('violations.model'),
            text: (one) => one.model_name ?? `#${one.model_id}`,
            to: (one) => `/models/${one.model_id}`,
          }}
          columns={[
            { key: 'reason', header: t('violations.reason'), render: (one) => one.details.reason },
            {
              key: 'at',
              header: t('violations.at'),
              render: (one) => <Time value={one.created_at} />,
              nowrap: true,
            },
          ]}
          rows={violations.data?.items}
          rowKey={(one) => one.id}
          problem={violations.error}
          empty={
            <p className="dimmed">{t(warns ? 'policies.page.noRecentWarnings' : 'policies.page.noRecent')}</p>
          }
        />
      </Section>
      <Section title={t('policies.page.history')} id="history">
        <Reading query={trail} rows={3}>
          {({ items }) => <EventList events={items} open />}
        </Reading>
      </Section>
      {wanted === 'edit' && <Edit answer={answer} close={close} done={setPosition} />}
      {wanted === 'toggle' && <Toggle answer={answer} close={close} done={setPosition} />}
    </Page>
  );
}

interface SheetProps {
  answer: Answer<Policy>;
  close: () => void;
  done: (position: number | null) => void;
}

function Edit({ answer, close, done }: SheetProps) {
  const { t } = useTranslation();
  const policy = answer.data;
  const command = useCommand<Policy>(['/policies', '/models'], answer.etag);
  const form = useFields(
    { name: policy.name, description: policy.description ?? '', mode: policy.mode as string },
    {
      name: { label: t('field.name'), required: true, max: 255 },
      description: { label: t('field.description'), max: 2000 },
      mode: { label: t('field.mode') },
    },
    command.problem,
  );
  async function submit() {
    if (!form.check()) {
      return;
    }
    const { values } = form;
    const result = await command.run({
      method: 'PATCH',
      path: `/policies/${policy.id}`,
      body: { name: values.name.trim(), description: orNull(values.description), mode: values.mode },
    });
    if (result) {
      done(result.position);
      close();
    }
  }
  return (
    <Sheet opened onClose={close} title={t('policies.page.editTitle', { name: policy.name })}>
      <FormFrame
        form={form}
        command={command}
        existing={(id) => `/policies/${id}`}
        submit={t('app.form.save')}
        onSubmit={() => void submit()}
        onCancel={close}
      >
        <TextField form={form} name="name" label={t('field.name')} required focused />
        <ChoiceField
          form={form}
          name="mode"
          label={t('field.mode')}
          options={policyModes.map((one) => ({ value: one, label: t(`mode.${one}`) }))}
        />
        <AreaField form={form} name="description" label={t('field.description')} />
      </FormFrame>
    </Sheet>
  );
}

function Toggle({ answer, close, done }: SheetProps) {
  const { t } = useTranslation();
  const policy = answer.data;
  const command = useCommand<Policy>(['/policies', '/models'], answer.etag);
  async function submit() {
    const result = await command.run({
      method: 'PATCH',
      path: `/policies/${policy.id}`,
      body: { is_active: !policy.is_active },
    });
    if (result) {
      done(result.position);
      close();
    }
  }
  const verb = t(policy.is_active ? 'policies.page.deactivate' : 'policies.page.activate');
  return (
    <Sheet opened onClose={close} title={`${verb}: ${policy.name}`}>
      <FormFrame command={command} submit={verb} onSubmit={() => void submit()} onCancel={close}>
        <p>{t(policy.is_active ? 'policies.page.deactivateText' : 'policies.page.activateText')}</p>
      </FormFrame>
    </Sheet>
  );
}

const examinedAtOnce = 100;

/** Which models the policy would keep from being approved now, by the hub's own evaluation. */
function Impact({ policy }: { policy: Policy }) {
  const { t } = useTranslation();
  const warns = policy.mode === 'warn';
  const [found, setFound] = useState<{
    examined: number;
    approvable: number;
    total: number | null;
    models: PolicyImpactModel[];
    next: string | null;
  } | null>(null);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function check(goOn: boolean) {
    setRunning(true);
    setProblem(null);
    try {
      const before = goOn ? found : null;
      const answer = await callPage<PolicyImpact>(`/policies/${policy.id}/impact`, {
        limit: examinedAtOnce,
        cursor: before?.next,
      });
      setFound({
        examined: (before?.examined ?? 0) + answer.data.examined,
        approvable: (before?.approvable ?? 0) + answer.data.approvable,
        total: answer.total?.count ?? null,
        models: [...(before?.models ?? []), ...answer.data.models],
        next: answer.next,
      });
    } catch (error) {
      setProblem(Problem.of(error));
    } finally {
      setRunning(false);
    }
  }

  return (
    <Section
      title={t(warns ? 'policies.page.impactOfWarning' : 'policies.page.impact')}
      id="impact"
      actions={
        <Button loading={running} onClick={() => void check(false)}>
          {t('policies.page.impactRun')}
        </Button>
      }
    >
      <p className="dimmed">
        {t('policies.page.impactText')}{' '}
        {!policy.is_active &&
          t(warns ? 'policies.page.impactInactiveOfWarning' : 'policies.page.impactInactive')}
      </p>
      {problem && <ProblemNote problem={problem} retry={() => void check(found !== null)} />}
      <div role="status">
        {found &&
          (found.models.length === 0
            ? t(warns ? 'policies.page.impactNoneOfWarning' : 'policies.page.impactNone', {
                count: found.approvable,
              })
            : t(warns ? 'policies.page.impactWarn' : 'policies.page.impactSome', {
                count: found.models.length,
              }))}{' '}
        {found &&
          (found.next === null
            ? t('policies.page.impactAll', { count: found.examined })
            : t('policies.page.impactPart', {
                count: found.examined,
                total: found.total === null ? '…' : formatNumber(found.total),
              }))}
      </div>
      {found && found.models.length > 0 && (
        <DataTable
          caption={t(warns ? 'policies.page.impactCaptionOfWarning' : 'policies.page.impactCaption')}
          name={{
            header: t('field.name'),
            text: (one) => one.name,
            to: (one) => `/models/${one.model_id}`,
          }}
          columns={[
            {
              key: 'risk',
              header: t('field.risk_level'),
              render: (one) => <RiskBadge level={one.risk_level} />,
              nowrap: true,
            },
            {
              key: 'state',
              header: t('field.compliance_status'),
              render: (one) => <StateMark status={one.compliance_status} />,
              nowrap: true,
            },
            {
              key: 'environment',
              header: t('field.environment'),
              render: (one) => t(`environment.${one.environment}`),
            },
            { key: 'why', header: t('policies.page.why'), render: (one) => one.reason },
          ]}
          rows={found.models}
          rowKey={(one) => one.model_id}
          empty={<Empty title={t('app.table.empty')} />}
        />
      )}
      {found?.next && (
        <div>
          <Button loading={running} onClick={() => void check(true)}>
            {t('policies.page.impactMore')}
          </Button>
        </div>
      )}
    </Section>
  );
}
