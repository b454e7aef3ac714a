import type { EvidenceKind, Stance } from '../verification/model';
import type { SampleEvidence } from './sample';

interface EvidenceSource {
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly place: string;
  readonly origin: string;
}

interface Use {
  readonly primary?: boolean;
  readonly locator?: string;
  readonly excerpt?: string;
}

/** One use of an item for one claim; secondary unless it says otherwise. */
export function cite(item: EvidenceSource, stance: Stance, use: Use = {}): SampleEvidence {
  return { ...item, stance, primary: false, ...use };
}

const item = (
  title: string,
  kind: EvidenceKind,
  place: string,
  origin: string,
): EvidenceSource => ({ title, kind, place, origin });

export const MEETING_RECORDING = item(
  'Corn Exchange meeting of 6 November, full recording',
  'recording',
  'audio/2025-11-06-corn-exchange.wav',
  'Town council',
);
export const BRIDGE_PHOTOGRAPH = item(
  'Caption sheet of the bridge photograph',
  'photograph',
  'pictures/2025-11-12-kestrel-bridge.txt',
  'Courier picture desk',
);
export const FLOOD_REGISTER = item(
  'Flood register of the town council, first count',
  'document',
  'files/flood-register-2025-11-06.pdf',
  'Town council',
);
export const WORKS_NOTE = item(
  'Works department’s note to county councillors, 7 November',
  'document',
  'files/works-note-2025-11-07.pdf',
  'County works department',
);
export const LEDGER_STORY = item(
  'Wendmere Ledger, “Flood bill to reach 6.8 million crowns, county says”',
  'page',
  'https://ledger.example/port-hallen-flood-bill',
  'Wendmere Ledger',
);
export const GAUGE = item(
  'Pilot Steps gauge, readings of 4 and 5 November',
  'dataset',
  'https://weather.example/gauges/pilot-steps.csv',
  'Coastal weather service',
);
export const STORM_REPORT = item(
  'Coastal weather service, storm report on Ottoline',
  'page',
  'https://weather.example/storms/ottoline',
  'Coastal weather service',
);
export const INSPECTION_PROGRAMME = item(
  'Programme of inspections 2020–2026, county works department',
  'page',
  'https://works.wendmere.example/programme',
  'County works department',
);
export const INSPECTION_SHEET = item(
  'Inspection sheet for the Lower Quay wall, 12 April 2022',
  'document',
  'files/inspection-sheet-lower-quay.pdf',
  'County works department',
);
export const LETTERS = item(
  'Two letters from the harbour master to the works department',
  'document',
  'files/loewe-letters.pdf',
  'Harbour office',
);
export const HOSPITAL_BULLETIN = item(
  'St. Orla’s Hospital, bulletin of 5 November',
  'page',
  'https://storla.example/news/storm',
  'St. Orla’s Hospital',
);
export const AMBULANCE_LOG = item(
  'Ambulance service, summary of calls on the night of the storm',
  'document',
  'files/ambulance-summary.pdf',
  'County ambulance service',
);
export const POLICE_REPORT = item(
  'Situation report of the Port Hallen police, 5 November, 6 a.m.',
  'document',
  'files/police-situation-report.pdf',
  'Port Hallen police',
);
export const FINANCE_MINUTES = item(
  'Minutes of the town’s finance committee, 14 September 2021',
  'document',
  'files/finance-minutes-2021-09-14.pdf',
  'Town council',
);
export const HARBOUR_STAFF_LIST = item(
  'Harbour office, list of staff',
  'page',
  'https://harbour.example/people',
  'Harbour office',
);
export const BRIGHTFIN_LETTER = item(
  'Brightfin’s letter to the works council, 13 November',
  'document',
  'files/brightfin-works-council.pdf',
  'Brightfin Seafoods',
);
export const BRIGHTFIN_REPORT = item(
  'Brightfin Seafoods, annual report',
  'document',
  'files/brightfin-annual-report.pdf',
  'Brightfin Seafoods',
);
export const GATE_RECORDING = item(
  'Recording made at the Brightfin gate, 13 November',
  'recording',
  'audio/2025-11-13-brightfin-gate.m4a',
  'County Wire',
);
export const SUNDHOLM_RECORDING = item(
  'Interview with Petra Sundholm, recording',
  'recording',
  'audio/2025-11-13-sundholm.m4a',
  'County Wire',
);
export const BRIGHTFIN_EMAIL = item(
  'Brightfin’s e-mail to County Wire about the cold store logs',
  'document',
  'files/brightfin-email.eml',
  'Brightfin Seafoods',
);
export const CANNERY_HISTORY = item(
  '“Salt and Steam”: the cannery’s anniversary booklet, 1987',
  'document',
  'Pell Library, local shelf, P 338.3',
  'Cannery cooperative',
);
export const POST_STORY = item(
  'The Harbour Post, “240 to go at Brightfin”',
  'page',
  'https://harbourpost.example/brightfin',
  'The Harbour Post',
);
export const ROAD_NOTICE = item(
  'Public notice of the closure of the Kestrel Bridge',
  'document',
  'files/road-notice-kestrel.pdf',
  'County works department',
);
export const BRIDGE_TENDER = item(
  'Award of contract: repair of piers 3 and 5, Kestrel Bridge',
  'document',
  'https://tenders.wendmere.example/2025-311',
  'County purchasing office',
);
export const AMBERLY_RECORDING = item(
  'Works department’s press briefing, 12 November, recording',
  'recording',
  'audio/2025-11-12-works-briefing.m4a',
  'County Wire',
);
export const TRAFFIC_COUNT = item(
  'County traffic count, autumn 2024',
  'dataset',
  'https://works.wendmere.example/traffic/2024.csv',
  'County works department',
);
export const FERRANT_LETTER = item(
  'Dr. Ferrant’s letter to all employees, 24 November',
  'document',
  'files/ferrant-letter.pdf',
  'St. Orla’s Hospital',
);
export const BIRTH_FIGURES = item(
  'St. Orla’s Hospital, births by hour, 2024',
  'dataset',
  'files/births-by-hour-2024.xlsx',
  'St. Orla’s Hospital',
);
export const BOARD_RECORDING = item(
  'County health board, session of 24 November, web stream',
  'recording',
  'https://board.wendmere.example/sessions/2025-11-24',
  'County health board',
);
export const BIRTH_STUDY = item(
  'National institute for health, “Distance and unplanned birth”',
  'document',
  'https://health.example/reports/distance-2023',
  'National institute for health',
);
export const NOTICE_PAGE = item(
  'The town’s notice page, capture of 12 November',
  'page',
  'files/notice-page-2025-11-12.html',
  'Town council',
);
export const KITCHEN_TALLY = item(
  'Tally book of the harbour kitchen',
  'photograph',
  'photos/kitchen-tally-01.jpg',
  'Harbour kitchen',
);
