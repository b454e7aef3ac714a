import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import styles from './ui.module.css';

interface Labelled {
  readonly label: string;
  readonly hint?: string;
}

function Field({ label, hint, id, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children}
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}

export function TextField({
  label,
  hint,
  className = '',
  inputId,
  ...rest
}: Labelled & { readonly inputId?: string } & InputHTMLAttributes<HTMLInputElement>) {
  const made = useId();
  const id = inputId ?? made;
  return (
    <Field label={label} id={id} {...(hint === undefined ? {} : { hint })}>
      <input id={id} className={`${styles.input} ${className}`} {...rest} />
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  ...rest
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <Field label={label} id={id} {...(hint === undefined ? {} : { hint })}>
      <textarea id={id} className={styles.input} {...rest} />
    </Field>
  );
}

interface SelectFieldProps<T extends string> extends Labelled {
  readonly value: T | '';
  readonly options: Readonly<Record<T, string>>;
  /** What stands for no choice; without it one must be chosen. */
  readonly none?: string;
  readonly onChoose: (value: T | null) => void;
}

export function SelectField<T extends string>({
  label,
  hint,
  value,
  options,
  none,
  onChoose,
  ...rest
}: SelectFieldProps<T> & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'>) {
  const id = useId();
  return (
    <Field label={label} id={id} {...(hint === undefined ? {} : { hint })}>
      <select
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChoose((event.target.value || null) as T | null)}
        {...rest}
      >
        {none !== undefined && <option value="">{none}</option>}
        {(Object.entries(options) as [T, string][]).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
