/** A crew as a button has room for it: without what stands in brackets behind its name. */
export const briefName = (name: string): string => name.replace(/\s*[（(][^（()）]*[)）]$/, '') || name
