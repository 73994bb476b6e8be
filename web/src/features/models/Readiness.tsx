import '@/locales/models';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ComplianceStatus,
  ConditionType,
  Model,
  ModelAction,
  PolicyEvaluation,
  TransitionAssessment,
} from '@/api/types';
import { useWhoHas } from '@/api/me';
import { ActionButton } from '@/components/ActionButton';
import { AppLink } from '@/components/AppLink';
import { Placeholders } from '@/components/Page';
import { ProblemNote } from '@/components/ProblemNote';
import { VerdictMark, VerdictGlyph } from '@/components/VerdictMark';
import { formatList } from '@/lib/format';
import shellClasses from '@/app/Shell.module.css';
import { useTransitions } from './data';
import classes from './model.module.css';

type Fix = 'record_metric' | 'submit_for_review' | 'review' | 'update_risk_profile';

/** What mends the finding of a policy. */
const fixes: Record<ConditionType, Fix> = {
  require_evaluation_before_approval: 'record_metric',
  block_high_risk_without_approval: 'submit_for_review',
  require_review_for_high_risk: 'review',
  prohibit_unacceptable_risk: 'update_risk_profile',
};

export const moves: { action: ModelAction; to: ComplianceStatus }[] = [
  { action: 'submit_for_review', to: 'under_review' },
  { action: 'return_to_draft', to: 'draft' },
  { action: 'approve', to: 'approved' },
];

const mostNamed = 5;

const order = { fail: 0, warn: 1, pass: 2 };

/** The target that somebody most likely asks about. */
function usualTarget(status: ComplianceStatus): ComplianceStatus {
  return status === 'approved' ? 'under_review' : 'approved';
}

