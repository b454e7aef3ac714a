import { hashOfText } from './hash';
import type { DatasetArticle } from '../article';
import { offsetTable } from '../../document/positions';
import { layOut } from '../../document/text';
import type { BlockRole } from '../../document/block';
import type { DatasetPart, DatasetPiece } from '../article';

const BLOCKS: readonly (readonly [BlockRole, string])[] = [
  ['headline', 'Mayor denies cuts 🚆'],
  ['byline', 'By Ana Pérez'],
  ['paragraph', 'The plan 🚆 is “on track,” said Mayor Rui Costa on Friday.'],
  ['paragraph', 'Ridership fell 12% in 2025.'],
];

const DRAFTS = BLOCKS.map(([role, text]) => ({
  ...{ role, text, depth: 0, group: null, original: null },
}));
const { text, blocks } = layOut(DRAFTS);
const offsets = offsetTable(text);

function piece(exact: string): DatasetPiece {
  const start = text.indexOf(exact);
  return { ...offsets.rangeToCodePoints({ start, end: start + exact.length }), exact };
}

function part(name: DatasetPart['part'], exact: string): DatasetPart {
  return { part: name, ordinal: 0, pieces: [piece(exact)] };
}

/** The article of docs/formats.md: two characters beyond the basic plane stand before its quote. */
export const EXAMPLE: DatasetArticle = {
  id: '01K9Z3J6W0EXAMPLEARTICLE01',
  collection: 'City desk',
  headline: 'Mayor denies cuts 🚆',
  deck: null,
  byline: 'Ana Pérez',
  places: ['LISBON'],
  agency: null,
  date: '2026-11-20',
  dateBasis: 'stated',
  file: 'mayor.txt',
  revision: { number: 1, sha256: hashOfText(text) },
  text,
  blocks: blocks.map(({ role, start, end, depth, group }) => ({
    role,
    ...offsets.rangeToCodePoints({ start, end }),
    depth,
    group,
  })),
  annotations: [
    {
      id: '01K9Z3J6W0EXAMPLEQUOTE0001',
      kind: 'attribution',
      layer: 'shared',
      origin: 'person',
      types: [],
      flags: [],
      speech: 'direct',
      sourceType: 'named_person',
      terms: 'on_record',
      anonymityReason: null,
      createdBy: 'Ada',
      createdAt: '2026-11-21T09:30:00.000Z',
      parts: [
        part('content', '“on track,”'),
        part('source', 'Mayor Rui Costa'),
        part('cue', 'said'),
      ],
      check: null,
    },
    {
      id: '01K9Z3J6W0EXAMPLECLAIM0001',
      kind: 'claim',
      layer: 'shared',
      origin: 'person',
      types: ['number', 'date'],
      flags: ['load_bearing'],
      speech: null,
      sourceType: null,
      terms: null,
      anonymityReason: null,
      createdBy: 'Ada',
      createdAt: '2026-11-21T09:31:00.000Z',
      parts: [part('content', 'Ridership fell 12% in 2025')],
      check: {
        status: 'signed_off',
        finding: 'supported',
        fidelity: null,
        disposition: 'stet',
        replacement: null,
        rationale: 'Table 3 says 11.8 per cent, “rounded to 12”.',
        checkedBy: 'Ada',
        signedBy: 'Ben',
        signedAt: '2026-11-21T10:05:00.000Z',
        assessments: [
          {
            id: '01K9Z3J6W0EXAMPLEASSESS001',
            person: 'Ada',
            finding: 'supported',
            fidelity: null,
            rationale: 'Table 3 says 11.8 per cent, “rounded to 12”.',
            at: '2026-11-21T09:50:00.000Z',
          },
        ],
        evidence: [
          {
            id: '01K9Z3J6W0EXAMPLECITE00001',
            item: '01K9Z3J6W0EXAMPLEEVIDENCE1',
            kind: 'document',
            title: 'Annual report 2025',
            place: 'https://metro.example/report-2025.pdf',
            origin: 'Metro de Lisboa',
            terms: 'on_record',
            locator: 'page 14, table 3',
            excerpt: null,
            stance: 'supports',
            primary: true,
          },
        ],
      },
    },
  ],
};
