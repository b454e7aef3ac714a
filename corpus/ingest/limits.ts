/** The largest file that is read, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

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