/** Whether the model can move on, and if not, which policy stands in the way, what it found, and what mends it. */
export function Readiness({ model, start }: { model: Model; start: (action: ModelAction) => void }) {
  const { t } = useTranslation();
  const transitions = useTransitions(model.id);
  const [chosen, setChosen] = useState<ComplianceStatus | null>(null);
  const [showPassing, setShowPassing] = useState(false);
  const all = transitions.data?.data;
  const targets = all?.filter((one) => one.reachable) ?? [];
  const target =
    targets.find((one) => one.status === chosen) ??
    targets.find((one) => one.status === usualTarget(model.compliance_status)) ??
    targets[0];

  if (transitions.error && !all) {
    return <ProblemNote problem={transitions.error} retry={() => void transitions.refetch()} />;
  }
  if (!all) {
    return <Placeholders rows={4} height={56} />;
  }
  const failing = target?.policies.filter((one) => one.verdict === 'fail') ?? [];
  const passing = target?.policies.filter((one) => one.verdict === 'pass') ?? [];
  const blocked = failing.length > 0;
  const shown = [...(target?.policies ?? [])]
    .filter((one) => one.verdict !== 'pass' || showPassing)
    .sort((one, other) => order[one.verdict] - order[other.verdict] || one.policy_id - other.policy_id);
  return (
    <section
      className={classes.panel}
      data-state={blocked ? 'blocked' : 'ready'}
      aria-labelledby="readiness"
      aria-busy={transitions.isFetching}
    >
      <div className={classes.panelHead}>
        <h2 id="readiness">{t('models.readiness.title')}</h2>
        {targets.length > 0 && (
          <label>
            {t('models.readiness.target')}
            <select
              className={shellClasses.select}
              value={target?.status}
              onChange={(event) => setChosen(event.currentTarget.value as ComplianceStatus)}
            >
              {targets.map((one) => (
                <option key={one.status} value={one.status}>
                  {t(`status.${one.status}`)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div className={classes.sentence} role="status">
        {target ? <Sentence target={target} /> : t('models.readiness.unreachable')}
      </div>
      <MoveButtons model={model} transitions={all} start={start} />
      {target && <WhoCan model={model} to={target.status} />}
      {target && target.policies.length > 0 && (
        <div className={classes.checks}>
          <ul>
            {shown.map((one) => (
              <Check key={one.policy_id} evaluation={one} model={model} start={start} />
            ))}
          </ul>
          {passing.length > 0 && (
            <div className={classes.fold}>
              <VerdictGlyph verdict="pass" />
              {t('models.readiness.passes', { count: passing.length })}
              <Button
                size="compact-xs"
                aria-expanded={showPassing}
                onClick={() => setShowPassing(!showPassing)}
              >
                {showPassing ? t('models.readiness.hide') : t('models.readiness.show')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}

function Sentence({ target }: { target: TransitionAssessment }) {
  const { t } = useTranslation();
  const count = target.policies.length;
  const blocking = target.policies.filter((one) => one.verdict === 'fail').length;
  const would = target.policies.filter((one) => one.verdict === 'warn').length;
  if (!target.reachable) {
    return t('models.readiness.unreachable');
  }
  if (blocking > 0) {
    return t('models.readiness.not', { blocking, count });
  }
  if (count === 0) {
    return t('models.readiness.noPolicies');
  }
  if (would > 0) {
    return t('models.readiness.readyWarn', { count: would });
  }
  return t('models.readiness.ready', { count });
}

function Check({
  evaluation,
  model,
  start,
}: {
  evaluation: PolicyEvaluation;
  model: Model;
  start: (action: ModelAction) => void;
}) {
  const { t } = useTranslation();
  const fix = fixes[evaluation.condition_type] as Fix | undefined;
  return (
    <li className={classes.check}>
      <VerdictGlyph verdict={evaluation.verdict} />
      <div>
        <AppLink to={`/policies/${evaluation.policy_id}`} className={classes.checkName}>
          {evaluation.policy_name}
        </AppLink>{' '}
        <span className="small dimmed">
          {evaluation.verdict === 'warn'
            ? t('models.readiness.warnNote')
            : t('models.readiness.version', { version: evaluation.policy_version })}
        </span>
      </div>
      <div className={classes.checkFix}>
        {evaluation.verdict === 'pass' ? (
          <VerdictMark verdict="pass" />
        ) : (
          fix &&
          model.allowed_actions.includes(fix) && (
            <Button size="xs" onClick={() => start(fix)}>
              {t(`models.readiness.fix.${fix}`)}
            </Button>
          )
        )}
      </div>
      <div className={classes.reason}>
        {evaluation.reason}
        {evaluation.verdict !== 'pass' && fix && !model.allowed_actions.includes(fix) && (
          <span className="dimmed"> {t(`models.readiness.who.${fix}`)}</span>
        )}
        <div className={classes.pair}>
          <span>
            {t('models.readiness.required')} <b>{evaluation.required}</b>
          </span>
          <span>
            {t('models.readiness.actual')} <b>{evaluation.actual}</b>
          </span>
        </div>
      </div>
    </li>
  );
}

/** Who can make a move that one's own role does not allow: the people of the model's organisation, by name. */
function WhoCan({ model, to }: { model: Model; to: ComplianceStatus }) {
  const { t } = useTranslation();
  const move = moves.find((one) => one.to === to);
  const deciders = useWhoHas('compliance_officer', model.organization_id);
  if (
    !deciders ||
    !move ||
    move.action === 'submit_for_review' ||
    model.allowed_actions.includes(move.action)
  ) {
    return null;
  }
  return (
    <p className={`${classes.deciders} small dimmed`}>
      {deciders.length === 0
        ? t('models.readiness.nobodyCan')
        : t('models.readiness.whoCan', {
            names: formatList(deciders.slice(0, mostNamed)),
            count: deciders.length,
          })}
    </p>
  );
}

/** The moves that the role may make; one that policies refuse can be reached, and says why it is not available. */
export function MoveButtons({
  model,
  transitions,
  start,
}: {
  model: Model;
  transitions: TransitionAssessment[];
  start: (action: ModelAction) => void;
}) {
  const { t } = useTranslation();
  const offered = moves.filter(({ action }) => model.allowed_actions.includes(action));
  const open = offered.filter(({ to }) => transitions.find((one) => one.status === to)?.permitted);
  const primary = (open.find(({ action }) => action === 'approve') ?? open[0])?.action;
  if (offered.length === 0) {
    return null;
  }
  return (
    <div className={`${classes.panelActions} no-print`}>
      {offered.map(({ action, to }) => {
        const assessment = transitions.find((one) => one.status === to);
        const blocking = assessment?.policies.filter((one) => one.verdict === 'fail').length ?? 0;
        const reason =
          blocking > 0
            ? t('models.readiness.refusedByPolicy', { count: blocking })
            : assessment && !assessment.permitted
              ? assessment.reason
              : null;
        return (
          <ActionButton
            key={action}
            variant={action === primary ? 'filled' : 'default'}
            reason={reason}
            onClick={() => start(action)}
          >
            {t(`action.${action}`)}
          </ActionButton>
        );
      })}
    </div>
  );
}
