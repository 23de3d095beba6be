import { Anchor } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';

interface BackLinkProps extends Pick<LinkProps, 'to' | 'params' | 'search'> {
  readonly children: string;
}

/** To the list that a record is in. */
export function BackLink({ children, ...link }: BackLinkProps) {
  return (
    <Anchor size="sm" renderRoot={(props) => <Link {...link} {...props} />}>
      ← {children}
    </Anchor>
  );
}
