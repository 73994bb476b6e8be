import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

/** The hub, as far as a test needs it: each test says what it answers, but for names, which are asked for everywhere. */
export const server = setupServer(http.get('/api/v1/users/directory', () => HttpResponse.json([])));
