import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './form.module.css';

/** A form at the side of the page, which stays in view: what changes, the fields, one confirmation. */
export function Sheet({
  opened,
  onClose,
  title,
  size = 480,
  children,
}: {
  opened: boolean;
  onClose: () => void;
  title: string;
  size?: number;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={size}
      closeButtonProps={{ 'aria-label': t('app.form.close') }}
      classNames={{ title: classes.sheetTitle, header: classes.sheetHeader, body: classes.sheetBody }}
    >
      {children}
    </Drawer>
  );
}
