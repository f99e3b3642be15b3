/** What the address says while the day panel is open and has no plan yet. */
export const OPEN_DAY = 'open'
