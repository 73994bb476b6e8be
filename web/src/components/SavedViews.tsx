import { Button, Checkbox, Menu, TextInput } from '@mantine/core';
import { IconBookmark, IconUsers } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCan, useMe } from '@/api/me';
import { useResource } from '@/api/queries';
import type { SavedView, SavedViewPage } from '@/api/types';
import { useCommand } from '@/api/useCommand';
import { useUrlState } from '@/lib/useUrlState';
import { useAppNavigate } from './AppLink';
import classes from './form.module.css';
import { ProblemNote } from './ProblemNote';
import { Dialog } from './Sheet';

/** What of an address a view does not keep: which page of the list, what is open, and whose view it is. */
const passing = ['cursor', 'view', 'event', 'do', 'tz'];
/** What every address carries, whatever the list shows. */
const scope = ['org', 'env'];

/** The query of an address, as a view keeps it. */
export function kept(search: URLSearchParams): string {
  const query = new URLSearchParams(search);
  passing.forEach((name) => query.delete(name));
  return query.toString();
}

/** The address that a view stands for; null where the address has said already what it wants. */
export function expanded(search: URLSearchParams, view: SavedView): URLSearchParams | null {
  const own = [...new URLSearchParams(kept(search)).keys()].filter((name) => !scope.includes(name));
  if (own.length > 0) {
    return null;
  }
  const next = new URLSearchParams(view.query);
  for (const name of [...scope, ...passing.filter((one) => one !== 'view')]) {
    const value = search.get(name);
    if (value !== null && !next.has(name)) {
      next.set(name, value);
    }
  }
  next.set('view', String(view.id));
  return next.toString() === search.toString() ? null : next;
}

/** The views of a list: one's own, and those that the organisation shares. `?view=7` opens one. */
export function SavedViews({ page }: { page: SavedViewPage }) {
  const { t } = useTranslation();
  const me = useMe();
  const can = useCan();
  const navigate = useAppNavigate();
  const [, setSearch] = useSearchParams();
  const { search, change } = useUrlState();
  const answer = useResource<SavedView[]>('/views', { page }, { staleTime: 30_000 });
  const command = useCommand<SavedView>(['/views']);
  const [dialog, setDialog] = useState<'save' | 'change' | 'delete' | null>(null);
  const views = answer.data?.data ?? [];
  const current = views.find((one) => String(one.id) === search.get('view'));
  const mayChange = current !== undefined && (current.user_id === me.id || can('models:decide'));
  const moved = current !== undefined && kept(search) !== kept(new URLSearchParams(current.query));

  // Once each time that it is opened: what the reader does then, to clear a filter or to turn the page, is no opening.
  const opened = useRef<number | null>(null);
  useEffect(() => {
    if (opened.current === (current?.id ?? null)) {
      return;
    }
    opened.current = current?.id ?? null;
    const next = current && expanded(search, current);
    if (next) {
      setSearch(next, { replace: true });
    }
  }, [current, search, setSearch]);

  const close = () => {
    command.reset();
    setDialog(null);
  };
  const unknown = search.has('view') && answer.data !== undefined && !current;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            className="no-print"
            leftSection={<IconBookmark size={18} stroke={1.5} aria-hidden="true" />}
          >
            {current
              ? t(moved ? 'app.views.moved' : 'app.views.open', { name: current.name })
              : t('app.views.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t(views.length > 0 ? 'app.views.saved' : 'app.views.none')}</Menu.Label>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              onClick={() => {
                opened.current = null;
                navigate(`/${page}?view=${view.id}`);
              }}
              rightSection={
                view.shared && (
                  <IconUsers size={16} stroke={1.5} aria-label={t('app.views.shared')} role="img" />
                )
              }
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog('save')}>{t('app.views.save')}</Menu.Item>
          {current && mayChange && (
            <>
              {moved && (
                <Menu.Item
                  onClick={() =>
                    void command.run({
                      method: 'PATCH',
                      path: `/views/${current.id}`,
                      body: { query: kept(search) },
                    })
                  }
                >
                  {t('app.views.update', { name: current.name })}
                </Menu.Item>
              )}
              <Menu.Item onClick={() => setDialog('change')}>
                {t('app.views.change', { name: current.name })}
              </Menu.Item>
              <Menu.Item onClick={() => setDialog('delete')}>
                {t('app.views.remove', { name: current.name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {unknown && <p className="dimmed">{t('app.views.unknown')}</p>}
      {answer.error && <ProblemNote problem={answer.error} retry={() => void answer.refetch()} />}
      {command.problem && dialog === null && <ProblemNote problem={command.problem} />}
      {dialog === 'save' && (
        <Naming
          title={t('app.views.save')}
          command={command}
          close={close}
          save={async (name, shared) => {
            const saved = await command.run({
              method: 'POST',
              path: '/views',
              body: { name, page, query: kept(search), shared },
            });
            if (saved) {
              change({ view: String(saved.data.id) }, { replace: true, keepPlace: true });
            }
            return saved !== null;
          }}
        />
      )}
      {dialog === 'change' && current && (
        <Naming
          title={t('app.views.change', { name: current.name })}
          view={current}
          command={command}
          close={close}
          save={async (name, shared) =>
            (await command.run({
              method: 'PATCH',
              path: `/views/${current.id}`,
              body: { name, shared },
            })) !== null
          }
        />
      )}
      {dialog === 'delete' && current && (
        <Dialog onClose={close} title={t('app.views.remove', { name: current.name })}>
          <div className={classes.form}>
            {command.problem && <ProblemNote problem={command.problem} />}
            <p>{t(current.shared ? 'app.views.removeShared' : 'app.views.removeOwn')}</p>
            <div className={classes.buttons}>
              <Button
                variant="filled"
                loading={command.pending}
                onClick={() =>
                  void command.run({ method: 'DELETE', path: `/views/${current.id}` }).then((done) => {
                    if (done) {
                      change({ view: null }, { replace: true, keepPlace: true });
                      close();
                    }
                  })
                }
              >
                {t('app.views.delete')}
              </Button>
              <Button onClick={close}>{t('app.form.cancel')}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}

/** Asks for a name, and for whom. */
function Naming({
  title,
  view,
  command,
  save,
  close,
}: {
  title: string;
  view?: SavedView;
  command: ReturnType<typeof useCommand<SavedView>>;
  save: (name: string, shared: boolean) => Promise<boolean>;
  close: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [checked, setChecked] = useState(false);
  const wrong =
    name.trim() === ''
      ? t('app.form.missing', { field: t('app.views.name') })
      : [...name.trim()].length > 100
        ? t('app.form.tooLong', { field: t('app.views.name'), max: 100 })
        : null;
  return (
    <Dialog onClose={close} title={title}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (!wrong) {
            void save(name.trim(), shared).then((done) => {
              if (done) {
                close();
              }
            });
          }
        }}
      >
        {command.problem && <ProblemNote problem={command.problem} />}
        <TextInput
          label={t('app.views.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={checked ? wrong : undefined}
          data-autofocus
        />
        <Checkbox
          label={t('app.views.share')}
          description={t('app.views.shareHint')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" loading={command.pending}>
            {t('app.form.save')}
          </Button>
          <Button onClick={close}>{t('app.form.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
