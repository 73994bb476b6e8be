import '@/locales/models';
import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/me';
import type { ComplianceStatus, Model, Review, StatusChanged } from '@/api/types';
import { useCommand } from '@/api/useCommand';
import { AreaField, TextField, useFields } from '@/components/form';
import { Definitions } from '@/components/Page';
import { FormFrame } from '@/components/FormFrame';
import { StateMark } from '@/components/StateMark';
import { touched, useTransitions } from '../data';
import { outcome, type SheetProps } from './common';

function Move({ model, to }: { model: Model; to: ComplianceStatus }) {
  return (
    <span style={{ display: 'inline-flex', gap: 12, alignItems: 'center' }}>
      <StateMark status={model.compliance_status} /> <span aria-hidden="true">→</span>{' '}
      <StateMark status={to} />
    </span>
  );
}

/** Moves a model to another state, from the version that the sheet was opened on. */
function useMove({ model, etag }: SheetProps, status: ComplianceStatus) {
  const command = useCommand<StatusChanged>(touched, etag);
  const move = (why: { approval_notes?: string; reason?: string }) =>
    command.run({
      method: 'PATCH',
      path: `/models/${model.id}/compliance-status`,
      body: { status, ...why },
    });
  return { command, move };
}

/** Without words there is no reason, rather than an empty one. */
const reasonOf = (text: string) => (text.trim() ? { reason: text } : {});

/** What changes, what speaks for it, the note that goes on record, and one confirmation. */
export function Approve(props: SheetProps) {
  const { model, onClose, onDone } = props;
  const { t } = useTranslation();
  const me = useMe();
  const transitions = useTransitions(model.id);
  const { command, move } = useMove(props, 'approved');
  const form = useFields(
    { approval_notes: '' },
    { approval_notes: { label: t('models.sheet.approve.notes'), required: true, max: 2000 } },
    command.problem,
    `approve-${model.id}`,
  );
  const facts = transitions.data?.data.find((one) => one.status === 'approved')?.policies[0]?.facts;

  async function submit() {
    if (!form.check()) {
      return;
    }
    const answer = await move({ approval_notes: form.values.approval_notes });
    if (answer) {
      form.done();
      onDone(t('models.sheet.approve.done'), outcome(answer));
    }
  }

  return (
    <FormFrame
      form={form}
      command={command}
      submit={t('models.sheet.approve.submit')}
      onSubmit={() => void submit()}
      onCancel={onClose}
    >
      <Definitions
        rows={[
          {
            key: 'change',
            term: t('models.sheet.approve.change'),
            value: <Move model={model} to="approved" />,
          },
          {
            key: 'evidence',
            term: t('models.sheet.approve.evidence'),
            value: (
              <>
                {facts && (
                  <>
                    <div>{t('models.sheet.approve.metrics', { count: facts.metric_count })}</div>
                    <div>
                      {facts.independent_endorsement
                        ? t('models.sheet.approve.endorsed')
                        : t('models.sheet.approve.notEndorsed')}
                    </div>
                  </>
                )}
                <div>
                  {model.submitted_by === me.id
                    ? t('models.sheet.approve.self')
                    : t('models.sheet.approve.independent')}
                </div>
              </>
            ),
          },
        ]}
      />
      <AreaField
        form={form}
        name="approval_notes"
        label={t('models.sheet.approve.notes')}
        hint={t('models.sheet.approve.notesHint')}
        required
        focused
      />
    </FormFrame>
  );
}

/** A move with a reason. */
function Reasoned({
  kind,
  to,
  required = false,
  ...props
}: SheetProps & { kind: 'submit' | 'return'; to: ComplianceStatus; required?: boolean }) {
  const { model, onClose, onDone } = props;
  const { t } = useTranslation();
  const { command, move } = useMove(props, to);
  const form = useFields(
    { reason: '' },
    { reason: { label: t(`models.sheet.${kind}.reason`), required, max: 500 } },
    command.problem,
    `${kind}-${model.id}`,
  );

  async function submit() {
    if (!form.check()) {
      return;
    }
    const answer = await move(reasonOf(form.values.reason));
    if (answer) {
      form.done();
      onDone(t(`models.sheet.${kind}.done`), outcome(answer));
    }
  }

  return (
    <FormFrame
      form={form}
      command={command}
      submit={t(`models.sheet.${kind}.submit`)}
      onSubmit={() => void submit()}
      onCancel={onClose}
    >
      <Move model={model} to={to} />
      <AreaField
        form={form}
        name="reason"
        label={t(`models.sheet.${kind}.reason`)}
        hint={t(`models.sheet.${kind}.reasonHint`)}
        required={required}
        focused
      />
    </FormFrame>
  );
}

