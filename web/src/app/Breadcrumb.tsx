import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useResource } from '@/api/queries';
import { AppLink } from '@/components/AppLink';
import { places } from './places';
import classes from './Shell.module.css';

const named = new Set(['models', 'policies', 'datasets', 'organizations']);

/** Where the page stands: its list, and its name. */
export function Breadcrumb() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [area, id, tab] = pathname.split('/').filter(Boolean);
  const place = places.find((one) => one.to === `/${area ?? ''}`);
  const isEntity = id !== undefined && /^\d+$/.test(id) && named.has(area ?? '');
  const entity = useResource<{ name: string }>(isEntity ? `/${area}/${id}` : null, {}, { staleTime: 30_000 });
  const label = place
    ? t(`app.nav.${place.key}`)
    : area === 'accessibility'
      ? t('app.nav.accessibility')
      : null;
  const last = isEntity ? (entity.data?.data.name ?? id) : id === 'new' ? t('app.nav.new') : null;
  return (
    <nav className={classes.crumbs} aria-label={t('app.header.breadcrumb')}>
      <ol>
        {label && (
          <li>
            {last && place ? (
              <AppLink to={place.to}>{label}</AppLink>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        )}
        {last && (
          <li>
            {tab ? <AppLink to={`/${area}/${id}`}>{last}</AppLink> : <span aria-current="page">{last}</span>}
          </li>
        )}
      </ol>
    </nav>
  );
}
