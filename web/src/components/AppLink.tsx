import { useCallback, type ComponentProps } from 'react';
import { Link, NavLink, useLocation, useNavigate, type NavigateOptions, type To } from 'react-router';
import { carryScope } from '@/lib/scope';

/** Adds the scope of the present address to a target. */
export function useScopedTo(): (to: To) => To {
  const { search } = useLocation();
  return useCallback((to: To) => carryScope(to, new URLSearchParams(search)), [search]);
}

/** A link within the application, in the same scope. */
export function AppLink({ to, ...rest }: ComponentProps<typeof Link>) {
  const scoped = useScopedTo();
  return <Link to={scoped(to)} {...rest} />;
}

export function AppNavLink({ to, ...rest }: ComponentProps<typeof NavLink>) {
  const scoped = useScopedTo();
  return <NavLink to={scoped(to)} {...rest} />;
}

/** Navigation within the application, in the same scope. */
export function useAppNavigate() {
  const navigate = useNavigate();
  const scoped = useScopedTo();
  return useCallback(
    (to: To, options?: NavigateOptions) => void navigate(scoped(to), options),
    [navigate, scoped],
  );
}
