import { Navigate, useLocation, type RouteObject } from 'react-router';
import { Crash } from './Crash';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

/** The addresses of the predecessor go on working. */
function Moved({ to }: { to: string }) {
  const { search } = useLocation();
  return <Navigate to={to + search} replace />;
}

export const routes: RouteObject[] = [
  {
    path: '/sign-in',
    lazy: async () => ({ Component: (await import('@/features/session/SignInPage')).SignInPage }),
    ErrorBoundary: Crash,
    HydrateFallback: () => null,
  },
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: Crash,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: Crash,
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import('@/features/home/HomePage')).HomePage }),
          },
          {
            path: 'models',
            lazy: async () => ({ Component: (await import('@/features/models/ModelsPage')).ModelsPage }),
          },
          {
            path: 'models/new',
            lazy: async () => ({ Component: (await import('@/features/models/NewModelPage')).NewModelPage }),
          },
          { path: 'new', element: <Moved to="/models/new" /> },
          {
            path: 'models/:id/compare',
            lazy: async () => ({ Component: (await import('@/features/models/ComparePage')).ComparePage }),
          },
          {
            path: 'models/:id/:tab?',
            lazy: async () => ({ Component: (await import('@/features/models/ModelPage')).ModelPage }),
          },
          {
            path: 'approvals',
            lazy: async () => ({
              Component: (await import('@/features/governance/ApprovalsPage')).ApprovalsPage,
            }),
          },
          {
            path: 'policies',
            lazy: async () => ({
              Component: (await import('@/features/governance/PoliciesPage')).PoliciesPage,
            }),
          },
          {
            path: 'policies/new',
            lazy: async () => ({
              Component: (await import('@/features/governance/NewPolicyPage')).NewPolicyPage,
            }),
          },
          {
            path: 'policies/:id',
            lazy: async () => ({ Component: (await import('@/features/governance/PolicyPage')).PolicyPage }),
          },
          {
            path: 'violations',
            lazy: async () => ({
              Component: (await import('@/features/governance/ViolationsPage')).ViolationsPage,
            }),
          },
          {
            path: 'lineage',
            lazy: async () => ({ Component: (await import('@/features/models/LineagePage')).LineagePage }),
          },
          {
            path: 'audit',
            lazy: async () => ({ Component: (await import('@/features/audit/AuditPage')).AuditPage }),
          },
          {
            path: 'dashboard',
            lazy: async () => ({
              Component: (await import('@/features/dashboard/DashboardPage')).DashboardPage,
            }),
          },
          {
            path: 'datasets',
            lazy: async () => ({ Component: (await import('@/features/admin/DatasetsPage')).DatasetsPage }),
          },
          {
            path: 'datasets/:id',
            lazy: async () => ({ Component: (await import('@/features/admin/DatasetPage')).DatasetPage }),
          },
          {
            path: 'organizations',
            lazy: async () => ({
              Component: (await import('@/features/admin/OrganizationsPage')).OrganizationsPage,
            }),
          },
          {
            path: 'organizations/:id',
            lazy: async () => ({
              Component: (await import('@/features/admin/OrganizationPage')).OrganizationPage,
            }),
          },
          {
            path: 'users',
            lazy: async () => ({ Component: (await import('@/features/admin/UsersPage')).UsersPage }),
          },
          {
            path: 'tokens',
            lazy: async () => ({ Component: (await import('@/features/admin/TokensPage')).TokensPage }),
          },
          {
            path: 'settings',
            lazy: async () => ({
              Component: (await import('@/features/settings/SettingsPage')).SettingsPage,
            }),
          },
          {
            path: 'accessibility',
            lazy: async () => ({
              Component: (await import('@/features/settings/AccessibilityPage')).AccessibilityPage,
            }),
          },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
];
