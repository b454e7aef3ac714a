interface SampleFile {
  readonly file: string;
  /** File names of the later revisions, oldest first. */
  readonly revisions: readonly string[];
  readonly publication: string;
  /** The day of publication, as in `2025-11-06`. */
  readonly date: string;
}

const courier = 'Port Hallen Courier';
const ledger = 'Wendmere Ledger';
const post = 'The Harbour Post';
const mercury = 'Varnholt Mercury';

/** The sample articles in reading order: the town of Port Hallen in the weeks after a storm. */
export const SAMPLE_FILES: readonly SampleFile[] = [
  { file: '01-lower-quay-flood.txt', revisions: [], publication: courier, date: '2025-11-06' },
  { file: '02-flood-bill.txt', revisions: [], publication: ledger, date: '2025-11-07' },
  { file: '03-brightfin-jobs.txt', revisions: [], publication: courier, date: '2025-11-14' },
  { file: '04-brightfin-post.txt', revisions: [], publication: post, date: '2025-11-15' },
  {
    file: '05-kestrel-bridge.txt',
    revisions: ['05-kestrel-bridge.revision-2.txt'],
    publication: courier,
    date: '2025-11-12',
  },
  { file: '06-maternity-nights.txt', revisions: [], publication: mercury, date: '2025-11-24' },
  { file: '07-school-budget.txt', revisions: [], publication: ledger, date: '2025-11-19' },
  { file: '08-harbour-kitchen.txt', revisions: [], publication: courier, date: '2025-11-13' },
  { file: '09-library-sundays.txt', revisions: [], publication: post, date: '2025-11-21' },
  { file: '10-museum-lighthouse.txt', revisions: [], publication: mercury, date: '2025-11-25' },
  { file: '11-mayoral-race.txt', revisions: [], publication: mercury, date: '2025-11-23' },
  { file: '12-rovers-roof.txt', revisions: [], publication: post, date: '2025-11-20' },
  { file: '13-winter-ferry.txt', revisions: [], publication: courier, date: '2025-11-21' },
];
