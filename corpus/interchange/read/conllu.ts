import type { Kind, Part } from '../../annotation/model';
import type { DeskTexts, ReadDocument, ReadFiles } from './model';
import { ReadProblem } from './model';
import { placeTokens, type TokenDocument, type TokenMark, type TokenPiece } from './token-marks';
import type { FileToken } from './token-text';
import {
  attributesFrom,
  isObject,
  kindOf,
  parseJson,
  partNamed,
  textOr,
  type Json,
} from './values';

/** What a token of Stet's says it belongs to (docs/formats.md): B or I, the piece, the annotation. */
const MARK = /^[BI]-(content|source|cue|addressee)\.(\d+)\.(\d+):(.+)$/;

interface Piece {
  readonly part: Part;
  readonly ordinal: number;
  readonly first: number;
  last: number;
}

/** A document while its lines come in. */
class Growing {
  readonly tokens: FileToken[] = [];
  readonly said = new Map<string, Json>();
  readonly pieces = new Map<string, Map<string, Piece>>();
  begins: FileToken['begins'] = 'block';
  isGlued = false;
  /** The last word that the line of a longer token stands for already. */
  covered = 0;

  constructor(
    readonly name: string,
    readonly articleId: string | null,
  ) {}

  add(words: string, misc: ReadonlyMap<string, string>): void {
    const at = this.tokens.length;
    const { begins } = this;
    this.tokens.push({ words, isGlued: this.isGlued && begins === null, begins });
    this.begins = null;
    this.isGlued = misc.get('SpaceAfter') === 'No';
    for (const mark of misc.get('Marks')?.split(',') ?? []) {
      const [, part, ordinal, piece, id] = MARK.exec(mark) ?? [];
      if (id === undefined) continue;
      const own = this.pieces.get(id) ?? new Map<string, Piece>();
      this.pieces.set(id, own);
      const key = `${part} ${ordinal} ${piece}`;
      const known = own.get(key);
      if (known !== undefined) known.last = at;
      else own.set(key, { part: partNamed(part)!, ordinal: Number(ordinal), first: at, last: at });
    }
  }

  done(): TokenDocument {
    const { name, articleId, tokens } = this;
    const marks = [...this.pieces].map(([id, pieces]) =>
      markOf(id, this.said.get(id) ?? {}, [...pieces.values()]),
    );
    return { name, articleId, tokens, marks };
  }
}

/** CoNLL-U as Stet writes it: marks are in MISC, what they are stands before an article's sentences. */
export function readConllu(files: ReadFiles, texts: DeskTexts): readonly ReadDocument[] {
  const documents = Object.entries(files)
    .filter(([name]) => name.endsWith('.conllu'))
    .flatMap(([name, content]) => documentsOf(name, content));
  return placeTokens(documents, texts);
}

function documentsOf(file: string, content: string): readonly TokenDocument[] {
  const found: Growing[] = [];
  const current = () => {
    if (found.length === 0) found.push(new Growing(file, null));
    return found.at(-1)!;
  };
  for (const [index, line] of content
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const [, id] = /^# newdoc(?: id = (.+))?$/.exec(line) ?? [];
    if (line.startsWith('# newdoc'))
      found.push(new Growing(`${file}: ${id ?? 'a document'}`, id ?? null)); // prettier-ignore
    else if (line.startsWith('#')) readComment(current(), line);
    else if (line.trim() === '') {
      const document = current();
      document.begins ??= 'sentence';
      document.covered = 0;
    } else readToken(current(), line, `Line ${index + 1} of ${file}`);
  }
  return found.map((document) => document.done());
}

function readComment(document: Growing, line: string): void {
  if (line.startsWith('# newpar')) document.begins = 'block';
  if (!line.startsWith('# mark = ')) return;
  const said = parseJson(line.slice('# mark = '.length));
  if (isObject(said)) document.said.set(textOr(said['id'], ''), said);
}

/** A token of several words has a line of its own (1-2), which holds what stands in the text. */
function readToken(document: Growing, line: string, where: string): void {
  const cells = line.split('\t');
  const [, from, to] = /^(\d+)(?:-(\d+)|\.\d+)?$/.exec(cells[0]!) ?? [];
  if (cells.length !== 10 || from === undefined) {
    throw new ReadProblem(`${where} is no token of CoNLL-U, which has ten columns: export the file again.`); // prettier-ignore
  }
  if (cells[0]!.includes('.') || (to === undefined && Number(from) <= document.covered)) return;
  if (to !== undefined) document.covered = Number(to);
  const misc = cells[9]!.split('|').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  document.add(cells[1]!, new Map(misc));
}

function markOf(id: string, said: Json, pieces: readonly TokenPiece[]): TokenMark {
  const guess: Kind = pieces.some(({ part }) => part !== 'content') ? 'attribution' : 'claim';
  return {
    ...{ at: id, id, kind: kindOf(said['kind']) ?? guess, layer: textOr(said['layer'], null) },
    ...{ attributes: attributesFrom(said), check: null, pieces },
    createdBy: textOr(said['createdBy'], null),
    createdAt: textOr(said['createdAt'], null),
  };
}
