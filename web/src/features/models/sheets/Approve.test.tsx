import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import '@/locales/models';
import { blockedApproval, model, show } from '@/test/render';
import { server } from '@/test/server';
import { Approve } from './MoveSheets';

const props = { model, etag: '"5"', onClose: vi.fn() };

beforeEach(() => {
  server.use(http.get('/api/v1/models/42/transitions', () => HttpResponse.json([blockedApproval])));
});

describe('approving', () => {
  it('needs notes, and leads to the field that lacks them', async () => {
    show(<Approve {...props} onDone={vi.fn()} />);
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('Approval notes is required.');
    await userEvent.click(screen.getByRole('link', { name: 'Approval notes is required.' }));
    expect(screen.getByRole('textbox')).toHaveFocus();
    expect(screen.getByRole('textbox')).toBeInvalid();
  });

  it('is made against the version that was read, and reports its event', async () => {
    const done = vi.fn();
    let sent: { body: unknown; ifMatch: string | null; key: string | null } | null = null;
    server.use(
      http.patch('/api/v1/models/42/compliance-status', async ({ request }) => {
        sent = {
          body: await request.json(),
          ifMatch: request.headers.get('If-Match'),
          key: request.headers.get('Idempotency-Key'),
        };
        return HttpResponse.json(model, { headers: { 'Hub-Position': '18204' } });
      }),
    );
    show(<Approve {...props} onDone={done} />);
    await userEvent.type(screen.getByRole('textbox'), 'In order.');
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(done).toHaveBeenCalledWith('Approved.', { position: 18204, warnings: undefined }),
    );
    expect(sent).toMatchObject({ body: { status: 'approved', approval_notes: 'In order.' }, ifMatch: '"5"' });
    expect(sent!.key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('shows a refusal as what the policies found, and keeps the notes', async () => {
    server.use(
      http.patch('/api/v1/models/42/compliance-status', () =>
        HttpResponse.json(
          {
            type: '/problems/policy-violation',
            detail: 'Policy violation: Evaluation required',
            violations: [blockedApproval.policies[1]],
            violation_ids: [9],
          },
          { status: 403 },
        ),
      ),
    );
    show(<Approve {...props} onDone={vi.fn()} />);
    await userEvent.type(screen.getByRole('textbox'), 'In order.');
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('1 policy blocks this. The refusal is recorded.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Evaluation required' })).toHaveAttribute('href', '/policies/2');
    expect(screen.getByRole('textbox')).toHaveValue('In order.');
  });

  it('repeats under the same key when nobody knows what became of it', async () => {
    const keys: (string | null)[] = [];
    server.use(
      http.patch('/api/v1/models/42/compliance-status', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return keys.length === 1
          ? HttpResponse.json({ type: '/problems/outcome-unknown' }, { status: 503 })
          : HttpResponse.json(model);
      }),
    );
    const done = vi.fn();
    show(<Approve {...props} onDone={done} />);
    await userEvent.type(screen.getByRole('textbox'), 'In order.');
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    await screen.findByText('The change may have been applied');
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(keys[0]).toBe(keys[1]);
  });
});
