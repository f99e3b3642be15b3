import { expect, test } from 'vitest'
import type { LandfillOutlook } from '../../../../server/contract/landfill.ts'
import { FLARES, landfillLayers, landfillShapes } from '../../../../web/plan/landfill/draw-landfill.ts'
import { flareLegend } from '../../../../web/plan/landfill/flare-legend.ts'
import { shortName } from '../../../../web/plan/landfill/short-name.ts'
import { paletteOf } from '../../../../web/theme/palette.ts'

test('flares that look alike share one entry of the legend, and one that went out is a diamond of its own', () => {
  const statuses = [
    { name: '燃烧', state: 'normal' as const },
    { name: '待机', state: 'normal' as const },
    { name: '燃烧', state: 'normal' as const },
    { name: '熄火', state: 'late' as const },
  ]
  expect(flareLegend(statuses, (names) => names.join('、'))).toEqual([
    { name: '燃烧、待机', look: 'dot', colours: ['normal'] },
    { name: '熄火', look: 'diamond', colours: ['late'] },
  ])
  expect(flareLegend([], () => '')).toEqual([])
})

test('a flare is drawn where it stands, in its state and words, and looked at as a cell or a well is', () => {
  const flare = (id: string, status: string): LandfillOutlook['flares'][number] => ({
    ...{ id, name: id, status, since: null, readAt: null, temperatureC: null, outBelowC: null },
    ...{ methanePercent: null, gasM3h: null, ratedM3h: null, caseId: null },
  })
  const place = (id: string, lng: number) => ({
    id,
    geometry: { type: 'Point' as const, coordinates: [lng, 31.9] as [number, number] },
  })
  const { flares, bounds } = landfillShapes(
    [place('a', 93.8), place('b', 93.81)],
    { id: 'none', cells: [], wells: [], flares: [flare('a', 'burning'), flare('b', 'out'), flare('c', 'out')] },
    {
      ...{ focus: 'b', labels: { share: String, below: String }, stateOf: () => 'normal' },
      flareOf: ({ status }) => ({ name: status, state: status === 'out' ? 'late' : 'normal' }),
    },
  )
  expect(flares.features.map(({ properties }) => properties)).toEqual([
    { id: 'a', chosen: false, text: 'burning', state: 'normal' },
    { id: 'b', chosen: true, text: 'out', state: 'late' },
  ])
  expect(bounds).toEqual([93.81, 31.9, 93.81, 31.9])
  const drawn = landfillLayers(paletteOf('light'), 'light').filter(
    (layer) => 'source' in layer && layer.source === FLARES,
  )
  expect(drawn.map(({ id }) => id)).toEqual(['landfill/flare-ring', 'landfill/flare-mark', 'landfill/flare'])
})

test('a list of things leaves out the words that all their names begin with, and no other', () => {
  const shortOf = (...names: string[]) => names.map((name) => shortName(name, names))
  expect(shortOf('渗滤液监测井 1 号', '渗滤液监测井 2 号')).toEqual(['1 号', '2 号'])
  expect(shortOf('填埋气火炬 1 号')).toEqual(['填埋气火炬 1 号'])
  expect(shortOf('北井', '南井')).toEqual(['北井', '南井'])
  expect(shortOf('井 1', '井 12')).toEqual(['1', '12'])
  expect(shortOf('井', '井 2')).toEqual(['井', '2'])
})
