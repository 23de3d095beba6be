import { Anchor } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface TextLinkProps extends Pick<LinkProps, 'to' | 'params' | 'search'> {
  readonly children: ReactNode;
}

/** A way to another page, within a text. */
export function TextLink({ children, ...link }: TextLinkProps) {
  return (
    <Anchor fz="inherit" underline="always" renderRoot={(props) => <Link {...link} {...props} />}>
      {children}
    </Anchor>
  );
}
