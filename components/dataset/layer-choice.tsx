import { ADJUDICATED_LAYER, SHARED_LAYER } from '@/corpus/annotation/model';
import { ChoiceGroup } from './choice-group';

/** What the desk's own layers are called; any other by its name. */
const LAYER_LABELS: Readonly<Record<string, string>> = {
  [SHARED_LAYER]: 'Shared',
  [ADJUDICATED_LAYER]: 'Adjudicated',
};

interface LayerChoiceProps {
  /** By name, as exports have them. */
  readonly layers: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Some of several layers; nothing where there is one, since none chosen means all. */
export function LayerChoice({ layers, chosen, onChoose }: LayerChoiceProps) {
  if (layers.length < 2) return null;
  const options = layers.map((layer) => [layer, LAYER_LABELS[layer] ?? layer] as const);
  return <ChoiceGroup name="Layer" options={options} chosen={chosen} onChoose={onChoose} />;
}
