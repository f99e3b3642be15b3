const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 60_000

/** How long to wait before tiles that failed are asked for again, in ms. `tries`: how often that was in vain since the last success. */
export const retryWait = (tries: number): number => Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS)
