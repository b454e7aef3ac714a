import styles from './dataset.module.css';

interface ChoiceGroupProps {
  readonly name: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Any number of words of one list; none chosen means all of them. */
export function ChoiceGroup({ name, options, chosen, onChoose }: ChoiceGroupProps) {
  const toggle = (value: string) =>
    onChoose(
      options
        .map(([known]) => known)
        .filter((known) => (known === value) !== chosen.includes(known)),
    );
  return (
    <fieldset className={styles.group}>
      <legend>
        {name} <span>{chosen.length === 0 ? 'all' : `${chosen.length} chosen`}</span>
      </legend>
      {options.map(([value, words]) => (
        <label key={value} className={styles.choice}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
