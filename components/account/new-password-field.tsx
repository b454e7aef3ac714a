'use client';

import { PASSWORD_LENGTH } from '@/corpus/people/model';
import { TextField } from '../ui/field';

interface NewPasswordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function NewPasswordField({ value, onChange }: NewPasswordFieldProps) {
  const { fewest, most } = PASSWORD_LENGTH;
  return (
    <TextField
      label="New password"
      hint={`At least ${fewest} characters; some words in a row are easy to remember.`}
      type="password"
      autoComplete="new-password"
      required
      minLength={fewest}
      maxLength={most}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
