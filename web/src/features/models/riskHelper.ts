import type { RiskLevel } from '@/api/types';

export const questions = ['prohibited', 'annex', 'safety', 'profile', 'people'] as const;
export type Question = (typeof questions)[number];
export type Answers = Partial<Record<Question, boolean>>;

export interface Suggestion {
  level: RiskLevel;
  reason: Question | 'none';
}

/** What the answers point to: the gravest one decides. Null while a question is open. */
export function suggest(answers: Answers): Suggestion | null {
  if (answers.prohibited) {
    return { level: 'unacceptable', reason: 'prohibited' };
  }
  if (questions.some((question) => answers[question] === undefined)) {
    return null;
  }
  if (answers.annex) {
    return { level: 'high', reason: 'annex' };
  }
  if (answers.safety) {
    return { level: 'high', reason: 'safety' };
  }
  if (answers.people) {
    return { level: 'limited', reason: 'people' };
  }
  if (answers.profile) {
    return { level: 'limited', reason: 'profile' };
  }
  return { level: 'minimal', reason: 'none' };
}
