import type { Part } from '../../annotation/model';
import {
  ReadProblem,
  type LooseAnnotation,
  type LoosePiece,
  type ReadDocument,
  type ReadFiles,
} from './model';
import { placeAnnotations } from './place';
import {
  attributesFrom,
  isObject,
  jsonArray,
  jsonLines,
  kindOf,
  objects,
  offset,
  partNamed,
  textOr,
  type Json,
} from './values';

const IRI = /^urn:stet:annotation:([^:]+)(?::(\w+):(\d+))?$/;

/** An item of the file, by what it annotates. */
interface Item {
  readonly source: string;
  readonly loose: LooseAnnotation;
}

/**
 * W3C Web Annotations, and Hypothesis' own JSON: the texts are in `texts.jsonl` (`source`, `text`).
 * What Stet wrote comes together again by its ids; any other annotation is a claim of its words.
 */
export function readWebAnnotations(files: ReadFiles): readonly ReadDocument[] {
  const texts = files['texts.jsonl'];
  if (texts === undefined) {
    throw new ReadProblem(
      'The texts are not there: put a texts.jsonl with {"source", "text"} for each beside the annotations.',
    );
  }
  const items = Object.entries(files)
    .filter(([name]) => /\.json(ld)?$/.test(name) && !/^(loss|manifest)\.json$/.test(name))
    .flatMap(([name, content]) => jsonArray(name, content))
    .flatMap((value) => (isObject(value['first']) ? objects(value['first']['items']) : [value]))
    .flatMap((value) => (Array.isArray(value['rows']) ? objects(value['rows']) : [value]));
  const marks = joined(items.flatMap(itemsOf));
  return jsonLines('texts.jsonl', texts).map((line) => {
    const source = textOr(line['source'], '');
    const text = textOr(line['text'], '');
    const own = marks.filter((mark) => mark.source === source).map(({ loose }) => loose);
    const articleId = /^urn:stet:article:([^:]+)/.exec(source)?.[1] ?? null;
    return { name: source, articleId, text, facts: null, ...placeAnnotations(text, own) };
  });
}

function itemsOf(item: Json): readonly Item[] {
  if (item['motivation'] === 'linking') return [];
  const iri = textOr(item['id'], 'an annotation');
  const [, id = null, part = null, ordinal = '0'] = IRI.exec(iri) ?? [];
  const bodies = objects(item['body']);
  const values = (purpose: string) =>
    bodies.filter((body) => body['purpose'] === purpose).map((body) => textOr(body['value'], ''));
  const said = classes(values('classifying'));
  const kind = kindOf(values('tagging')[0]) ?? 'claim';
  const targets = Array.isArray(item['target'])
    ? objects(item['target'])
    : objects([item['target']]);
  const pieces = targets.flatMap((target): readonly LoosePiece[] => {
    const selectors = Array.isArray(target['selector'])
      ? objects(target['selector'])
      : objects([target['selector']]);
    const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
    const place = selectors.find(({ type }) => type === 'TextPositionSelector');
    if (quote === undefined && place === undefined) return [];
    const named: Part = partNamed(part) ?? 'content';
    return [
      {
        ...{ part: named, ordinal: Number(ordinal) },
        ...{ start: offset(place?.['start']), end: offset(place?.['end']) },
        quoted: textOr(quote?.['exact'], null),
      },
    ];
  });
  const creator = isObject(item['creator']) ? textOr(item['creator']['name'], null) : null;
  const user = textOr(item['user'], null)?.replace(/^acct:|@.*$/g, '') ?? null;
  const source = textOr(targets[0]?.['source'], '');
  const loose: LooseAnnotation = {
    ...{ at: iri, id, kind, pieces, check: null },
    layer: said['layer']?.[0] ?? user,
    attributes: attributesFrom({
      ...{ types: said['type'], flags: said['flag'], speech: said['speech']?.[0] },
      ...{ sourceType: said['sourceType']?.[0], terms: said['terms']?.[0] },
      anonymityReason: said['anonymityReason']?.[0],
    }),
    createdBy: creator ?? user,
    createdAt: textOr(item['created'], null),
  };
  return [{ source, loose }];
}

function classes(values: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const value of values) {
    const at = value.indexOf('=');
    if (at > 0) (found[value.slice(0, at)] ??= []).push(value.slice(at + 1));
  }
  return found;
}

/** Sources, cues and addressees go to the annotation whose id theirs begins with. */
function joined(items: readonly Item[]): readonly Item[] {
  const byId = new Map<string, Item>();
  const others: Item[] = [];
  for (const item of items) {
    const { id } = item.loose;
    if (id === null) {
      others.push(item);
      continue;
    }
    const known = byId.get(id);
    const isWhole = !/:\w+:\d+$/.test(item.loose.at);
    const head = known === undefined || isWhole ? item : known;
    const pieces = [...(known?.loose.pieces ?? []), ...item.loose.pieces];
    const kind = pieces.some(({ part }) => part !== 'content') ? 'attribution' : head.loose.kind;
    byId.set(id, { ...head, loose: { ...head.loose, kind, pieces } });
  }
  return [...byId.values(), ...others];
}