export function SubmitForReview(props: SheetProps) {
  return <Reasoned {...props} kind="submit" to="under_review" />;
}

export function ReturnToDraft(props: SheetProps) {
  return <Reasoned {...props} kind="return" to="draft" required />;
}

/** The one move that cannot be taken back asks for the model's name. */
export function Retire(props: SheetProps) {
  const { model, onClose, onDone } = props;
  const { t } = useTranslation();
  const { command, move } = useMove(props, 'retired');
  const form = useFields(
    { reason: '', confirm: '' },
    {
      reason: { label: t('models.sheet.retire.reason'), max: 500 },
      confirm: { label: t('models.sheet.retire.confirm'), required: true },
    },
    command.problem,
  );
  const mismatch = form.values.confirm !== '' && form.values.confirm.trim() !== model.name;

  async function submit() {
    if (!form.check() || mismatch) {
      return;
    }
    const answer = await move(reasonOf(form.values.reason));
    if (answer) {
      onDone(t('models.sheet.retire.done'), outcome(answer));
    }
  }

  return (
    <FormFrame
      form={form}
      command={command}
      submit={t('models.sheet.retire.submit')}
      onSubmit={() => void submit()}
      onCancel={onClose}
    >
      <Move model={model} to="retired" />
      <p>{t('models.sheet.retire.text')}</p>
      <AreaField
        form={form}
        name="reason"
        label={t('models.sheet.retire.reason')}
        hint={t('models.sheet.retire.reasonHint')}
        focused
      />
      <TextField
        form={form}
        name="confirm"
        label={t('models.sheet.retire.confirm')}
        hint={<span className="mono">{model.name}</span>}
        required
      />
      {mismatch && (
        <p role="status" className="dimmed">
          {t('models.sheet.retire.mismatch')}
        </p>
      )}
    </FormFrame>
  );
}

export function RecordReview({ model, etag, onClose, onDone }: SheetProps) {
  const { t } = useTranslation();
  const me = useMe();
  const command = useCommand<Review>(touched, etag);
  const form = useFields(
    { outcome: 'endorsed', notes: '' },
    {
      outcome: { label: t('models.sheet.review.outcome'), required: true },
      notes: { label: t('models.sheet.review.notes'), required: true, max: 2000 },
    },
    command.problem,
    `review-${model.id}`,
  );

  async function submit(next?: 'approve') {
    if (!form.check()) {
      return;
    }
    const answer = await command.run({
      method: 'POST',
      path: `/models/${model.id}/reviews`,
      body: form.values,
    });
    if (answer) {
      form.done();
      onDone(t('models.sheet.review.done'), outcome(answer), next);
    }
  }

  return (
    <FormFrame
      form={form}
      command={command}
      submit={t('models.sheet.review.submit')}
      onSubmit={() => void submit()}
      onCancel={onClose}
      also={
        form.values.outcome === 'endorsed' && model.allowed_actions.includes('approve')
          ? { label: t('models.sheet.review.submitAndApprove'), run: () => void submit('approve') }
          : undefined
      }
    >
      {model.submitted_by === me.id && <p className="dimmed">{t('models.reviews.own')}</p>}
      <Radio.Group
        label={t('models.sheet.review.outcome')}
        value={form.values.outcome}
        onChange={(value) => form.set('outcome', value)}
      >
        <div style={{ display: 'grid', gap: 8, paddingTop: 8 }}>
          <Radio value="endorsed" label={t('reviewOutcome.endorsed')} />
          <Radio value="changes_requested" label={t('reviewOutcome.changes_requested')} />
        </div>
      </Radio.Group>
      <AreaField
        form={form}
        name="notes"
        label={t('models.sheet.review.notes')}
        hint={t('models.sheet.review.notesHint')}
        required
        focused
      />
    </FormFrame>
  );
}
