import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Sheet';
import { places } from './places';
import classes from './Shell.module.css';

function Keys({ keys, between }: { keys: string[]; between?: string }) {
  return (
    <span>
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 && (between ? ` ${between} ` : ' ')}
          <kbd className={classes.kbd}>{key}</kbd>
        </span>
      ))}
    </span>
  );
}

export function KeyboardMap({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const or = t('app.keyboard.or');
  const rows: [string[], string | undefined, string][] = [
    [['⌘ K', 'Ctrl K'], or, t('app.keyboard.palette')],
    [['/'], undefined, t('app.keyboard.filter')],
    [['?'], undefined, t('app.keyboard.help')],
    [['j', 'k'], undefined, t('app.keyboard.rows')],
    [['x'], undefined, t('app.keyboard.select')],
    [['Enter'], undefined, t('app.keyboard.open')],
    [['Esc'], undefined, t('app.keyboard.close')],
    ...places.map((place): [string[], string, string] => [
      ['g', place.letter],
      t('app.keyboard.then'),
      t('app.keyboard.goto', { page: t(`app.nav.${place.key}`) }),
    ]),
  ];
  return (
    <Dialog onClose={close} title={t('app.keyboard.title')}>
      <dl className={classes.keys}>
        {rows.map(([keys, between, meaning]) => (
          <div key={meaning} style={{ display: 'contents' }}>
            <dt>
              <Keys keys={keys} between={between} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="small dimmed" style={{ marginTop: 16 }}>
        {t('app.keyboard.note')}
      </p>
    </Dialog>
  );
}
