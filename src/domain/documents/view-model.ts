/**
 * Version of what templates receive (docs/view-model.md). A field more changes nothing for those who do not print it; a
 * field that goes, or says something else, makes this one more.
 */
export const VIEW_MODEL = 1;
