import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { MeProvider } from '@/api/me';
import { createQueryClient } from '@/api/queries';
import { session } from '@/api/session';
import type { Me, Model, TransitionAssessment } from '@/api/types';
import { Providers } from '@/app/App';

export const officer: Me = {
  id: 7,
  username: 'c.okafor',
  email: null,
  is_active: true,
  role: 'compliance_officer',
  organization_id: 1,
  platform: false,
  created_at: '2026-01-01T00:00:00Z',
  permissions: ['read', 'tokens:own', 'registry:write', 'models:submit', 'models:decide', 'policies:write'],
};

export const model: Model = {
  id: 42,
  name: 'fraud-scorer',
  description: null,
  owner: 'r.diaz',
  created_at: '2026-01-02T09:00:00Z',
  updated_at: '2026-01-03T09:00:00Z',
  organization_id: 1,
  environment: 'prod',
  risk_level: 'high',
  domain: 'finance',
  potential_harm: null,
  intended_purpose: 'Scores payments',
  data_sources: null,
  oversight_plan: null,
  data_sensitivity: 'pii',
  data_classification: 'confidential',
  jurisdiction: 'US',
  sector: null,
  compliance_status: 'under_review',
  submitted_by: 3,
  approved_by_user_id: null,
  approved_at: null,
  approval_notes: null,
  latest_version: null,
  allowed_actions: ['update', 'update_risk_profile', 'review', 'approve', 'return_to_draft'],
};

const facts = {
  current_status: 'under_review',
  attempted_status: 'approved',
  risk_level: 'high',
  metric_count: 0,
  independent_endorsement: false,
} as const;

export const blockedApproval: TransitionAssessment = {
  status: 'approved',
  reachable: true,
  allowed: false,
  permitted: false,
  reason: '1 policy refuses it.',
  policies: [
    {
      policy_id: 1,
      policy_name: 'No unacceptable risk',
      policy_version: 1,
      condition_type: 'prohibit_unacceptable_risk',
      mode: 'enforce',
      verdict: 'pass',
      reason: 'The risk is not unacceptable.',
      required: 'a risk below unacceptable',
      actual: 'risk high',
      facts,
    },
    {
      policy_id: 2,
      policy_name: 'Evaluation required',
      policy_version: 3,
      condition_type: 'require_evaluation_before_approval',
      mode: 'enforce',
      verdict: 'fail',
      reason: 'No version of the model has an evaluation metric.',
      required: 'at least 1 evaluation metric',
      actual: '0 evaluation metrics',
      facts,
    },
    {
      policy_id: 3,
      policy_name: 'Independent review',
      policy_version: 1,
      condition_type: 'require_review_for_high_risk',
      mode: 'warn',
      verdict: 'warn',
      reason: 'It needs an endorsing review.',
      required: 'an endorsing review',
      actual: 'no independent endorsement',
      facts,
    },
  ],
};

/** Renders a part of a page for somebody who is signed in. */
export function show(element: ReactNode, { me = officer, at = '/' }: { me?: Me; at?: string } = {}) {
  session.open({ user_id: me.id, csrf_token: 'csrf', expires_at: null });
  const router = createMemoryRouter([{ path: '*', element: <MeProvider value={me}>{element}</MeProvider> }], {
    initialEntries: [at],
  });
  return {
    router,
    ...render(
      <Providers client={createQueryClient()}>
        <RouterProvider router={router} />
      </Providers>,
    ),
  };
}
