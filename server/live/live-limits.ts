import { PULSE_MS } from '../contract/live.ts'

/** How many may listen, how far back they may ask, and when who cannot keep up is let go. */
export interface LiveLimits {
  /** Streams on this node. */
  inAll: number
  /** Of one session; of one address for guests, behind which a whole office may sit. */
  perSession: number
  perAddress: number
  /** Rows kept written, and how far behind somebody is told what was missed. */
  recent: number
  behind: number
  /** Rows at once of which a screen is not told each: an import. */
  flood: number
  /** Bytes that may wait for a screen, and for how long they may be more. */
  pendingBytes: number
  slowMs: number
  pulseMs: number
  /** How often streams are looked over, and whether their sessions still hold: one that ended is seen within 5 s. */
  lookMs: number
  sessionsMs: number
  /** A stream is ended and resumed after so long, however well it is: a peer that vanished is not written to for ever. */
  longestMs: number
}

export const LIVE_LIMITS: LiveLimits = {
  ...{ inAll: 5_000, perSession: 40, perAddress: 500 },
  ...{ recent: 4_096, behind: 20_000, flood: 500 },
  ...{ pendingBytes: 256 * 1024, slowMs: 10_000 },
  ...{ pulseMs: PULSE_MS, lookMs: 1_000, sessionsMs: 1_500, longestMs: 30 * 60_000 },
}
