import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '@/api/me';
import { Problem } from '@/api/problem';
import { TextField, useFields } from '@/components/form';
import { FormFrame } from '@/components/FormFrame';

/** @param done told whether the same person is back who was here before */
export function SignInForm({ done }: { done: (same: boolean) => void }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState(false);
  const form = useFields(
    { username: '', password: '' },
    {
      username: { label: t('app.signIn.username'), required: true },
      password: { label: t('app.signIn.password'), required: true },
    },
    problem,
  );

  async function submit() {
    setProblem(null);
    if (!form.check()) {
      return;
    }
    setPending(true);
    try {
      done(await signIn(form.values.username, form.values.password));
    } catch (error) {
      const failure = Problem.of(error);
      setProblem(
        failure.kind === 'unauthenticated' ? new Problem(401, { type: '/problems/wrong-password' }) : failure,
      );
      setPending(false);
    }
  }

  return (
    <FormFrame
      form={form}
      command={{ problem, pending }}
      submit={t('app.signIn.submit')}
      onSubmit={() => void submit()}
    >
      <TextField
        form={form}
        name="username"
        label={t('app.signIn.username')}
        autoComplete="username"
        required
        focused
      />
      <TextField
        form={form}
        name="password"
        label={t('app.signIn.password')}
        type="password"
        autoComplete="current-password"
        required
      />
    </FormFrame>
  );
}
