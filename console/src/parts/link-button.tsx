import { Button, type ButtonProps } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';

interface LinkButtonProps
  extends Pick<LinkProps, 'to' | 'params' | 'search'>,
    Pick<ButtonProps, 'size' | 'variant'> {
  readonly children: string;
}

/** A way to where something is done. */
export function LinkButton({ children, size, variant = 'default', ...link }: LinkButtonProps) {
  return (
    <Button
      variant={variant}
      {...(size !== undefined && { size })}
      renderRoot={(props) => <Link {...link} {...props} />}
    >
      {children}
    </Button>
  );
}
