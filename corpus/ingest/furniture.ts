import { endsSentence, skeleton, wordsOf } from './letters';

const EXACT = new RegExp(
  `^(?:${[
    'related (?:posts?|articles?|stor(?:y|ies)|content|topics?|news|coverage|links?|reading|tags?|videos?)',
    '(?:you (?:may|might) (?:also )?(?:like|be interested in)|more (?:stories|news|articles|on this( story| topic)?|from .{1,30}|like this))',
    '(?:most (?:read|popular|viewed|shared|commented)|trending now|recommended for you|editor s picks?|latest (?:news|stories|headlines)|top stories)',
    '(?:read|see|show|load|view|learn|find out) (?:more|all|next|also)',
    '(?:continue|keep|start) reading(?: the main story)?|story continues(?: below)?(?: advertisement)?|article continues below(?: advertisement)?',
    'share(?: this)?(?: (?:article|story|post|page))?(?: on \\w+)?|(?:re)?tweet(?: this)?|email this(?: article)?|print this(?: article| page)?|copy link|save(?: article| for later)?',
    '(?:leave|post|add|write) (?:a |your )?(?:comment|reply|response)s?|(?:view|show|hide|see) (?:all )?(?:\\d+ )?comments|\\d+ (?:comments?|replies|responses|shares|views|likes)|log ?in to (?:comment|reply)|comments (?:are )?(?:closed|off)|join the (?:conversation|discussion)',
    '(?:back|return|go) to (?:the )?top(?: button)?|skip to (?:main )?(?:content|navigation)|scroll to top',
    '(?:report|flag|print|bookmark|share|rate) (?:this |an? )?(?:page|ad|advert|article|comment|post|abuse|error|problem|typo)',
    'advertisement|sponsored content|paid content|promoted(?: content)?|ad choices',
    'subscribe(?: now| today)?|sign ?(?:in|up)(?: now| here)?|log ?in|register(?: now)?|my account|newsletters?|download (?:the|our) app',
    '(?:next|previous|prev|older|newer) (?:article|story|post|page|posts)',
    '(?:terms|conditions) of (?:use|service)|privacy (?:policy|notice)|cookies? (?:policy|settings)|all rights reserved|contact us|about us',
    '\\d+ min(?:ute)?s?(?: read)?|\\d+ (?:minutes?|hours?|days?) ago',
    'page \\d+(?: of \\d+)?',
    'for immediate release|(?:press|news|media) release',
    'your e ?mail address will not be published(?: required fields are marked)?|required fields are marked',
    'our standards the .{3,40} principles',
  ].join('|')})$`,
  'u',
);

/** Words that are furniture only among furniture; elsewhere they may head a section. */
const WEAK =
  /^(?:home|menu|terms|conditions|privacy|cookies?|advertising|sponsored|recommended|trending|search|share|print|e ?mail|tweet|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|flipboard|pocket|instagram|youtube|tags?|topics?|comments?|reply|top|next|previous|more|like|follow|save|sections?|news)$/u;

