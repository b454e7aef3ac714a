import type { Part } from '../../annotation/model';
import { TAG_COLUMNS } from '../iob2';
import { TOKENIZER } from '../tokens';
import { kindIn } from './lines';
import type { DeskTexts, ReadDocument, ReadFiles } from './model';
import { placeTokens, type TokenDocument, type TokenMark } from './token-marks';
import type { FileToken } from './token-text';
import { attributesFrom, partNamed } from './values';

const FILES = /\.(iob2?|bio|conll)$/i;
/** B, I and O; also the letters by which other schemes tell the last and the only token. */
const TAG = /^(?:([BISEUL])-(.+)|O)$/;

/** A document's lines: its head, and a list of cells for each token. */
interface Section {
  readonly name: string;
  readonly articleId: string | null;
  readonly layer: string | null;
  /** Which columns hold tags. */
  readonly columns: readonly number[] | null;
  readonly tokens: (FileToken & { readonly cells: readonly string[] })[];
}

/**
 * IOB2 and CoNLL's columns: the word first, tags last, an empty line between sentences. Stet's own
 * have a column for each kind. Each chunk is an annotation: what belongs together is not told.
 */
export function readIob2(files: ReadFiles, texts: DeskTexts): readonly ReadDocument[] {
  const documents = Object.entries(files)
    .filter(([name]) => FILES.test(name))
    .flatMap(([name, content]) => sectionsOf(name, content))
    .map(documentOf);
  return placeTokens(documents, texts);
}

function sectionsOf(file: string, content: string): readonly Section[] {
  const sections: Section[] = [];
  let isNewSentence = true;
  for (const line of content.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const cells = line.includes('\t') ? line.split('\t') : line.trim().split(/\s+/);
    if (cells[0] === '-DOCSTART-') sections.push(sectionOf(file, sections.length + 1, cells));
    else if (line.trim() !== '' && !(line.startsWith('# ') && cells.length < 2)) {
      if (sections.length === 0) sections.push(sectionOf(file, 1, []));
      const begins = isNewSentence ? 'sentence' : null;
      sections.at(-1)!.tokens.push({ words: cells[0]!, isGlued: false, begins, cells });
      isNewSentence = false;
      continue;
    }
    isNewSentence = true;
  }
  return sections;
}

function sectionOf(file: string, number: number, cells: readonly string[]): Section {
  const [, articleId = null, layer = null, tokenizer] = cells;
  const name = `${file}, document ${number}`;
  if (tokenizer !== TOKENIZER) {
    return { name, articleId: null, layer: null, columns: null, tokens: [] };
  }
  return { name, articleId, layer, columns: TAG_COLUMNS.map((_, at) => at + 1), tokens: [] };
}

function documentOf({ name, articleId, layer, columns, tokens }: Section): TokenDocument {
  const last = Math.max(...tokens.map(({ cells }) => cells.length)) - 1;
  const marks = (columns ?? (last > 0 ? [last] : []))
    .flatMap((column) => chunksOf(tokens, column))
    .map(({ label, first, last: end }, index): TokenMark => {
      const kind = kindIn(label);
      const part: Part = kind === 'attribution' ? (partNamed(label) ?? 'content') : 'content';
      return {
        ...{ at: `${name}, chunk ${index + 1}`, id: null, kind, layer },
        ...{ pieces: [{ part, ordinal: 0, first, last: end }], attributes: attributesFrom({}) },
        ...{ createdBy: null, createdAt: null, check: null },
      };
    });
  return { name, articleId, tokens, marks };
}

/** A chunk begins with B (or S, U), with another label, and with a sentence. */
function chunksOf(tokens: Section['tokens'], column: number) {
  const chunks: { label: string; first: number; last: number }[] = [];
  let open: string | null = null;
  for (const [at, { cells, begins }] of tokens.entries()) {
    const [, letter, label] = TAG.exec(cells[column] ?? 'O') ?? [];
    if (letter === undefined || label === undefined) {
      open = null;
      continue;
    }
    const goes = open === label && begins === null && !'BSU'.includes(letter);
    if (goes) chunks.at(-1)!.last = at;
    else chunks.push({ label, first: at, last: at });
    open = 'SUEL'.includes(letter) ? null : label;
  }
  return chunks;
}
