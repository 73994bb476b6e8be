import { Drawer, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '@/lib/useFocusBack';
import classes from './form.module.css';

/** A form at the side of the page, which stays in view. */
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
  useFocusBack();
  // Put together by hand: the ready-made one has a <header>, which is a second banner to those who hear the page.
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size={size}>
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={classes.sheetHeader}>
          <Drawer.Title className={classes.sheetTitle}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('app.form.close')} />
        </div>
        <Drawer.Body className={classes.sheetBody}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** A question or a note over the page. Without `onClose` it has to be answered. */
export function Dialog({
  onClose,
  title,
  children,
}: {
  onClose?: () => void;
  title: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Modal.Root
      opened
      onClose={onClose ?? (() => undefined)}
      closeOnEscape={onClose !== undefined}
      closeOnClickOutside={onClose !== undefined}
      centered
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.sheetHeader}>
          <Modal.Title className={classes.sheetTitle}>{title}</Modal.Title>
          {onClose && <Modal.CloseButton aria-label={t('app.form.close')} />}
        </div>
        <Modal.Body className={classes.sheetBody}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
