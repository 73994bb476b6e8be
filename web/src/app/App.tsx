import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { createQueryClient } from '@/api/queries';
import { cssVariablesResolver, theme } from '@/theme/theme';
import './i18n';
import { routes } from './routes';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'hub-color-scheme' });

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </MantineProvider>
  );
}

export function App() {
  const [client] = useState(createQueryClient);
  const [router] = useState(() => createBrowserRouter(routes));
  return (
    <Providers client={client}>
      {/* At once, not as transitions: what is chosen, and where links lead, is worked out from the address that is shown. */}
      <RouterProvider router={router} useTransitions={false} />
    </Providers>
  );
}
