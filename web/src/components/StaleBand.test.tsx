import { act, screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { page } from '@/api/client';
import { server } from '@/test/server';
import { show } from '@/test/render';
import { StaleBand } from './StaleBand';

describe('the band of what is incomplete', () => {
  const models = (headers: Record<string, string>) =>
    server.use(http.get('/api/v1/models', () => HttpResponse.json([], { headers })));

  it('is there from the answer that says so until the same list is whole again', async () => {
    models({ 'Hub-Stale': 'true', 'Hub-Damaged-Entities': '2' });
    server.use(http.get('/api/v1/users', () => HttpResponse.json([])));
    show(<StaleBand />);
    expect(screen.queryByRole('status', { name: 'Incomplete' })).not.toBeInTheDocument();

    await act(() => page('/models', {}));
    expect(screen.getByRole('status', { name: 'Incomplete' })).toHaveTextContent('Of 2 models');
    await act(() => page('/users', {}));
    expect(screen.getByRole('status', { name: 'Incomplete' })).toBeInTheDocument();

    models({});
    await act(() => page('/models', {}));
    expect(screen.queryByRole('status', { name: 'Incomplete' })).not.toBeInTheDocument();
  });
});
