import { ActionIcon, Button, Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconChevronsLeft,
  IconChevronsRight,
  IconMenu2,
  IconSearch,
  IconSunMoon,
  IconUser,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { signOut, useCan, useMe, useOrganizations } from '@/api/me';
import { Problem } from '@/api/problem';
import { session, useSession } from '@/api/session';
import { environments } from '@/api/types';
import { AppLink, AppNavLink } from '@/components/AppLink';
import { DemoBand } from '@/components/DemoBand';
import { StaleBand } from '@/components/StaleBand';
import { ProblemNote } from '@/components/ProblemNote';
import { SessionGate } from '@/features/session/SessionGate';
import { startLive, useLiveState } from '@/live/live';
import { formatRelative, zoneName } from '@/lib/format';
import { setPreference, usePreferences } from '@/lib/preferences';
import { useScope } from '@/lib/scope';
import { useUrlState } from '@/lib/useUrlState';
import { useZone } from '@/lib/useZone';
import { Breadcrumb } from './Breadcrumb';
import { IgnoredKeys } from './IgnoredKeys';
import { visiblePlaces } from './places';
import classes from './Shell.module.css';
import { useShortcuts } from './shortcuts';
import { useFocusMemory } from './useFocusMemory';

const CommandPalette = lazy(async () => ({ default: (await import('./CommandPalette')).CommandPalette }));
const KeyboardMap = lazy(async () => ({ default: (await import('./KeyboardMap')).KeyboardMap }));

export function Shell() {
  return (
    <SessionGate>
      <Frame />
    </SessionGate>
  );
}

function Frame() {
  const { t } = useTranslation();
  const { railCollapsed } = usePreferences();
  const [menuOpen, setMenuOpen] = useState(false);
  const [palette, setPalette] = useState(false);
  const [keyboard, setKeyboard] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname, key } = useLocation();
  const before = useRef(pathname);

  useShortcuts({ palette: () => setPalette(true), keyboard: () => setKeyboard(true) });
  const { status } = useSession();
  const isActive = status === 'active';
  // The stream ends with the session, and begins anew with the next one.
  useEffect(() => (isActive ? startLive() : undefined), [isActive]);
  const isFocusKnown = useFocusMemory(main);
  useEffect(() => {
    // Who navigates hears the new page's title; the first page, and tabs of the same page, leave the focus alone.
    const place = (path: string) => path.split('/').slice(0, 3).join('/');
    if (place(before.current) !== place(pathname)) {
      setMenuOpen(false);
      if (!isFocusKnown(key)) {
        const title = main.current?.querySelector<HTMLElement>('h1');
        (title ?? main.current)?.focus({ preventScroll: true });
      }
    }
    before.current = pathname;
  }, [pathname, key, isFocusKnown]);

  return (
    <div className={classes.shell} data-collapsed={railCollapsed}>
      <a className={classes.skip} href="#content" onClick={() => main.current?.focus()}>
        {t('app.skip')}
      </a>
      <Rail open={menuOpen} />
      {menuOpen && (
        <button
          type="button"
          className={classes.scrim}
          aria-label={t('app.nav.close')}
          onClick={() => setMenuOpen(false)}
        />
      )}
      <div className={classes.column}>
        <header className={classes.header}>
          <ActionIcon
            className={classes.menuButton}
            variant="default"
            size={36}
            aria-label={t('app.nav.open')}
            aria-expanded={menuOpen}
            onClick={() => setMenuOpen(!menuOpen)}
          >
            <IconMenu2 size={18} stroke={1.5} />
          </ActionIcon>
          <Breadcrumb />
          <ScopePicker />
          <Button
            size="xs"
            onClick={() => setPalette(true)}
            leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
            aria-keyshortcuts="Control+K Meta+K"
            aria-label={t('app.header.search')}
          >
            <span className={classes.searchText}>{t('app.header.search')}</span>
            <kbd className={classes.kbd} style={{ marginInlineStart: 8 }}>
              {/Mac|iP/.test(navigator.platform) ? '⌘K' : 'Ctrl K'}
            </kbd>
          </Button>
          <LiveDot />
          <ZoneMenu />
          <SchemeMenu />
          <AccountMenu />
        </header>
        <DemoBand />
        <StaleBand />
        <main className={classes.main} id="content" ref={main} tabIndex={-1}>
          <IgnoredKeys />
          <Outlet />
        </main>
      </div>
      <ScrollRestoration getKey={(location) => location.key} />
      <Suspense>
        {palette && <CommandPalette close={() => setPalette(false)} showKeyboard={() => setKeyboard(true)} />}
      </Suspense>
      <Suspense>{keyboard && <KeyboardMap close={() => setKeyboard(false)} />}</Suspense>
    </div>
  );
}

