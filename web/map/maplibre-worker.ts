import { prewarm, setWorkerUrl } from 'maplibre-gl'
// MapLibre 6 does not find its worker in a bundle: without this the map is blank though every build passes.
import url from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

setWorkerUrl(url)
// The workers outlive a map: one that is mounted again after a lost context need not wait for them.
prewarm()
