/**
 * What a plan would have written. A plan writes nothing, so that nobody waits for it; what comes
 * later in the same files is compared with this instead.
 */
export class PlannedImport {
  private readonly texts = new Map<string, string>();
  private readonly ids = new Map<string, string>();
  private readonly marks = new Map<string, string>();

  addArticle(id: string, text: string): void {
    this.texts.set(id, text);
    if (!this.ids.has(text)) this.ids.set(text, id);
  }

  /** The planned article of this id, else of this text; null where there is none. */
  findArticle(
    id: string | null,
    text: string,
  ): { readonly id: string; readonly text: string } | null {
    const own = id === null ? undefined : this.texts.get(id);
    if (id !== null && own !== undefined) return { id, text: own };
    const same = this.ids.get(text);
    return same === undefined ? null : { id: same, text };
  }

  addMark(id: string, content: unknown): void {
    this.marks.set(id, JSON.stringify(content));
  }

  /** Whether a mark of this id is planned with the same content, with another, or not at all. */
  findMark(id: string, content: unknown): 'known' | 'other' | null {
    const planned = this.marks.get(id);
    if (planned === undefined) return null;
    return planned === JSON.stringify(content) ? 'known' : 'other';
  }
}
