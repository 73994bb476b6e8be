import type { Finding } from './types';

/**
 * The problems that the hub answers with, by the last segment of their `type`. Ours are `network`, for no answer at all, and
 * `wrong-password`, for the `unauthenticated` of somebody who has just tried to sign in.
 */
export type ProblemKind =
  | 'malformed'
  | 'missing-field'
  | 'unknown-parameter'
  | 'unauthenticated'
  | 'forbidden'
  | 'policy-violation'
  | 'not-found'
  | 'duplicate'
  | 'illegal-transition'
  | 'model-retired'
  | 'cycle'
  | 'in-flight'
  | 'position-unknown'
  | 'stale-version'
  | 'invalid-fields'
  | 'report-too-large'
  | 'key-reused'
  | 'too-many-requests'
  | 'projection-behind'
  | 'projection-damaged'
  | 'outcome-unknown'
  | 'unavailable'
  | 'network'
  | 'wrong-password'
  | 'other';

const kinds = new Set<string>([
  'malformed',
  'missing-field',
  'unknown-parameter',
  'unauthenticated',
  'forbidden',
  'policy-violation',
  'not-found',
  'duplicate',
  'illegal-transition',
  'model-retired',
  'cycle',
  'in-flight',
  'position-unknown',
  'stale-version',
  'invalid-fields',
  'report-too-large',
  'key-reused',
  'too-many-requests',
  'projection-behind',
  'projection-damaged',
  'outcome-unknown',
  'unavailable',
  'wrong-password',
]);

export interface FieldProblem {
  /** The member that is wrong, by its name on the wire; empty for the body as a whole. */
  field: string;
  detail: string;
}

interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  errors?: { pointer?: string; detail?: string }[];
  violations?: Finding[];
  violation_ids?: number[];
  id?: number;
}

/** An answer of the hub that is no success, or none at all. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly instance: string | null;
  readonly fields: FieldProblem[];
  readonly violations: Finding[];
  readonly violationIds: number[];
  /** The resource that a duplicate collides with. */
  readonly existingId: number | null;
  readonly retryAfterSeconds: number | null;
  readonly correlationId: string | null;

  constructor(status: number, body: ProblemBody, headers?: Headers) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.kind = kindOf(status, body.type);
    this.status = status;
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.instance = body.instance ?? null;
    this.fields = (body.errors ?? []).map((error) => ({
      field: pointerToField(error.pointer ?? ''),
      detail: error.detail ?? '',
    }));
    this.violations = body.violations ?? [];
    this.violationIds = body.violation_ids ?? [];
    this.existingId = body.id ?? null;
    const retry = Number(headers?.get('Retry-After') ?? Number.NaN);
    this.retryAfterSeconds = Number.isFinite(retry) ? retry : null;
    this.correlationId = headers?.get('X-Correlation-Id') ?? null;
  }

  /** What was caught, as a problem: where it is none, nothing has come back. */
  static of(error: unknown): Problem {
    return error instanceof Problem ? error : Problem.network(error);
  }

  static network(cause: unknown): Problem {
    const problem = new Problem(0, { type: '/problems/network' });
    problem.cause = cause;
    return problem;
  }

  /** Whether trying again may help, without the reader changing anything. */
  get isPassing(): boolean {
    return this.kind === 'network' || this.status >= 500 || this.kind === 'in-flight';
  }
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem;
}

function kindOf(status: number, type: string | undefined): ProblemKind {
  if (type === '/problems/network') {
    return 'network';
  }
  const slug = type?.split('/').pop() ?? '';
  if (kinds.has(slug)) {
    return slug as ProblemKind;
  }
  return status === 401 ? 'unauthenticated' : 'other';
}

function pointerToField(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}