const POINTER =
  /^(?:see(?: also| more)?|read(?: also| more| next| the full .{1,30})?|also read|also see|more on|watch(?: also| more)?|listen|related|recommended|up next|don[’']t miss)\b\s?(?:on |about |at |from |in )?(?<next>.)/iu;
const INVITATION =
  /^(?:read more|sign up|subscribe|follow (?:us|me|our|him|her|them|@)|follow \p{Lu}.* on|join (?:us|our)|click here|download (?:the|our)|get (?:the|our) |share (?:this|on)|tags?:|topics?:|filed under|categories:|posted in|copyright\b|©|\(c\) \d{4}|all rights reserved|reprints? |this material may not be|our standards:|support us|donate|find this (?:article|story|page) at)/iu;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/i;
const ONLY_ADDRESS =
  /^(?:<?(?:https?:\/\/|www\.)\S+>?|\S+@\S+\.\w{2,}|@\w{2,30}|(?:t\.me|youtu\.be|bit\.ly)\/\S+)$/i;
const BREADCRUMB = /^[^.!?«‹]{2,40}(?:\s[>»›]\s[^.!?«‹]{2,60}){1,6}$/u;
const CONTACT =
  /^(?:to contact the (?:reporter|editor|author)|(?:media |press )?contacts?\b|for (?:more|further) information\b).*\S@\S/i;
const WIRE_NOTE = /^\((?:adds|updates|recasts|corrects|refiles|rewrites)\b[^)]*\)$/i;
const RIGHTS = /\ball rights reserved\.?$/i;
const PAGE_NUMBER = /^(?:[-–—]\s?\d{1,4}\s?[-–—]|\d{1,3}\s?\/\s?\d{1,3})$/;
const RULE = /^>+$|^(?:[-–—_=*~#+.·•]\s?){3,}$|^⁂$/u;

const LONGEST = 300;

/** Longest label of a button, a link or a box, in UTF-16 units. */
const LONGEST_LABEL = 120;

/** True for a line of signs that parts sections ("***", "___") or of nothing that can be seen. */
export function isRule(text: string): boolean {
  if (text.length > LONGEST) return false;
  return RULE.test(text) || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

/**
 * True for what a page puts around an article: navigation, invitations, links to others, notices.
 * A crossheading is none, however short.
 */
export function isFurniture(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (ONLY_ADDRESS.test(text) || PAGE_NUMBER.test(text) || BREADCRUMB.test(text)) return true;
  if (WIRE_NOTE.test(text) || CONTACT.test(text) || RIGHTS.test(text)) return true;
  if (text.length <= LONGEST_LABEL && (isLabel(text) || isRowOfLabels(text))) return true;
  if (pointsElsewhere(text) && !endsSentence(text)) return true;
  return INVITATION.test(text) && isInvitation(text);
}

/** One that points to another article: as a page's first line it may be a headline all the same. */
export function isPointer(text: string): boolean {
  return pointsElsewhere(text) && !isLabel(text) && !ADDRESS.test(text);
}

function isLabel(text: string): boolean {
  return EXACT.test(skeleton(text));
}

/** "Print · E-mail · Copy link" */
function isRowOfLabels(text: string): boolean {
  const parts = text.split(/\s[·•|/]\s/);
  return parts.length > 1 && parts.every((part) => isLabel(part) || isWeakFurniture(part));
}

export function isWeakFurniture(text: string): boolean {
  return text.length <= 40 && WEAK.test(skeleton(text));
}

/** The buttons under a reader's comment. */
export function isCommentChrome(text: string): boolean {
  return /^(?:reply|like|share|report|flag)(?: (?:reply|like|share|report))*$/.test(
    skeleton(text.slice(0, 60)),
  );
}

/** "Related posts": the lines below it are links. */
export function headsLinks(text: string): boolean {
  return (
    isFurniture(text) &&
    /^(?:related|more|most|read|recommended|trending|latest|you m|top stories)/i.test(text)
  );
}

export function isAddress(text: string): boolean {
  return text.length <= LONGEST && ONLY_ADDRESS.test(text);
}

/** "See Rome and die" is a phrase: a pointer has a mark and a title after its verb. */
function pointsElsewhere(text: string): boolean {
  const next = POINTER.exec(text)?.groups?.['next'];
  if (next === undefined || !/[:\p{Lu}“‘"'—–-]/u.test(next)) return false;
  return (
    /[:—–]/.test(text.slice(0, 60)) ||
    /^(?:see|read|watch|also read) (?:also|more|next)/i.test(text)
  );
}

/** A sentence that begins like an invitation is one only if it speaks of a page's own business. */
function isInvitation(text: string): boolean {
  if (ADDRESS.test(text) || !endsSentence(text)) return true;
  return wordsOf(text).length <= 40 && PAGE_BUSINESS.test(text);
}

const PAGE_BUSINESS =
  /\b(?:newsletters?|subscri\w+|twitter|facebook|whatsapp|telegram|instagram|podcast|copyright|all rights|reprints?|redistributed|trust principles|e-?mails? (?:to|alerts?)|our app|click here|inbox)\b|©/i;

/** True where `name` is the name that the address beside it spells ("The Post", "…/the_post"). */
export function fitsAddress(name: string, address: string): boolean {
  const letters = skeleton(name).replaceAll(' ', '');
  if (letters.length < 3 || name.length > 60) return false;
  return skeleton(address)
    .replaceAll(' ', '')
    .includes(letters.replace(/^the(?=.{3})/, ''));
}
