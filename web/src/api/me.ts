import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { call } from './client';
import { useResource } from './queries';
import { session } from './session';
import type { Me, Organization, Permission, Person, Role, Session } from './types';

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

/** The person who is signed in; only below the sign-in gate. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) {
    throw new Error('nobody is signed in here');
  }
  return me;
}

export function useCan(): (permission: Permission) => boolean {
  const me = useMe();
  return (permission) => me.permissions.includes(permission);
}

/** Takes up the session that the browser has a cookie for, if the hub still knows it. */
export async function resume(): Promise<void> {
  try {
    session.open((await call<Session>('GET', '/session', { aboutSession: true })).data);
  } catch (error) {
    if ((error as { status?: number }).status === 401 || (error as { status?: number }).status === 404) {
      session.close();
      return;
    }
    throw error;
  }
}

export async function signIn(username: string, password: string): Promise<boolean> {
  const answer = await call<Session>('POST', '/session', {
    body: { username, password },
    aboutSession: true,
  });
  return session.open(answer.data);
}

export async function signOut(): Promise<void> {
  await call<void>('DELETE', '/session', { aboutSession: true });
  session.close();
}

export function useMeQuery(enabled: boolean) {
  return useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => (await call<Me>('GET', '/auth/me', { signal })).data,
    enabled,
    staleTime: 60_000,
  });
}

/** The organisations that the caller may see: all of them for platform staff, else one. */
export function useOrganizations(): Organization[] {
  const answer = useResource<Organization[]>('/organizations', {}, { staleTime: 60_000 });
  return answer.data?.data ?? [];
}

export function useOrganizationName(): (id: number | null) => string | null {
  const organizations = useOrganizations();
  return (id) => organizations.find((one) => one.id === id)?.name ?? null;
}

/** The people whom the caller can meet: those of the organisation, and platform staff. */
export function usePeople(): Person[] | undefined {
  return useResource<Person[]>('/users/directory', {}, { staleTime: 60_000 }).data?.data;
}

/** Names of users by id, as far as the caller may know them. */
export function useUserName(): (id: number | null) => string | null {
  const me = useMe();
  const people = usePeople();
  return (id) => {
    if (id === null) {
      return null;
    }
    return id === me.id ? me.username : (people?.find((one) => one.id === id)?.username ?? null);
  };
}

const ranks = ['auditor', 'model_owner', 'compliance_officer', 'admin'] as const;

/** The names of those who have a role, or more, in an organisation; oneself not among them. Undefined until they are known. */
export function useWhoHas(role: Role, organization: number | null): string[] | undefined {
  const me = useMe();
  return usePeople()
    ?.filter((one) => one.is_active && one.id !== me.id && one.organization_id === organization)
    .filter((one) => ranks.indexOf(one.role) >= ranks.indexOf(role))
    .map((one) => one.username);
}
