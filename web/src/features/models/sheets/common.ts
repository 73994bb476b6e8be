import type { Answer } from '@/api/client';
import type { Finding, Model, ModelAction } from '@/api/types';

/** What a sheet can be opened for; the address names it, so that it opens again after a reload. */
export const sheetActions: readonly ModelAction[] = [
  'update',
  'update_risk_profile',
  'register_version',
  'record_metric',
  'link_dataset',
  'add_dependency',
  'submit_for_review',
  'review',
  'approve',
  'return_to_draft',
  'retire',
];

/** @param next what to open, now that this is done */
export type Done = (
  text: string,
  answer: { position: number | null; warnings?: Finding[] },
  next?: ModelAction,
) => void;

export interface SheetProps {
  model: Model;
  etag: string | null;
  onClose: () => void;
  onDone: Done;
}

export function outcome(answer: Answer<unknown>): { position: number | null; warnings?: Finding[] } {
  return {
    position: answer.position,
    warnings: (answer.data as { warnings?: Finding[] } | undefined)?.warnings,
  };
}
