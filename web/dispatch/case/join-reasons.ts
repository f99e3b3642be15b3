export interface Reason {
  act: string
  why: string
}

/** Buttons that cannot be pressed for one and the same reason share its sentence. */
export function joinReasons(reasons: readonly Reason[]): { acts: string[]; why: string }[] {
  const whys = [...new Set(reasons.map(({ why }) => why))]
  return whys.map((why) => ({ why, acts: reasons.filter((one) => one.why === why).map(({ act }) => act) }))
}
