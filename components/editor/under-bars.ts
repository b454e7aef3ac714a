/** What the bars at the head and the foot of a page may hide, in pixels: the caret stays out of there. */
export const UNDER_BARS = { top: 72, right: 5, bottom: 128, left: 5 };
