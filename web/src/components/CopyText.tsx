import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './marks.module.css';

/** A reference in monospace, with a control that copies it. */
export function CopyText({ text, label, shown = text }: { text: string; label: string; shown?: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 2_000 });
  return (
    <span className={classes.copy}>
      <span className={classes.copyText} title={text}>
        {shown}
      </span>
      <ActionIcon
        variant="subtle"
        size={24}
        color="gray"
        aria-label={`${t('app.value.copy')}: ${label}`}
        onClick={() => clipboard.copy(text)}
      >
        {clipboard.copied ? <IconCheck size={14} stroke={1.5} /> : <IconCopy size={14} stroke={1.5} />}
      </ActionIcon>
      <VisuallyHidden role="status">{clipboard.copied ? t('app.value.copied') : ''}</VisuallyHidden>
      {clipboard.error && (
        <span className="small dimmed" role="alert">
          {shown !== text && <code>{text}</code>} {t('app.value.notCopied')}
        </span>
      )}
    </span>
  );
}
