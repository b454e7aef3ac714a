import { counted, figure } from '../wording/numbers';
import type { Figure } from '../agreement/bootstrap';
import { datasheetMarkdown } from '../datasheet/markdown';
import type { About } from '../datasheet/model';
import type { Changes, ReleaseManifest, WithheldFromRelease } from './model';

/** The dataset card, in Markdown, for whoever opens the archive. */
export function cardOf(release: Omit<ReleaseManifest, 'files'>, about: About): string {
  const { collection, version, date, licence, citation, formats, pseudonyms, generator } = release;
  return `${[
    `# ${collection}, version ${version}`,
    `Released on ${date} with ${generator}.`,
    terms(licence, citation, about),
    '## What is in it',
    contents(release),
    `Each format has a folder: ${formats.map((format) => `\`${format}/\``).join(', ')}. What a format cannot carry stands in its \`loss.json\`, and what its offsets count in its \`manifest.json\`.`,
    pseudonyms
      ? 'People have pseudonyms, here and in every file. The articles’ own texts, headlines and bylines are as published.'
      : 'People are named.',
    '## What is kept back',
    withheldWords(release.withheld),
    '## What is different',
    changesWords(release.changes),
    ...agreementPart(release),
    datasheetMarkdown(about, release.counts, KNOWN_OF_RELEASES),
    '## Whether it is whole',
    '`stet verify FILE` compares every member with its hash in `manifest.json`, and the counts with what is there.',
  ].join('\n\n')}\n`;
}

const KNOWN_OF_RELEASES = {
  older:
    'A release is never changed or deleted on the desk that made it, and can be had there again.',
};

function terms(licence: string, citation: string, { publisher, homepage }: About): string {
  return [
    `- Licence: ${licence}`,
    `- To cite: ${citation}`,
    ...(publisher === null ? [] : [`- Published by: ${publisher}`]),
    ...(homepage === null ? [] : [`- Page: <${homepage}>`]),
  ].join('\n');
}

function contents({ counts, chosen }: Pick<ReleaseManifest, 'counts' | 'chosen'>): string {
  const part = Object.entries(chosen).map(([name, value]) => `${name} ${String(value)}`);
  const choice = part.length === 0 ? '' : ` Chosen by ${part.join('; ')}.`;
  return `${counted(counts.articles, 'article')} with ${counted(counts.annotations, 'annotation')}, ${counted(counts.spans, 'span')} and ${counted(counts.evidence, 'citation')} of evidence.${choice}`;
}

/** What was kept back, in a sentence. */
export function withheldWords({ evidence, annotations, notes }: WithheldFromRelease): string {
  const kept = [
    counted(evidence, 'citation'),
    `${counted(annotations, 'attribution')} off the record or on deep background`,
    counted(notes, 'note'),
  ];
  return `Nothing off the record or on deep background is in it, nor what could tell of it: ${kept.slice(0, 2).join(', ')} and ${kept[2]} were kept back. Discussions, the history and suggestions that nobody accepted are in no release.`;
}

/** What is different from the release before, in a sentence. */
export function changesWords(changes: Changes | null): string {
  if (changes === null) return 'This is the first release.';
  const { since, articles, spans } = changes;
  const told = (word: string, { added, changed, removed }: Changes['articles']) =>
    `${word}: ${figure(added)} added, ${figure(changed)} changed, ${figure(removed)} removed`;
  return `Since version ${since}. ${told('Articles', articles)}. ${told('Spans', spans)}.`;
}

function agreementPart({ agreement }: Pick<ReleaseManifest, 'agreement'>): readonly string[] {
  if (agreement === null) return [];
  const { layers, overlap, kappa } = agreement;
  const told = `${layers.length} layers (${layers.join(', ')}). Spans that overlap, F1: ${figureWords(overlap)}. Cohen’s κ by word: ${figureWords(kappa)}. All figures are in \`agreement.json\`.`;
  return ['## How far the layers agree', told];
}

/** A figure with its interval, or why it has none. */
export function figureWords({ value, interval, why }: Figure): string {
  if (value === null) return `undefined (${why})`;
  if (interval === null) return value.toFixed(3);
  const [low, high] = interval;
  return `${value.toFixed(3)} (95 %: ${low.toFixed(3)} to ${high.toFixed(3)})`;
}

/** How to cite a release, made of what is known of it. */
export function citationOf(
  release: Pick<ReleaseManifest, 'collection' | 'version' | 'date' | 'licence'>,
): string {
  const { collection, version, date, licence } = release;
  return `${collection}, version ${version} (${date.slice(0, 4)}). Annotated articles, made with Stet. Licence: ${licence}.`;
}
