import { EXPORTED_TERMS } from '../interchange/article';
import type { Terms } from '../annotation/model';
import type { CopyArticle, CopyNote } from './model';

/** True for what may never leave the desk: off the record, and deep background. */
export function isWithheld(terms: Terms | null): boolean {
  return terms !== null && !(EXPORTED_TERMS as readonly Terms[]).includes(terms);
}

/**
 * A copy without anything confidential; every copy goes through here. What a mark says of a source
 * whose terms keep it on the desk is left out and counted, and so is evidence under such terms.
 */
export function withoutConfidential(article: CopyArticle): CopyArticle {
  return { ...article, notes: article.notes.map(cleanNote) };
}

function cleanNote(note: CopyNote): CopyNote {
  const evidence = note.evidence.filter(({ terms }) => !isWithheld(terms));
  const withheld = note.withheld + note.evidence.length - evidence.length;
  if (!isWithheld(note.terms)) return { ...note, evidence, withheld };
  const silent = { anonymityReason: null, rationale: null, reason: null, evidence: [], messages: [] };
  return { ...note, ...silent, withheld: withheld + 1 };
} // prettier-ignore

/**
 * For readers outside the desk: also without what is on background, discussions, the names of those
 * who checked, and the rationale of a check that rests on evidence which is withheld.
 */
export function madeDiscreet(article: CopyArticle): CopyArticle {
  const { signature } = article;
  return {
    ...article,
    signature: signature === null ? null : { ...signature, person: null },
    notes: article.notes.map((note) => {
      const evidence = note.evidence.filter(({ terms }) => terms === 'on_record');
      const withheld = note.withheld + note.evidence.length - evidence.length;
      const rests = withheld > 0 || note.terms === 'background';
      return {
        ...note,
        evidence,
        withheld,
        messages: [],
        checkedBy: null,
        signedBy: null,
        ...(rests ? { rationale: null, anonymityReason: null, reason: null } : {}),
      };
    }),
  };
}
