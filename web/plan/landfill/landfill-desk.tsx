import '../upkeep.css'
import './landfill.css'
import '../../i18n/plan-landfill-words.ts'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { LandfillCompared, LandfillOutlook } from '../../../server/contract/landfill.ts'
import { useNow } from '../../console/use-now.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { useCompared, useLandfills } from './queries.ts'
import { askedOf, isTried, readTried, type TrialAnswer, type Tried, tryOut, writeTried } from './trial.ts'

export interface LandfillDesk {
  /** Undefined until they were read. */
  landfills: readonly LandfillOutlook[] | undefined
  fault: Error | null
  retry: () => void
  chosen: LandfillOutlook | undefined
  choose: (id: string) => void
  /** A cell or a well that is looked at. */
  focus: string | undefined
  look: (id: string | undefined) => void
  tried: Tried
  try: (tried: Tried) => void
  /** The middle, at once; undefined while nothing is tried. */
  answer: TrialAnswer | undefined
  /** The whole, when the server has told it. */
  compared: LandfillCompared | undefined
  compareFault: Error | null
}

const Desk = createContext<LandfillDesk | undefined>(undefined)

export function useLandfillDesk(): LandfillDesk {
  const desk = useContext(Desk)
  if (!desk) throw new Error('a part of the landfill study stands outside of it')
  return desk
}

/** The hand rests for so long before the server is asked and the address is written: the middle is drawn with every move. */
const REST_MS = 160

export function LandfillProvider({ children }: { children: ReactNode }) {
  const { search, change } = usePlanSearch()
  const { data: landfills, error, refetch } = useLandfills()
  const now = useNow(60_000)
  const chosen = landfills?.find(({ id }) => id === search.landfill) ?? landfills?.[0]
  const told = useMemo(() => readTried(search), [search])
  const [tried, setTried] = useState(told)
  const rested = useRested(tried)
  const [toldText, restedText] = [JSON.stringify(told), JSON.stringify(rested)]
  // Back and a link change the address; a hand that rests does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the address says, not which object says it
  useEffect(() => setTried(told), [toldText])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the hand has come to rest
  useEffect(() => {
    if (restedText !== toldText && rested === tried) change(writeTried(rested))
  }, [restedText])
  const asked = useMemo(() => (chosen?.foresight && isTried(rested) ? askedOf(chosen, rested) : null), [chosen, rested])
  const compared = useCompared(chosen?.id, asked)
  const answer = useMemo(
    () => (chosen && isTried(tried) ? tryOut(chosen, tried, now) : undefined),
    [chosen, tried, now],
  )
  const desk: LandfillDesk = {
    ...{ landfills, chosen, tried, answer, fault: landfills ? null : error },
    retry: () => void refetch(),
    choose: (id) => change({ landfill: id, of: undefined }, { step: true }),
    focus: search.of,
    look: (id) => change({ of: id }),
    try: setTried,
    compared: asked ? compared.data : undefined,
    compareFault: asked ? compared.error : null,
  }
  return <Desk value={desk}>{children}</Desk>
}

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
