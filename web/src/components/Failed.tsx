import type { Problem } from '@/api/problem';
import { Page } from './Page';
import { ProblemNote } from './ProblemNote';

/** A page whose subject could not be read: it still says what it would be about. */
export function Failed({ title, problem, retry }: { title: string; problem: Problem; retry: () => void }) {
  return (
    <Page title={title} width="reading">
      <ProblemNote problem={problem} retry={retry} />
    </Page>
  );
}
