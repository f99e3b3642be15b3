/** The id of the field, for the key that goes there. */
export const CONSOLE_SEARCH = 'console-search'
