/** The name of a text that came without a file; texts of this name are not told apart by it. */
export const UNNAMED_FILE = 'Pasted text';

/** The collection of what comes in without one being named. */
export const USUAL_COLLECTION = 'Desk';
