import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { server } from '@/test/server';
import { show } from '@/test/render';
import { DemoBand } from './DemoBand';

const welcome = { message: 'Welcome', version: '0.1.0' };

describe('the band of a demonstration', () => {
  it('is a landmark with a name, and says before the sign-in where the accounts are', async () => {
    server.use(http.get('/api/v1/', () => HttpResponse.json({ ...welcome, demonstration: true })));
    show(<DemoBand signingIn />);
    const band = await screen.findByRole('complementary', { name: 'Demonstration' });
    expect(band).toHaveTextContent('are made up');
    expect(band).toHaveTextContent('demonstration-accounts');
  });

  it('is absent where the data are real', async () => {
    let asked = false;
    server.use(
      http.get('/api/v1/', () => {
        asked = true;
        return HttpResponse.json(welcome);
      }),
    );
    show(<DemoBand />);
    await waitFor(() => expect(asked).toBe(true));
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
  });
});
