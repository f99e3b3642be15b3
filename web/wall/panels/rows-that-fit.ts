/** Whole rows that fit into a height; a hair's breadth too little is rounding, and one row is always shown. */
export const rowsThatFit = (height: number, rowHeight: number): number =>
  rowHeight <= 0 ? 1 : Math.max(1, Math.floor((height + 1) / rowHeight))
