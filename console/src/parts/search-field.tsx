import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Icon } from '../app/icon.tsx';

const TYPING_MS = 300;

interface SearchFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
  readonly width?: number;
}

/** Tells what is looked for once the typing pauses. */
export function SearchField({ label, hint, value, onChange, width = 210 }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const tell = useDebouncedCallback((text: string) => onChange(text.trim() || undefined), TYPING_MS);
  useEffect(() => setTyped((text) => (text.trim() === value ? text : value)), [value]);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={hint}
      w={{ base: '100%', xs: width }}
      leftSection={<Icon name="search" size={16} />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}
