import styles from './account.module.css';

/** Why something was not done, told at once. */
export function Problem({ sentence }: { readonly sentence: string | null }) {
  return (
    <div role="alert">{sentence !== null && <p className={styles.problem}>{sentence}</p>}</div>
  );
}
