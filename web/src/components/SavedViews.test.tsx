import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type { SavedView } from '@/api/types';
import { server } from '@/test/server';
import { officer, show } from '@/test/render';
import { expanded, kept, SavedViews } from './SavedViews';

const view: SavedView = {
  id: 7,
  user_id: officer.id,
  name: 'High risk in production',
  page: 'models',
  query: 'risk=high&env=prod',
  shared: false,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
};

describe('a saved view', () => {
  it('keeps filters and scope, and no place in the list', () => {
    expect(kept(new URLSearchParams('risk=high&org=2&cursor=abc&view=7&tz=utc&do=new'))).toBe(
      'risk=high&org=2',
    );
  });

  it('stands for its query, and says nothing where the address says something', () => {
    expect(expanded(new URLSearchParams('view=7&org=2&tz=utc'), view)?.toString()).toBe(
      'risk=high&env=prod&org=2&tz=utc&view=7',
    );
    expect(expanded(new URLSearchParams('view=7&risk=limited'), view)).toBeNull();
    expect(expanded(new URLSearchParams('view=7'), { ...view, query: '' })).toBeNull();
  });
});

describe('the menu of views', () => {
  const views = (list: SavedView[]) => server.use(http.get('/api/v1/views', () => HttpResponse.json(list)));

  it('opens the one of the address, and saves what was changed', async () => {
    views([view]);
    let patched: unknown;
    server.use(
      http.patch('/api/v1/views/7', async ({ request }) => {
        patched = await request.json();
        return HttpResponse.json({ ...view, ...(patched as object) });
      }),
    );
    const { router } = show(<SavedViews page="models" />, { at: '/models?view=7' });
    await screen.findByRole('button', { name: 'View: High risk in production' });
    expect(router.state.location.search).toBe('?risk=high&env=prod&view=7');

    await router.navigate('/models?env=prod&view=7&cursor=abc');
    expect(router.state.location.search).toBe('?env=prod&view=7&cursor=abc');
    await router.navigate('/models?view=7');
    expect(router.state.location.search).toBe('?view=7');

    await router.navigate('/models?risk=limited&env=prod&view=7');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'View: High risk in production (changed)' }));
    await user.click(
      await screen.findByRole('menuitem', {
        name: 'Save the changes to High risk in production',
        hidden: true,
      }),
    );
    await waitFor(() => expect(patched).toEqual({ query: 'risk=limited&env=prod' }));
  });

  it('saves the address under a name, shared or not', async () => {
    views([]);
    let posted: unknown;
    server.use(
      http.post('/api/v1/views', async ({ request }) => {
        posted = await request.json();
        return HttpResponse.json({ ...view, id: 8 }, { status: 201 });
      }),
    );
    const { router } = show(<SavedViews page="audit" />, { at: '/audit?q=actor%3Aada&cursor=x' });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Views' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Save this view', hidden: true }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(within(dialog).getByText('Name of the view is required.')).toBeInTheDocument();
    await user.type(within(dialog).getByRole('textbox', { name: 'Name of the view' }), 'Ada');
    await user.click(within(dialog).getByRole('checkbox', { name: /Share it/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(posted).toEqual({ name: 'Ada', page: 'audit', query: 'q=actor%3Aada', shared: true }),
    );
    await waitFor(() => expect(router.state.location.search).toContain('view=8'));
  });

  it('lets nobody but its maker and officers change one that is shared', async () => {
    views([{ ...view, user_id: 99, shared: true }]);
    const me = { ...officer, role: 'auditor', permissions: ['read'] } as typeof officer;
    show(<SavedViews page="models" />, { me, at: '/models?view=7' });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /^View: High risk/ }));
    expect(
      await screen.findByRole('menuitem', { name: /High risk in production/, hidden: true }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('menuitem', { name: /Delete|Rename/, hidden: true })).toBeNull();
  });

  it('says so where the address names one that cannot be seen', async () => {
    views([]);
    show(<SavedViews page="models" />, { at: '/models?view=12' });
    expect(await screen.findByText(/does not exist, or is somebody else/)).toBeInTheDocument();
  });
});
