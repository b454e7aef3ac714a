import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './ui.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly children: ReactNode;
}

export function Button({ look = 'plain', className = '', type = 'button', ...rest }: ButtonProps) {
  const lookClass = look === 'plain' ? '' : styles[look];
  return <button type={type} className={`${styles.button} ${lookClass} ${className}`} {...rest} />;
}

/** The look of a button on something that is not one: a link, a label. */
export function buttonClass(look: 'plain' | 'primary' | 'quiet' = 'plain'): string {
  return `${styles.button} ${look === 'plain' ? '' : styles[look]}`;
}
