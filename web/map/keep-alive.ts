import { paletteOf } from '../theme/palette.ts'
import { fontFaces } from './basemap/fonts.ts'
import { pixelsPerMetre } from './basemap/metres.ts'
import type { CityMap, CityMapOptions, Highlighted, MapPicture, MapStatus, View } from './city-map.ts'
import { exportImage } from './export-image.ts'
import { type LiveMap, liveMap } from './live-map.ts'
import { frameTexts, mapFrame } from './map-frame.ts'
import { mapSurface } from './map-surface.ts'
import { redrawWait } from './redraw-wait.ts'
import { scaleBar } from './scale-bar.ts'

/** Owns the map for as long as the page shows it. A WebGL context that is lost may never come back: the map is removed and mounted
 *  again with the same view and picture, and the loss is counted. */
export function keepAlive(options: CityMapOptions): CityMap {
  const { container, city, layers } = options
  let { view, words } = options
  let picture: MapPicture = emptyPicture(options)
  let chosen: Highlighted | null = null
  let live: LiveMap | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let status: MapStatus = { loaded: false, busy: true, contextLosses: 0 }
  const losses: number[] = []

  const root = document.createElement('div')
  root.className = 'city-map'
  const frame = mapFrame(city, words)
  container.append(root)

  const tell = (news: Partial<MapStatus>) => {
    const now = { ...status, ...news }
    if (JSON.stringify(now) === JSON.stringify(status)) return
    status = now
    options.onStatus(status)
  }
  const barOf = ({ zoom, lat }: View) => scaleBar(1 / pixelsPerMetre(zoom, lat))
  const moveTo = (now: View) => {
    view = now
    frame.scale(barOf(now))
  }

  function mount(): void {
    const element = document.createElement('div')
    element.className = 'city-map-canvas'
    root.replaceChildren(element, frame.element)
    try {
      live = liveMap({
        city,
        layers,
        picture,
        highlight: chosen?.geometry ?? null,
        fonts: fontFaces(),
        origin: location.origin,
        element,
        view,
        label: words.map,
        canvas: options.canvas,
        onMove: moveTo,
        onMoveEnd: (now) => {
          moveTo(now)
          options.onView(now)
        },
        onPick: options.onPick,
        onLoad: () => tell({ loaded: true, failed: undefined }),
        onBusy: (busy) => tell({ busy }),
        onFailing: (sources) => tell({ failed: failureOf(sources) }),
        onContextLost: heal,
      })
      options.onSurface?.(mapSurface(live.map))
    } catch {
      live = undefined
      tell({ failed: words.noWebgl, busy: false })
    }
  }

  /** A few losses are healed at once; a machine that goes on losing is told about, and given time. */
  function heal(): void {
    const now = Date.now()
    losses.push(now)
    const wait = redrawWait(losses, now)
    options.onSurface?.(null)
    live?.remove()
    live = undefined
    tell({ contextLosses: losses.length, busy: true, failed: wait > 0 ? words.redrawingIn(wait / 1000) : undefined })
    timer = setTimeout(mount, wait)
  }

  const failureOf = (sources: string[]): string | undefined => {
    const first = sources[0]
    if (first === undefined) return undefined
    const layer = layers.find(({ id }) => first === `layer/${id}`)
    return words.tilesFailed(layer ? layer.name[picture.language] : words.source)
  }

  moveTo(view)
  mount()

  return {
    show: (next) => {
      picture = next
      live?.show({ picture })
    },
    flyTo: ({ lng = view.lng, lat = view.lat, ...to }, { instant = false, ms } = {}) => {
      if (!live) view = { ...view, lng, lat, ...to }
      else if (instant) live.map.jumpTo({ center: [lng, lat], ...to })
      else
        live.map.flyTo({ center: [lng, lat], ...to, ...(ms === undefined ? { maxDuration: 1600 } : { duration: ms }) })
    },
    bounds: () => {
      const box = live?.map.getBounds()
      if (!box) return [view.lng, view.lat, view.lng, view.lat]
      return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()]
    },
    highlight: (asset) => {
      chosen = asset
      live?.show({ highlight: asset?.geometry ?? null })
    },
    say: (now) => {
      words = now
      frame.say(now)
      live?.map.getCanvas().setAttribute('aria-label', now.map)
    },
    image: async () => {
      if (!live) throw new Error(words.noWebgl)
      const texts = frameTexts(city, words)
      return exportImage(live.map, { texts, bar: barOf(view), ink: paletteOf(picture.theme) })
    },
    destroy: () => {
      clearTimeout(timer)
      options.onSurface?.(null)
      live?.remove()
      live = undefined
      root.remove()
    },
  }
}

const emptyPicture = ({ theme, language }: CityMapOptions): MapPicture => ({
  shownLayers: [],
  statusFilter: {},
  theme,
  language,
  heat: null,
  measure: [],
})
