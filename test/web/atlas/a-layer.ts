import { Layer } from '../../../server/contract/layer.ts'
import type { LayerPicture } from '../../../web/api.ts'

/** A layer with a quiet status, a due one and a late one; a test states only what matters to it. */
export const aLayer = (change: Partial<LayerPicture> = {}): LayerPicture => ({
  ...Layer.parse({
    id: 'bins',
    name: { zh: '垃圾箱', en: 'Bins' },
    group: 'sanitation',
    geometry: 'point',
    edition: 'GB/T 47678.5-2026',
    codes: [{ code: '03005' }],
    measure: { zh: '个', en: 'bin' },
    symbol: { icon: 'temaki:waste' },
    detailZoom: 15,
    shownAtFirst: true,
    statuses: [
      { id: 'normal', name: { zh: '正常', en: 'Normal' }, state: 'normal' },
      { id: 'nearly-full', name: { zh: '将满', en: 'Nearly full' }, state: 'due' },
      { id: 'full', name: { zh: '满溢', en: 'Full' }, state: 'late' },
    ],
    fields: [],
    rules: {},
  }),
  version: '0',
  count: 0,
  countByStatus: {},
  bounds: null,
  ...change,
})
