import { ADJUDICATED_LAYER, SHARED_LAYER } from '../annotation/model';
import type { About } from '../datasheet/model';
import type { DatasetArticle, DatasetCheck } from '../interchange/article';

/** A letter or digit, inside which no name begins or ends. */
const WORD = '[\\p{L}\\p{M}\\p{N}]';

/** Puts a pseudonym for each person and each layer that is somebody's own. */
export class Pseudonyms {
  private readonly people = new Map<string, string>();
  private readonly layers = new Map<string, string>();
  private readonly written: RegExp | null;

  /** `people` in an order that later people do not change; names that are the same share a pseudonym. */
  constructor(people: readonly string[], layers: readonly string[]) {
    for (const name of people) {
      if (!this.people.has(name)) this.people.set(name, `person-${this.people.size + 1}`);
    }
    for (const layer of layers) {
      if (layer === SHARED_LAYER || layer === ADJUDICATED_LAYER) continue;
      this.layers.set(layer, this.people.get(layer) ?? `annotator-${this.layers.size + 1}`);
    }
    const names = [...this.people.keys(), ...this.layers.keys()].filter(
      (name) => name.trim() !== '',
    );
    const escaped = names
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
    this.written = escaped.length === 0 ? null : new RegExp(`(?<!${WORD})(?:${escaped.join('|')})(?!${WORD})`, 'giu'); // prettier-ignore
  }

  /** The article with pseudonyms; its own text, headline and byline are what was published, and stay. */
  article(article: DatasetArticle): DatasetArticle {
    return {
      ...article,
      file: this.isNamed(article.file) ? null : article.file,
      annotations: article.annotations.map((annotation) => ({
        ...annotation,
        layer: this.layer(annotation.layer),
        createdBy: this.person(annotation.createdBy),
        anonymityReason: this.prose(annotation.anonymityReason),
        check: annotation.check && this.check(annotation.check),
      })),
    };
  }

  layer(name: string): string {
    return this.layers.get(name) ?? name;
  }

  about(about: About): About {
    const answers = Object.entries(about.answers).map(([id, answer]) => [id, this.prose(answer)]);
    return {
      ...about,
      citation: this.prose(about.citation),
      publisher: this.prose(about.publisher),
      homepage: this.isNamed(about.homepage) ? null : about.homepage,
      answers: Object.fromEntries(answers) as About['answers'],
    };
  }

  private check(check: DatasetCheck): DatasetCheck {
    return {
      ...check,
      replacement: this.prose(check.replacement),
      rationale: this.prose(check.rationale),
      checkedBy: check.checkedBy && this.person(check.checkedBy),
      signedBy: check.signedBy && this.person(check.signedBy),
      assessments: check.assessments.map((assessment) => ({
        ...assessment,
        person: this.person(assessment.person),
        rationale: this.prose(assessment.rationale),
      })),
      evidence: check.evidence.map((evidence) => ({
        ...evidence,
        title: this.prose(evidence.title),
        place: this.prose(evidence.place),
        origin: this.prose(evidence.origin),
        locator: this.prose(evidence.locator),
        excerpt: this.prose(evidence.excerpt),
      })),
    };
  }

  private person(name: string): string {
    return name === '' ? '' : (this.people.get(name) ?? 'person');
  }

  /** What was written on the desk, with the pseudonyms of those whom it names in full. */
  private prose<T extends string | null>(text: T): T {
    if (text === null || this.written === null) return text;
    return text.replaceAll(this.written, (name) => this.pseudonymOf(name)) as T;
  }

  private isNamed(text: string | null): boolean {
    return text !== null && this.written !== null && text.search(this.written) >= 0;
  }

  private pseudonymOf(written: string): string {
    const all = [...this.people, ...this.layers];
    const same = all.find(([name]) => name.toLowerCase() === written.toLowerCase());
    return same?.[1] ?? 'person';
  }
}
