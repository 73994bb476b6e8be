import { setupServer } from 'msw/node';

/** The hub, as far as a test needs it: each test says what it answers. */
export const server = setupServer();
