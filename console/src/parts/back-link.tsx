import { Anchor } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';

interface BackLinkProps extends Pick<LinkProps, 'to'> {
  readonly children: string;
}

/** To the list that a record is in. */
export function BackLink({ to, children }: BackLinkProps) {
  return (
    <Anchor size="sm" renderRoot={(props) => <Link to={to} {...props} />}>
      ← {children}
    </Anchor>
  );
}
