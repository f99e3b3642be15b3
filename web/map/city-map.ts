import type { StyleSpecification } from 'maplibre-gl'
import type { City } from '../../server/contract/city.ts'
import type { Bbox, Geometry, LngLat } from '../../server/contract/geo.ts'
import type { Layer } from '../../server/contract/layer.ts'
import type { Theme } from '../theme/theme.ts'
import type { CellReading, HeatCells } from './heat-cells.ts'
import { keepAlive } from './keep-alive.ts'
import type { MapSurface, Mark } from './map-surface.ts'
import type { MapWords } from './map-words.ts'
import type { Over } from './over.ts'

/** Degrees, except zoom: MapLibre's, in tiles of 512 px. */
export interface View {
  lng: number
  lat: number
  zoom: number
  bearing: number
  pitch: number
}

/** What lies under a click, the topmost first. `lngLat` is the thing's own place where it is a point, else the place clicked. */
export type Pick =
  | { kind: 'asset'; layer: string; id: string; lngLat: LngLat }
  | { kind: 'cluster'; layer: string; lngLat: LngLat; zoomTo: number }
  | { kind: 'cell'; cell: CellReading; lngLat: LngLat }
  | { kind: 'mark'; mark: Mark; lngLat: LngLat }
  | { kind: 'place'; lngLat: LngLat }

export interface HeatPicture {
  mode: 'complaints' | 'inspections' | 'difference'
  cells: HeatCells
  /** Inner borders of the colours, ascending: HEAT_STEPS or DIFFERENCE_STEPS. */
  steps: readonly number[]
}

/** All that the map shows. The page gives a whole picture; the map finds what changed. */
export interface MapPicture {
  shownLayers: string[]
  /** Per layer the statuses shown; a layer that is absent shows all of its own. */
  statusFilter: Record<string, string[]>
  /** Per layer a text that changes when its data did: then its tiles are asked for again. */
  versions?: Record<string, string>
  /** Per layer the instant that its tiles are of, ISO in UTC; a layer that is absent is as it is now. */
  moments?: Record<string, string>
  theme: Theme
  language: 'zh' | 'en'
  heat: HeatPicture | null
  /** Corners of the line being measured. */
  measure: LngLat[]
  /** What is being drawn or is about to be imported, in the colour of "you". */
  draft?: Geometry[]
  /** What a workspace draws over the city, under what is "yours". */
  over?: Over
  /** `plain`: streets, water and names alone. */
  base?: 'full' | 'plain'
  /** Things as plain rings, whatever their state: what is drawn over them is what counts. */
  rings?: boolean
}

export interface MapStatus {
  /** The first picture is complete. */
  loaded: boolean
  /** Tiles are on their way. */
  busy: boolean
  /** What does not work, in words; the rest of the map goes on. */
  failed?: string
  contextLosses: number
}

export interface MapCanvas {
  /** Pixels of the screen to one of the map's own; else as many as the screen has to one of the page. */
  pixelRatio: number
  /** Nobody drags or clicks it. */
  still: boolean
  /** Draws each style otherwise: a pure function, and the same one for the life of the map. */
  restyle(style: StyleSpecification, picture: MapPicture): StyleSpecification
}

export interface CityMapOptions {
  container: HTMLElement
  city: City
  layers: Layer[]
  theme: Theme
  language: 'zh' | 'en'
  words: MapWords
  view: View
  onView(view: View): void
  onPick(pick: Pick | null): void
  onStatus(status: MapStatus): void
  /** For a map that is only looked at, and is not of the page's size. */
  canvas?: MapCanvas
  /** With every map that is mounted, and with null when it is gone. */
  onSurface?(surface: MapSurface | null): void
}

export interface Highlighted {
  layer: string
  id: string
  geometry: Geometry
}

export interface CityMap {
  /** Idempotent: the same picture twice changes nothing. */
  show(picture: MapPicture): void
  /** `ms`: so long it takes; else as long as the way asks for, and from 1.6 s on none at all. */
  flyTo(view: Partial<View>, options?: { instant?: boolean; ms?: number }): void
  bounds(): Bbox
  highlight(asset: Highlighted | null): void
  /** Says the same in another language. */
  say(words: MapWords): void
  /** The map as a PNG with 审图号, scale, source and 演示数据 in its frame. */
  image(): Promise<Blob>
  destroy(): void
}

/** Opens the city's map in a container and keeps it alive there until `destroy`. */
export const openCityMap = (options: CityMapOptions): CityMap => keepAlive(options)
