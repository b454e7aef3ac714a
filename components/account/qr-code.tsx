'use client';

import { encode } from 'uqr';
import styles from './account.module.css';

/** A text for a camera: dark on white in every theme, as cameras want it. */
export function QrCode({ text, name }: { readonly text: string; readonly name: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name}>
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
