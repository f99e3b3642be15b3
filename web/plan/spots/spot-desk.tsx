import {
  createContext,
  memo,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { Bbox } from '../../../server/contract/geo.ts'
import { type Days, dayNumberAt } from '../../charts/day-number.ts'
import { useNow } from '../../console/use-now.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import type { PlaceSketch } from './campaign-place.ts'
import type { LensNeeds, UseLens } from './lenses/lens-needs.ts'
import { useAgainLens } from './lenses/use-again-lens.ts'
import { useBlindLens } from './lenses/use-blind-lens.ts'
import { useCompareLens } from './lenses/use-compare-lens.ts'
import { useDebtLens } from './lenses/use-debt-lens.ts'
import { useHeatLens } from './lenses/use-heat-lens.ts'
import { useHotLens } from './lenses/use-hot-lens.ts'
import { useMinusLens } from './lenses/use-minus-lens.ts'
import type { Reading } from './reading.ts'
import { DENSITY } from './scales.ts'
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
  /** `look`: where the map goes; what is clicked on the map stays where it is. */
  choose: (spot: string | undefined, look?: Bbox) => void
  look: { bounds: Bbox; boundsAsked: number } | undefined
  /** The place of a campaign that is being drawn. */
  sketch: PlaceSketch | undefined
  setSketch: (sketch: PlaceSketch | undefined) => void
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
  const [look, setLook] = useState<SpotDesk['look']>()
  const choose = useCallback<SpotDesk['choose']>(
    (spot, there) => {
      write({ spot })
      if (there) setLook((before) => ({ bounds: there, boundsAsked: (before?.boundsAsked ?? 0) + 1 }))
    },
    [write],
  )
  const [sketch, setSketch] = useState<PlaceSketch>()
  const [first, last] = [asked.days.first, asked.days.last]
  const span = useMemo(() => spanOf({ first, last }, nowMs), [first, last, nowMs])
  const [told, tell] = useState<{ lens: Lens; reading: Reading }>()
  const reading = told?.lens === asked.lens ? told.reading : NOTHING_READ
  const days = draft ?? asked.days
  return (
    <Desk.Provider
      value={{
        search: asked,
        days,
        today,
        span,
        reading,
        change,
        chooseDays: setDraft,
        choose,
        look,
        sketch,
        setSketch,
      }}
    >
      <LensReader key={asked.lens} search={asked} span={span} onReading={tell} />
      {children}
    </Desk.Provider>
  )
}

interface LensReaderProps extends Pick<LensNeeds, 'search' | 'span'> {
  onReading: (told: { lens: Lens; reading: Reading }) => void
}

/** Calls the hook of its lens, by which it is keyed, and tells what that says. It draws nothing, so that another lens leaves the page as it is. */
const LensReader = memo(function LensReader({ search, span, onReading }: LensReaderProps): null {
  const { t } = useTranslation()
  const language = useLanguage()
  const useLens = LENS_HOOKS[search.lens]
  const reading = useLens({ search, span, t, language })
  useLayoutEffect(() => onReading({ lens: search.lens, reading }))
  return null
})

const NOTHING_READ: Reading = {
  ...{ fault: null, isEmpty: true, isPassing: false, isWaiting: false, isStopped: false },
  ...{ again: () => undefined, stop: () => undefined },
  ...{ cells: [], scale: DENSITY.km2, figures: [], rows: [], foot: [], method: [], borders: [] },
  ...{ heading: { name: '', value: '' }, none: '', unit: '', figuresOf: () => [] },
}
