import { Button, type ButtonProps } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './ActionButton.module.css';

/** A button that can be unavailable without being out of reach: it keeps the focus and says why. */
export function ActionButton({
  reason,
  onClick,
  children,
  ...rest
}: ButtonProps & { reason?: string | null; onClick: () => void; children: ReactNode }) {
  const id = useId();
  if (!reason) {
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <span className={classes.wrap}>
      <Button
        {...rest}
        variant="default"
        className={classes.unavailable}
        aria-disabled="true"
        aria-describedby={id}
        onClick={(event) => event.preventDefault()}
      >
        {children}
      </Button>
      <span id={id} className={classes.reason}>
        {reason}
      </span>
    </span>
  );
}
