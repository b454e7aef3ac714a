import type { About } from '../datasheet/model';
import { EXPORTED_TERMS, type DatasetAnnotation, type DatasetArticle, type DatasetCheck, type DatasetEvidence } from '../interchange/article'; // prettier-ignore

/** What the desk knows of confidential things; it never leaves. */
export interface Secrets {
  /** Annotations whose check rests, or once rested, on confidential evidence. */
  readonly annotationIds: ReadonlySet<string>;
  /** Titles, origins, places and excerpts that only confidential evidence has. */
  readonly words: readonly string[];
}

/** Words shorter than this tell nothing by themselves. */
const SHORTEST = 4;

/** Takes out of articles what could tell of confidential things, and counts it. */
export class Withholding {
  evidence = 0;
  annotations = 0;
  notes = 0;
  /** First word → word sequences that begin with it, a space on both sides. */
  private readonly secrets = new Map<string, string[]>();

  constructor(private readonly known: Secrets) {
    for (const secret of new Set(known.words.map(normalised))) {
      const [first] = secret.trim().split(' ');
      if (first === undefined || secret.trim().length < SHORTEST) continue;
      const list = this.secrets.get(first) ?? [];
      list.push(secret);
      this.secrets.set(first, list);
    }
  }

  article(article: DatasetArticle): DatasetArticle {
    const annotations = article.annotations.filter(({ terms }) => {
      const leaves = terms === null || EXPORTED_TERMS.some((exported) => exported === terms);
      if (!leaves) this.annotations += 1;
      return leaves;
    });
    return {
      ...article,
      file: this.note(article.file, false),
      annotations: annotations.map((annotation) => this.annotation(annotation)),
    };
  }

  /** What is said of the dataset, without each answer that could tell. */
  about(about: About): About {
    const answers = Object.entries(about.answers).filter(([, answer]) => this.note(answer, false));
    return {
      ...about,
      licence: this.note(about.licence, false),
      citation: this.note(about.citation, false),
      publisher: this.note(about.publisher, false),
      homepage: this.note(about.homepage, false),
      answers: Object.fromEntries(answers),
    };
  }

  private annotation(annotation: DatasetAnnotation): DatasetAnnotation {
    const isGuarded = this.known.annotationIds.has(annotation.id);
    return {
      ...annotation,
      anonymityReason: this.note(annotation.anonymityReason, isGuarded),
      check: annotation.check && this.check(annotation.check, isGuarded),
    };
  }

  private check(check: DatasetCheck, isGuarded: boolean): DatasetCheck {
    return {
      ...check,
      replacement: this.note(check.replacement, isGuarded),
      rationale: this.note(check.rationale, isGuarded),
      assessments: check.assessments.map((assessment) => ({
        ...assessment,
        rationale: this.note(assessment.rationale, isGuarded),
      })),
      evidence: check.evidence.filter((evidence) => this.leaves(evidence)),
    };
  }

  private leaves({ title, place, origin, locator, excerpt }: DatasetEvidence): boolean {
    const isTelling = [title, place, origin, locator ?? '', excerpt ?? ''].some((text) => this.tells(text)); // prettier-ignore
    if (isTelling) this.evidence += 1;
    return !isTelling;
  }

  private note(text: string | null, isGuarded: boolean): string | null {
    if (text === null || !(isGuarded || this.tells(text))) return text;
    this.notes += 1;
    return null;
  }

  /** Whether a text names something confidential. */
  tells(text: string): boolean {
    if (this.secrets.size === 0) return false;
    const words = normalised(text);
    return words
      .trim()
      .split(' ')
      .some((word) => this.secrets.get(word)?.some((secret) => words.includes(secret)));
  }
}

/** The words alone, in small letters, a space before and behind each. */
function normalised(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}
