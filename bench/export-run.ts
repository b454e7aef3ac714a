import { HashedFile } from '@/cli/dataset-files';
import { writeDataset } from '@/cli/write-dataset';
import { closeDesk, openDesk, type Desk } from '@/db/client';

/** One timed run, as bench/export.ts asks for it: DATABASE jsonl|csv|by-hand EMPTY-FOLDER. */
export interface Measured {
  readonly annotations: number;
  readonly ms: number;
  readonly startRssMb: number;
  readonly peakRssMb: number;
}

/** What somebody would write by hand: one row a span, with its annotation, check and people. */
const BY_HAND = `
  SELECT r.headline, a.id, a.kind, a.types, a.flags, a.speech, a.source_type, a.terms,
    a.created_at, p.name AS created_by, k.status, k.finding, k.fidelity, k.disposition,
    k.rationale, s.part, s.ordinal, s.piece, s.start, s."end", s.exact
  FROM article r JOIN annotation a ON a.article_id = r.id AND a.removed = 0
    JOIN span s ON s.target_id = a.target_id JOIN person p ON p.id = a.created_by
    LEFT JOIN "check" k ON k.annotation_id = a.id
  WHERE r.removed = 0`;

async function main(): Promise<void> {
  const [path, what, folder] = process.argv.slice(2) as [
    string,
    'jsonl' | 'csv' | 'by-hand',
    string,
  ];
  const desk = openDesk(path);
  const startRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const began = performance.now();
  const annotations =
    what === 'by-hand' ? writeByHand(desk, folder) : await writeWhole(desk, what, folder);
  const ms = Math.round(performance.now() - began);
  closeDesk(desk);
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const measured: Measured = { annotations, ms, startRssMb, peakRssMb };
  console.log(JSON.stringify(measured));
}

async function writeWhole(desk: Desk, format: 'jsonl' | 'csv', folder: string): Promise<number> {
  const order = { format, filter: {}, chosen: {}, generator: 'bench' };
  const { counts } = await writeDataset(desk, folder, order);
  return counts.annotations;
}

function writeByHand(desk: Desk, folder: string): number {
  const file = new HashedFile(folder, 'rows.jsonl');
  let annotations = 0;
  let last = '';
  for (const row of desk.sqlite.prepare<[], { id: string }>(BY_HAND).iterate()) {
    file.write(`${JSON.stringify(row)}\n`);
    if (row.id !== last) annotations += 1;
    last = row.id;
  }
  file.finish();
  return annotations;
}

await main();
