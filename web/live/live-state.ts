/** Where the one stream of this browser stands. */
export interface LiveState {
  /** `refused`: the server lets nobody in without signing in, or the role may not. */
  is: 'connecting' | 'connected' | 'waiting' | 'refused'
  /** Unix ms at which something was heard last; 0 for never. What is shown is of then. */
  heardAt: number
  /** The row of the log up to which everything was heard. */
  seq: number | undefined
  /** Events that could not be read. */
  bad: number
}

export const SILENT: LiveState = { is: 'connecting', heardAt: 0, seq: undefined, bad: 0 }
