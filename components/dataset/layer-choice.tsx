import { layerLabel } from '../annotation/layer-label';
import { ChoiceGroup } from './choice-group';

interface LayerChoiceProps {
  /** By name, as exports have them. */
  readonly layers: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Some of several layers; nothing where there is one, since none chosen means all. */
export function LayerChoice({ layers, chosen, onChoose }: LayerChoiceProps) {
  if (layers.length < 2) return null;
  const options = layers.map((layer) => [layer, layerLabel(layer)] as const);
  return <ChoiceGroup name="Layer" options={options} chosen={chosen} onChoose={onChoose} />;
}
