import '../../../web/theme/tokens.css'
import '../../../web/ui/ui.css'
import '../../../web/i18n/dispatch-words.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { State } from '../../../server/contract/state.ts'
import type { DeskCrew } from '../../../web/dispatch/desk/desk-crew.ts'
import { DeskMap } from '../../../web/dispatch/map/DeskMap.tsx'

const asked = new URLSearchParams(location.search)
const [cases, crews] = [Number(asked.get('cases')), Number(asked.get('crews'))]
const NOW = Date.parse('2026-11-20T21:36:00+08:00')
const CENTRE: LngLat = [93.7858, 31.8892]

/** Park and Miller: the same town every time. */
let seed = 7
const random = (): number => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}
const somewhere = (): LngLat => [CENTRE[0] + (random() - 0.5) * 0.03, CENTRE[1] + (random() - 0.5) * 0.014]
const at = (): string => new Date(NOW).toISOString()

const CASES = Array.from({ length: cases }, (_, i) => {
  const text = {
    number: `20261120-${String(i).padStart(4, '0')}`,
    problem: '',
    address: '',
    kind: 'matter',
    code: '09001',
  }
  const none = { unitGrid: null, responsibilityGrid: null, road: null, owner: null, crewId: null, contractor: null }
  const rest = { assetId: null, acknowledgedAt: null, repeats: 0, reworks: 0, reports: 1, photos: 0, request: null }
  const how = { source: 'patrol', status: 'filed', urgency: 'ordinary', clocks: [], receivedAt: at() }
  return { ...text, ...none, ...rest, ...how, id: `k${i}`, location: somewhere() } as DeskCase
})
/** Most are well in hand. */
const LIGHTS = new Map(CASES.map(({ id }) => [id, State.options[random() < 0.85 ? 2 : 1 + Math.floor(random() * 5)]]))
const lightOf = ({ id }: DeskCase): State => LIGHTS.get(id) ?? 'working'

const crewAt = (i: number, location: LngLat, trail: LngLat[]): DeskCrew => ({
  crew: {
    ...{ id: `c${i}`, name: `Crew ${i}`, skills: ['roads'], vehicle: null, shift: { from: '08:00', to: '18:00' } },
    ...{ contractor: null, areas: ['540626'], loadLimit: 4, headcount: 3, onDuty: true, dutySince: at() },
    ...{ endedAt: null, demo: true },
  },
  position: { at: at(), location, accuracyM: null, speedKmh: null, headingDeg: null },
  trail,
})
const step = (place: LngLat): LngLat => [place[0] + (random() - 0.5) * 2e-4, place[1] + (random() - 0.5) * 2e-4]
function walk(length: number): LngLat[] {
  const places = [somewhere()]
  while (places.length < length) places.push(step(places.at(-1) ?? CENTRE))
  return places
}
const CREWS = Array.from({ length: crews }, (_, i) => {
  const trail = walk(90)
  return crewAt(i, trail.at(-1) ?? CENTRE, trail)
})

const NO_IDS: ReadonlySet<string> = new Set()
const nothing = (): void => undefined

/** Hands on new places as the desk does: as many as came, once a frame. */
function Page() {
  const [moving, setMoving] = useState(CREWS)
  const [rate, setRate] = useState(0)
  useEffect(() => {
    Object.assign(window, { desk: { rate: setRate } })
  }, [])
  useEffect(() => {
    if (rate === 0) return
    let [next, owed, last, frame] = [0, 0, performance.now(), 0]
    const tick = (): void => {
      const now = performance.now()
      owed += ((now - last) / 1000) * rate
      last = now
      const count = Math.floor(owed)
      owed -= count
      if (count > 0)
        setMoving((before) => {
          const after = [...before]
          for (let i = 0; i < count; i++) {
            const index = next++ % after.length
            const crew = after[index] as DeskCrew
            const place = step(crew.position?.location ?? CENTRE)
            after[index] = crewAt(index, place, [...crew.trail.slice(-89), place])
          }
          return after
        })
      frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
  }, [rate])
  return (
    <DeskMap
      {...{ cases: CASES, lightOf, opened: null, chosen: NO_IDS, crews: moving, ranked: NO_RANKED, now: NOW }}
      {...{ onOpen: nothing, onChoose: nothing, onDispatch: nothing, onView: nothing, onLayers: nothing }}
      {...{ view: undefined, layers: NO_LAYERS }}
    />
  )
}
const NO_RANKED: never[] = []
const NO_LAYERS: string[] = []

const place = document.getElementById('page')
if (place)
  createRoot(place).render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Page />
    </QueryClientProvider>,
  )
