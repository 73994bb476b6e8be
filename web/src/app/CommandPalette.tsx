import { Modal, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useCan } from '@/api/me';
import { usePage, useResource } from '@/api/queries';
import { session } from '@/api/session';
import type { Model } from '@/api/types';
import { useAppNavigate } from '@/components/AppLink';
import { RiskGlyph } from '@/components/RiskBadge';
import { StateMark } from '@/components/StateMark';
import { recall, remember, setPreference } from '@/lib/preferences';
import { scopeQuery, useScope } from '@/lib/scope';
import { useDebounced } from '@/lib/useDebounced';
import { useFocusBack } from '@/lib/useFocusBack';
import classes from './CommandPalette.module.css';
import { visiblePlaces } from './places';

interface Option {
  key: string;
  group: string;
  text: string;
  shown?: ReactNode;
  run: () => void;
}

interface Recent {
  to: string;
  text: string;
}

/** Of each person their own. */
const recentKey = () => `hub-recent-${session.get().userId}`;

/** Pages, models, what can be done with the model at hand, and settings, by typing. */
export function CommandPalette({ close, showKeyboard }: { close: () => void; showKeyboard: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const can = useCan();
  const scope = useScope();
  const navigate = useAppNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const { pathname } = useLocation();
  const base = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const wanted = useDebounced(typed.trim(), 150);

  const found = usePage<Model>([...wanted].length >= 3 ? '/models' : null, {
    q: wanted,
    limit: 8,
    ...scopeQuery(scope),
  });
  const here = /^\/models\/(\d+)/.exec(pathname)?.[1];
  const model = useResource<Model>(here ? `/models/${here}` : null);

  const options = useMemo(() => {
    const go = (to: string, text: string) => () => {
      const before = (recall<Recent[]>(recentKey()) ?? []).filter((one) => one.to !== to);
      remember(recentKey(), [{ to, text }, ...before].slice(0, 5));
      navigate(to);
    };
    const all: Option[] = [];
    if (typed === '') {
      for (const one of recall<Recent[]>(recentKey()) ?? []) {
        all.push({
          key: `recent-${one.to}`,
          group: t('app.palette.recent'),
          text: one.text,
          run: go(one.to, one.text),
        });
      }
    }
    if ([...typed.trim()].length >= 3) {
      for (const one of found.data?.items ?? []) {
        all.push({
          key: `model-${one.id}`,
          group: t('app.palette.models'),
          text: one.name,
          shown: (
            <>
              <RiskGlyph level={one.risk_level} />
              <span>{one.name}</span>
              <span className="dimmed small">{t(`environment.${one.environment}`)}</span>
              <span className={classes.end}>
                <StateMark status={one.compliance_status} />
              </span>
            </>
          ),
          run: go(`/models/${one.id}`, one.name),
        });
      }
    }
    const matching: Option[] = [];
    const add = (group: string, key: string, text: string, run: () => void) =>
      matching.push({ key, group, text, run });
    if (here && model.data) {
      for (const action of model.data.data.allowed_actions) {
        add(
          t('app.palette.actions'),
          `do-${action}`,
          `${t(`action.${action}`)}: ${model.data.data.name}`,
          () => navigate(`/models/${here}?do=${action}`),
        );
      }
    }
    if (can('registry:write')) {
      add(t('app.palette.actions'), 'new-model', t('app.palette.registerModel'), () =>
        navigate('/models/new'),
      );
      add(t('app.palette.actions'), 'new-dataset', t('app.palette.registerDataset'), () =>
        navigate('/datasets?do=new'),
      );
    }
    if (can('policies:write')) {
      add(t('app.palette.actions'), 'new-policy', t('app.palette.createPolicy'), () =>
        navigate('/policies/new'),
      );
    }
    add(t('app.palette.actions'), 'new-token', t('app.palette.createToken'), () =>
      navigate('/tokens?do=new'),
    );
    for (const place of visiblePlaces(can)) {
      const text = t(`app.nav.${place.key}`);
      add(t('app.palette.pages'), `page-${place.key}`, text, go(place.to, text));
    }
    add(t('app.palette.settings'), 'utc', t('app.palette.toUtc'), () => setPreference('zone', 'utc'));
    add(t('app.palette.settings'), 'local', t('app.palette.toLocal'), () => setPreference('zone', 'local'));
    add(t('app.palette.settings'), 'light', t('app.palette.toLight'), () => setColorScheme('light'));
    add(t('app.palette.settings'), 'dark', t('app.palette.toDark'), () => setColorScheme('dark'));
    add(t('app.palette.settings'), 'keys', t('app.palette.keyboard'), showKeyboard);
    const needle = typed.trim().toLocaleLowerCase();
    return [...all, ...matching.filter((one) => one.text.toLocaleLowerCase().includes(needle))];
  }, [typed, found.data, model.data, here, can, t, navigate, setColorScheme, showKeyboard]);

  useEffect(() => setChosen(0), [typed]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const run = (option: Option | undefined) => {
    if (option) {
      close();
      option.run();
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const last = options.length - 1;
    const target: Record<string, number> = {
      ArrowDown: chosen >= last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      Home: 0,
      End: last,
    };
    if (event.key === 'Enter') {
      event.preventDefault();
      run(options[chosen]);
    } else if (event.key in target) {
      event.preventDefault();
      setChosen(target[event.key]!);
    }
  };

  return (
    <Modal.Root opened onClose={close} padding={0} size={640} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t('app.palette.title')}>
        <Modal.Body>
          <input
            className={classes.input}
            role="combobox"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls={`${base}-list`}
            aria-activedescendant={options[chosen] ? `${base}-${options[chosen].key}` : undefined}
            aria-label={t('app.palette.input')}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={onKey}
          />
          <div
            className={classes.list}
            role="listbox"
            id={`${base}-list`}
            aria-label={t('app.palette.title')}
            ref={list}
          >
            {options.map((option, index) => (
              <div key={option.key} role="presentation">
                {option.group !== options[index - 1]?.group && (
                  <div className={classes.group} role="presentation">
                    {option.group}
                  </div>
                )}
                {/* The keyboard works through the input, as a combobox does. */}
                {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
                <div
                  className={classes.option}
                  role="option"
                  id={`${base}-${option.key}`}
                  aria-selected={index === chosen}
                  onClick={() => run(option)}
                  onMouseMove={() => setChosen(index)}
                >
                  {option.shown ?? option.text}
                </div>
              </div>
            ))}
          </div>
          <div className={`${classes.note} small dimmed`}>
            {options.length === 0 ? t('app.palette.none') : t('app.palette.hint')}
          </div>
          <VisuallyHidden role="status">{t('app.palette.results', { count: options.length })}</VisuallyHidden>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
