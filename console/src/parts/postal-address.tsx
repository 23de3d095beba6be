import { Text } from '@mantine/core';

interface PostalAddressProps {
  /** As somebody would write them on an envelope; what is empty is left out. */
  readonly lines: readonly (string | undefined)[];
}

export function PostalAddress({ lines }: PostalAddressProps) {
  return (
    <Text component="address" size="sm" fs="normal" style={{ whiteSpace: 'pre-line' }}>
      {lines.filter(Boolean).join('\n')}
    </Text>
  );
}
