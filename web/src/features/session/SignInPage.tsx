import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useSession } from '@/api/session';
import { DemoBand } from '@/components/DemoBand';
import { StateMark } from '@/components/StateMark';
import { complianceStatuses } from '@/api/types';
import { useTitle } from '@/lib/useTitle';
import classes from './SignIn.module.css';
import { SignInForm } from './SignInForm';

/** Only addresses of this application are gone on to. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { status } = useSession();
  useTitle(t('app.signIn.title'));
  if (status === 'active') {
    return <Navigate to={safeNext(search.get('next'))} replace />;
  }
  return (
    <div className={classes.frame}>
      <DemoBand signingIn />
      <main className={classes.page} id="content">
        <div className={classes.title}>
          <div>
            <h1>{t('app.name')}</h1>
            <p>{t('app.signIn.lead')}</p>
          </div>
          <ul className={classes.ledger}>
            {complianceStatuses.map((status) => (
              <li key={status}>
                <StateMark status={status} />
              </li>
            ))}
          </ul>
        </div>
        <div className={classes.form}>
          <h2>{t('app.signIn.title')}</h2>
          <SignInForm done={() => undefined} />
          <p className={`${classes.foot} small dimmed`}>{t('app.signIn.help')}</p>
          <p className="small">
            <a href="/docs">{t('app.signIn.apiDocs')}</a>
          </p>
        </div>
      </main>
    </div>
  );
}
