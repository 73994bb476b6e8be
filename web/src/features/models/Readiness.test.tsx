import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { blockedApproval, model, show } from '@/test/render';
import { server } from '@/test/server';
import { Readiness } from './Readiness';

function answer(assessments: object[]) {
  server.use(http.get('/api/v1/models/42/transitions', () => HttpResponse.json(assessments)));
}

const returnToDraft = {
  status: 'draft',
  reachable: true,
  allowed: true,
  permitted: true,
  reason: 'It may.',
  policies: [],
};

describe('approval readiness', () => {
  it('says how many policies block, which, and what each needs and found', async () => {
    answer([blockedApproval, returnToDraft]);
    show(<Readiness model={model} start={vi.fn()} />);
    expect(await screen.findByText('Not yet: 1 of 3 policies block')).toBeVisible();
    const row = screen.getByText('Evaluation required').closest('li')!;
    expect(within(row).getByText('at least 1 evaluation metric')).toBeVisible();
    expect(within(row).getByText('0 evaluation metrics')).toBeVisible();
  });

  it('puts what blocks first, then what would, and folds what passes', async () => {
    answer([blockedApproval]);
    show(<Readiness model={model} start={vi.fn()} />);
    await screen.findByText('Evaluation required');
    const names = screen.getAllByRole('listitem').map((item) => within(item).getByRole('link').textContent);
    expect(names).toEqual(['Evaluation required', 'Independent review']);
    await userEvent.click(screen.getByRole('button', { name: 'show' }));
    expect(screen.getByText('No unacceptable risk')).toBeVisible();
  });

  it('offers the fix to who may make it, and names who may to everybody else', async () => {
    answer([blockedApproval]);
    const start = vi.fn();
    show(<Readiness model={model} start={start} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Record a review' }));
    expect(start).toHaveBeenCalledWith('review');
    expect(screen.queryByRole('button', { name: 'Record a metric' })).toBeNull();
    expect(screen.getByText(/A model owner can record a metric/)).toBeVisible();
  });

  it('keeps a refused approval within reach, and describes why it is refused', async () => {
    answer([blockedApproval, returnToDraft]);
    const start = vi.fn();
    show(<Readiness model={model} start={start} />);
    const approve = await screen.findByRole('button', { name: 'Approve' });
    expect(approve).toHaveAttribute('aria-disabled', 'true');
    expect(approve).toHaveAccessibleDescription('1 policy blocks it');
    approve.focus();
    expect(approve).toHaveFocus();
    await userEvent.click(approve);
    expect(start).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Return to draft' }));
    expect(start).toHaveBeenCalledWith('return_to_draft');
  });

  it('names who can approve, for who cannot', async () => {
    answer([{ ...blockedApproval, policies: [], allowed: true }]);
    const person = { platform: false, organization_id: 1, is_active: true };
    server.use(
      http.get('/api/v1/users/directory', () =>
        HttpResponse.json([
          { ...person, id: 20, username: 'a.admin', role: 'admin' },
          { ...person, id: 21, username: 'o.officer', role: 'compliance_officer' },
          { ...person, id: 22, username: 'e.engineer', role: 'model_owner' },
          { ...person, id: 23, username: 'g.gone', role: 'admin', is_active: false },
          { ...person, id: 24, username: 'e.elsewhere', role: 'admin', organization_id: 2 },
        ]),
      ),
    );
    show(<Readiness model={{ ...model, allowed_actions: ['update'] }} start={vi.fn()} />);
    expect(await screen.findByText('a.admin and o.officer can do this.')).toBeVisible();
  });

  it('says what went wrong if the hub cannot tell', async () => {
    server.use(
      http.get('/api/v1/models/42/transitions', () =>
        HttpResponse.json({ type: '/problems/forbidden', detail: 'Not for you.' }, { status: 403 }),
      ),
    );
    show(<Readiness model={model} start={vi.fn()} />);
    expect(await screen.findByText('Not for you.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
