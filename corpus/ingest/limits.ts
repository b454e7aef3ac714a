const MEGABYTE = 1024 * 1024;

/** The largest file that is read, in bytes. */
export const MAX_FILE_BYTES = 20 * MEGABYTE;

/** The largest zip archive or WARC file, in bytes: these are read part by part. */
export const MAX_ARCHIVE_BYTES = 300 * MEGABYTE;

/** True for the name of a file that is read part by part. */
export function isArchiveName(name: string): boolean {
  return /\.(?:zip|warc|warc\.gz)$/i.test(name);
}

/** One sentence against a file that is too large to be read; null for one that is not. */
export function refusalOfSize(bytes: number, isArchive: boolean): string | null {
  if (bytes <= (isArchive ? MAX_ARCHIVE_BYTES : MAX_FILE_BYTES)) return null;
  const size = `The file has ${(bytes / MEGABYTE).toFixed(1)} MB and the limit is`;
  return isArchive
    ? `${size} 300 MB for a zip archive or a WARC file; split it into smaller ones.`
    : `${size} 20 MB (300 MB for a zip archive or a WARC file); split it into smaller files.`;
}
/** The largest file, in bytes, and the most of it that is shown before it is stored. */
export const MAX_LOOK_BYTES = 2 * MEGABYTE;
export const MAX_LOOK_ARTICLES = 30;
export const MAX_LOOK_BLOCKS = 1000;

/** One sentence against showing a file before it is stored; null for one that can be shown. */
export function refusalOfLook(bytes: number, name: string): string | null {
  if (isArchiveName(name)) return LOOK_AT_ARCHIVE;
  return bytes <= MAX_LOOK_BYTES
    ? null
    : `The file has ${(bytes / MEGABYTE).toFixed(1)} MB; over 2 MB nothing is shown before it is stored. Import it without a look, then change it beside its original.`;
}

export const LOOK_AT_ARCHIVE =
  'The files of an archive are not shown before they are stored: unpack it and look at them, or import it without a look.';

/** A line of this many characters (UTF-16 units) or more is refused: no writer made it. */
export const MAX_LINE_CHARACTERS = 5_000_000;

/** The most lines (blank ones aside) that one file may have. */
export const MAX_LINES = 1_000_000;

/** The most control characters that are taken for an accident, whatever the text's length. */
export const MAX_STRAY_CONTROLS = 8;

/** Above this share of control characters (of all characters) a text is refused. */
export const MAX_CONTROL_SHARE = 0.01;

/** Above this share of invisible formatting characters (and above 64 of them) a text is refused. */
export const MAX_INVISIBLE_SHARE = 0.25;

/** Above this share of bytes over 0x7F a text that is not UTF-8 is not taken for Windows-1252. */
export const MAX_WINDOWS_1252_SHARE = 0.25;
