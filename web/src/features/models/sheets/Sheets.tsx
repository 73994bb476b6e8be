import '@/locales/models';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelAction } from '@/api/types';
import { Sheet } from '@/components/Sheet';
import type { SheetProps } from './common';
import { EditFacts, EditRisk } from './EditSheets';
import { AddDependency, LinkDataset, RecordMetric, RegisterVersion } from './EvidenceSheets';
import { Approve, RecordReview, Retire, ReturnToDraft, SubmitForReview } from './MoveSheets';

const titles = {
  update: 'models.sheet.edit.title',
  update_risk_profile: 'models.sheet.risk.title',
  register_version: 'models.sheet.version.title',
  record_metric: 'models.sheet.metric.title',
  link_dataset: 'models.sheet.dataset.title',
  add_dependency: 'models.sheet.dependency.title',
  submit_for_review: 'models.sheet.submit.title',
  review: 'models.sheet.review.title',
  approve: 'models.sheet.approve.title',
  return_to_draft: 'models.sheet.return.title',
  retire: 'models.sheet.retire.title',
} as const satisfies Record<ModelAction, string>;

/** The sheet of an action, beside the model that it is about. */
export function Sheets({ action, ...props }: SheetProps & { action: ModelAction }) {
  const { t } = useTranslation();
  return (
    <Sheet opened onClose={props.onClose} title={t(titles[action], { name: props.model.name })}>
      {content(action, props)}
    </Sheet>
  );
}

function content(action: ModelAction, props: SheetProps): ReactNode {
  switch (action) {
    case 'update':
      return <EditFacts {...props} />;
    case 'update_risk_profile':
      return <EditRisk {...props} />;
    case 'register_version':
      return <RegisterVersion {...props} />;
    case 'record_metric':
      return <RecordMetric {...props} />;
    case 'link_dataset':
      return <LinkDataset {...props} />;
    case 'add_dependency':
      return <AddDependency {...props} />;
    case 'submit_for_review':
      return <SubmitForReview {...props} />;
    case 'review':
      return <RecordReview {...props} />;
    case 'approve':
      return <Approve {...props} />;
    case 'return_to_draft':
      return <ReturnToDraft {...props} />;
    case 'retire':
      return <Retire {...props} />;
  }
}
