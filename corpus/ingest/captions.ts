import { endingOf, wordsOf } from './letters';

const STARTS =
  /^(?:FILE[ -]?(?:PHOTO|PICTURE|IMAGE|PIC)S?\b|FILE\s*[-–—:]\s|(?:TOP|LEAD|COVER|MAIN)?\s?(?:PHOTO|IMAGE|PICTURE)S?\s*:|(?:Top |Cover |Lead )?(?:Photo|Image|Picture|Caption|Pictured|Photograph|Illustration|Graphic)s?(?: (?:above|below|left|right))?\s*[:|]|(?:Photo|Image|Picture|Photograph|Illustration) (?:by|credit|courtesy)\b|CAPTION\b)/;
const NAME = "\\p{Lu}[\\p{L}\\p{M}’'. -]{1,50}(?:\\/[\\p{L} ]{2,30})*";
const AGENCY_SLASH_NAME = new RegExp(
  `(?:(?:[.?!”"\\d]\\s|\\()\\p{Lu}[\\p{L}. ]{1,30}|(?:^|\\s)(?:REUTERS|Reuters|AFP|AP|EPA|EFE|DPA|dpa|PA|UPI|ANSA|TASS|NTB|TT|Xinhua|Bloomberg|Anadolu Agency|Getty))\\/\\s?${NAME}\\)?\\.?$`,
  'u',
);
const CREDITED =
  /(?:\((?:AP|AFP|EPA|PA|Reuters|REUTERS|dpa)?\s?(?:Photo|File Photo|Picture|Image)\b[^)]{0,80}\)|(?:[/(|—–-]\s?|\bvia |[.:]\s)Getty Images\)?|\b(?:Photo|Photograph|Image|Picture|Credit|Courtesy)(?: by|:)\s[^.]{2,60}|\bCourtesy of\s[^.]{2,60}|©\s?[^.]{2,60}|\/(?:File Photo|Handout|Pool|Archive))\.?$/u;
const DATE_THEN_AGENCY =
  /\b(?:\p{Lu}\p{Ll}+\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}+),? (?:19|20)\d\d[.,]?\s\(\p{Lu}[\p{L}/. -]{1,40}\)\.?$/u;
const PICTURE_TAKEN = /\bPicture taken (?:on )?\p{Lu}/u;

const LONGEST = 1200;

/** A notice of rights belongs to the page. */
const RIGHTS = /^(?:©|\(c\)|copyright\b)/i;

/** True for the words under a picture: they begin or end with what only a caption has. */
export function isCaption(text: string): boolean {
  if (text.length > LONGEST || RIGHTS.test(text)) return false;
  if (STARTS.test(text)) return true;
  const tail = text.slice(-200);
  if (DATE_THEN_AGENCY.test(tail) || PICTURE_TAKEN.test(tail)) return true;
  if (/^["“]/.test(text) && endingOf(text) === 'stop') return false;
  return AGENCY_SLASH_NAME.test(tail) || CREDITED.test(tail);
}

/** True where the caption says that its picture is an old one. */
export function isArchivePicture(caption: string): boolean {
  return /^FILE\b|\b(?:File|Archive)(?: (?:Photo|photo|picture|image)|\)?\.?$)|\/File\b/.test(
    caption,
  );
}

const CREDIT_VERB =
  '(?:(?:additional |further )?(?:reporting|reported|writing|written|editing|edited|compiled|compiling|graphics?|translat(?:ed|ing|ion)|production|produced|research))';
const PARENTHESISED = new RegExp(`^[([*_—–-]\\s?${CREDIT_VERB}\\b[^.]{0,40}?\\b(?:by|in)\\b`, 'iu');
const BRACKETED_INPUTS =
  /^(?:[([]|[—–-]{1,2}\s?)(?:with (?:inputs?|agencies|reporting|files|additional|assistance)|source:|agencies\b)/i;
const PLAIN = new RegExp(`^${CREDIT_VERB}(?: and [a-z]+)? by:? \\p{Lu}`, 'iu');
const CONTRIBUTED =
  /\bcontributed (?:reporting|research|to this (?:report|story|article|piece|dispatch))\b[^.]{0,60}\.?$/i;
const SIGNED =
  /^(?:[([—–-]\s?)(?:AP|AFP|Reuters|dpa|UPI|PTI|ANI|IANS|Xinhua|TASS|Bloomberg|EFE|ANSA|PA|Agencies)(?:[/, ]+\p{L}+)*[)\]]?\.?$/u;

/** True for the line at an article's end that says who else worked on it. */
export function isCredit(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (PARENTHESISED.test(text) || BRACKETED_INPUTS.test(text) || SIGNED.test(text)) return true;
  return text.length <= 400 && (isPlainCredit(text) || CONTRIBUTED.test(text));
}

/** "Reporting by A; editing by B" without brackets: nothing but work, names and places. */
function isPlainCredit(text: string): boolean {
  if (!PLAIN.test(text)) return false;
  return wordsOf(text).every((word) => !/^\p{Ll}/u.test(word) || CREDIT_WORD.test(word));
}

const CREDIT_WORD =
  /^(?:additional|further|reporting|reported|writing|written|editing|edited|compiled|compiling|graphics?|translat(?:ed|ing|ion)|production|produced|by|and|in|with|from|the|of|for|de|del|van|von|al-\p{L}+|el-\p{L}+)[:;,.]?$/u;

/** True for a credit that is opened here and not closed: its bracket closes in a later paragraph. */
export function isOpenCredit(text: string): boolean {
  return isCredit(text) && /^[([]/.test(text) && !/[)\]]/.test(text);
}