function Rail({ open }: { open: boolean }) {
  const { t } = useTranslation();
  const can = useCan();
  const { railCollapsed } = usePreferences();
  const shown = visiblePlaces(can);
  const groups = [null, 'register', 'governance', 'admin'] as const;
  return (
    <nav className={classes.rail} aria-label={t('app.nav.label')} data-open={open}>
      <AppLink to="/" className={classes.brand}>
        <svg width={22} height={26} viewBox="0 0 22 26" aria-hidden="true">
          <rect x={1} y={1} width={20} height={24} fill="none" stroke="currentColor" strokeWidth={1.6} />
          <path d="M5 8h12M5 13h12M5 18h6" stroke="currentColor" strokeWidth={1.6} />
        </svg>
        <span className={classes.label}>{t('app.name')}</span>
      </AppLink>
      {groups.map((group) => (
        <div key={group ?? 'top'} className={classes.group}>
          {group && (
            <div className={classes.groupName} id={`rail-${group}`}>
              {t(`app.nav.${group}Group`)}
            </div>
          )}
          <ul aria-labelledby={group ? `rail-${group}` : undefined}>
            {shown
              .filter((place) => place.group === group)
              .map(({ key, to, icon: Icon }) => (
                <li key={key}>
                  <AppNavLink
                    to={to}
                    end={to === '/'}
                    className={classes.item}
                    title={railCollapsed ? t(`app.nav.${key}`) : undefined}
                  >
                    <Icon size={18} stroke={1.5} aria-hidden="true" />
                    <span className={classes.label}>{t(`app.nav.${key}`)}</span>
                  </AppNavLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <div className={classes.railFoot}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={railCollapsed ? t('app.nav.expand') : t('app.nav.collapse')}
          onClick={() => setPreference('railCollapsed', !railCollapsed)}
        >
          {railCollapsed ? (
            <IconChevronsRight size={18} stroke={1.5} />
          ) : (
            <IconChevronsLeft size={18} stroke={1.5} />
          )}
        </ActionIcon>
      </div>
    </nav>
  );
}

function ScopePicker() {
  const { t } = useTranslation();
  const me = useMe();
  const organizations = useOrganizations();
  const scope = useScope();
  const { change } = useUrlState();
  return (
    <div className={classes.scope}>
      {me.platform && (
        <select
          className={classes.select}
          aria-label={t('app.scope.organization')}
          data-set={scope.org !== null}
          value={scope.org ?? ''}
          onChange={(event) => change({ org: event.currentTarget.value }, { everywhere: true })}
        >
          <option value="">{t('app.scope.allOrganizations')}</option>
          {organizations.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
      <select
        className={classes.select}
        aria-label={t('app.scope.environment')}
        data-set={scope.env !== null}
        value={scope.env ?? ''}
        onChange={(event) => change({ env: event.currentTarget.value }, { everywhere: true })}
      >
        <option value="">{t('app.scope.allEnvironments')}</option>
        {environments.map((one) => (
          <option key={one} value={one}>
            {t(`environment.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function LiveDot() {
  const { t } = useTranslation();
  const { state, heardAt } = useLiveState();
  const name = t(`app.live.${state}`);
  const title = heardAt
    ? t('app.live.since', { state: name, ago: formatRelative(new Date(heardAt).toISOString()) })
    : name;
  return (
    <span className={classes.live} data-state={state} role="status" title={title}>
      <span className={classes.dot} aria-hidden="true" />
      <span className={classes.liveText}>{name}</span>
    </span>
  );
}

function ZoneMenu() {
  const { t } = useTranslation();
  const zone = useZone();
  const { change } = useUrlState();
  const choose = (next: 'local' | 'utc') => {
    setPreference('zone', next);
    change({ tz: null }, { replace: true, keepPlace: true, everywhere: true });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={`${t('app.header.zone')}: ${zoneName(zone)}`}
        >
          {zoneName(zone)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => choose('local')}>
          {t('app.header.zoneLocal', { name: zoneName('local') })}
        </Menu.Item>
        <Menu.Item onClick={() => choose('utc')}>{t('app.header.zoneUtc')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeMenu() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('app.header.theme')}>
          <IconSunMoon size={18} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => setColorScheme('auto')}>{t('app.header.themeAuto')}</Menu.Item>
        <Menu.Item onClick={() => setColorScheme('light')}>{t('app.header.themeLight')}</Menu.Item>
        <Menu.Item onClick={() => setColorScheme('dark')}>{t('app.header.themeDark')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  async function leave() {
    try {
      await signOut();
    } catch (error) {
      const failure = Problem.of(error);
      if (failure.kind !== 'unauthenticated') {
        setProblem(failure);
        return;
      }
      session.close();
    }
    client.clear();
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={`${t('app.header.account')}: ${me.username}`}
          >
            <IconUser size={18} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {t('app.header.signedInAs', { name: me.username })}
            <br />
            {t(`role.${me.role}`)}
          </Menu.Label>
          <Menu.Item component={AppLink} to="/settings">
            {t('app.nav.settings')}
          </Menu.Item>
          <Menu.Item component={AppLink} to="/accessibility">
            {t('app.nav.accessibility')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void leave()}>{t('app.header.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {problem && (
        <div role="status">
          <ProblemNote problem={problem} retry={() => void leave()} />
        </div>
      )}
    </>
  );
}
