import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Days, dayNumberAt } from '../../charts/day-number.ts'
import { useNow } from '../../console/use-now.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import type { LensNeeds, UseLens } from './lenses/lens-needs.ts'
import { useAgainLens } from './lenses/use-again-lens.ts'
import { useBlindLens } from './lenses/use-blind-lens.ts'
import { useCompareLens } from './lenses/use-compare-lens.ts'
import { useDebtLens } from './lenses/use-debt-lens.ts'
import { useHeatLens } from './lenses/use-heat-lens.ts'
import { useHotLens } from './lenses/use-hot-lens.ts'
import { useMinusLens } from './lenses/use-minus-lens.ts'
import type { Reading } from './reading.ts'
import { daysWritten, type Lens, readSpotSearch, type SpotSearch, spanOf } from './spot-search.ts'

const LENS_HOOKS: Readonly<Record<Lens, UseLens>> = {
  ...{ heat: useHeatLens, minus: useMinusLens, debt: useDebtLens, blind: useBlindLens, hot: useHotLens },
  ...{ again: useAgainLens, compare: useCompareLens },
}

export interface SpotDesk {
  search: SpotSearch
  /** The days that are drawn on the time bar: they run ahead of the address while they are dragged. */
  days: Days
  today: number
  span: { from: string; to: string }
  reading: Reading
  change: (more: Record<string, string | undefined>) => void
  chooseDays: (days: Days) => void
  choose: (spot: string | undefined) => void
  /** The first corner of a box that is being drawn; null: it is waited for; undefined: none is drawn. */
  corner: readonly [number, number] | null | undefined
  setCorner: (corner: readonly [number, number] | null | undefined) => void
}

const Desk = createContext<SpotDesk | null>(null)

/** What the parts of the page share: the question in the address and what the server says to it. */
export function useSpotDesk(): SpotDesk {
  const desk = useContext(Desk)
  if (!desk) throw new Error('outside of SpotProvider')
  return desk
}

/** A server that is asked to now is asked of whole minutes, and not every minute again. */
const NOW_MS = 5 * 60_000
const SETTLED_MS = 300

export function SpotProvider({ children }: { children: ReactNode }) {
  const { search, change: write } = usePlanSearch()
  const nowMs = Math.floor(useNow(60_000) / NOW_MS) * NOW_MS
  const today = dayNumberAt(nowMs / 1_000)
  const asked = useMemo(() => readSpotSearch(search, today), [search, today])
  const [draft, setDraft] = useState<Days>()
  useEffect(() => {
    if (!draft) return
    const timer = setTimeout(() => {
      write(daysWritten(draft))
      setDraft(undefined)
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [draft, write])
  const change = useCallback<SpotDesk['change']>((more) => write(more, { step: true }), [write])
  return (
    <Reader
      key={asked.lens}
      asked={asked}
      nowMs={nowMs}
      desk={{ search: asked, days: draft ?? asked.days, today, change, chooseDays: setDraft }}
      choose={(spot) => write({ spot })}
    >
      {children}
    </Reader>
  )
}

interface ReaderProps {
  asked: SpotSearch
  nowMs: number
  desk: Pick<SpotDesk, 'search' | 'days' | 'today' | 'change' | 'chooseDays'>
  choose: SpotDesk['choose']
  children: ReactNode
}

/** Keyed by its lens, whose hook it calls. */
function Reader({ asked, nowMs, desk, choose, children }: ReaderProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [corner, setCorner] = useState<SpotDesk['corner']>()
  const [first, last] = [asked.days.first, asked.days.last]
  const span = useMemo(() => spanOf({ first, last }, nowMs), [first, last, nowMs])
  const needs: LensNeeds = { search: asked, span, t, language }
  const useLens = LENS_HOOKS[asked.lens]
  const reading = useLens(needs)
  return <Desk.Provider value={{ ...desk, span, reading, choose, corner, setCorner }}>{children}</Desk.Provider>
}
