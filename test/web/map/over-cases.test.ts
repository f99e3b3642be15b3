import { createExpression, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { expect, test } from 'vitest'
import { State, urgencyOf, worstOf } from '../../../server/contract/state.ts'
import { caseLayers, STATE_OF_CASES, WORST_COUNT } from '../../../web/map/cases/case-layers.ts'
import { CLUSTER_PROPERTIES, caseData, caseSource } from '../../../web/map/cases/case-source.ts'
import { openedLayers, openedSources, wayLayers } from '../../../web/map/cases/opened-case.ts'
import type { MapPicture } from '../../../web/map/city-map.ts'
import { onlyOverMoved } from '../../../web/map/over.ts'
import { areaLayers, areaSource } from '../../../web/map/select/chosen-area.ts'
import { paletteOf } from '../../../web/theme/palette.ts'

type Properties = Record<string, unknown>

const evaluate = (expression: unknown, properties: Properties): unknown => {
  const read = createExpression(expression, 'cases')
  if (read.result !== 'success') throw new Error(JSON.stringify(read.value))
  return read.value.evaluate({ zoom: 15 } as never, { type: 1, properties } as never)
}

/** As MapLibre's worker does: each feature mapped, then folded by the operator. */
function clusterOf(states: State[], chosen: number): Properties {
  const members = states.map((state, i) => ({ state, urgency: urgencyOf(state), chosen: i < chosen ? 1 : 0 }))
  const folded = Object.entries(CLUSTER_PROPERTIES).map(([name, [operator, map]]) => {
    const values = members.map((member) => Number(evaluate(map, member)))
    return [name, operator === 'max' ? Math.max(...values) : values.reduce((a, b) => a + b, 0)]
  })
  return { ...Object.fromEntries(folded), cluster: true, point_count: states.length }
}

const point = (id: string, state: State = 'working') => ({ id, state, lngLat: [93.78, 31.88] as [number, number] })

test('a cluster has the state of its worst, and knows how many are so bad and how many are chosen', () => {
  for (const states of [
    ['working', 'late', 'due', 'late'],
    ['normal', 'unknown'],
    ['emergency', 'late', 'late'],
    State.options,
  ] as State[][]) {
    const cluster = clusterOf(states, 2)
    const worst = worstOf(states)
    expect(evaluate(STATE_OF_CASES, cluster)).toBe(worst)
    expect(evaluate(WORST_COUNT, cluster)).toBe(states.filter((state) => state === worst).length)
    expect(cluster.chosen).toBe(2)
  }
})

test('a case alone has its own state', () => {
  for (const state of State.options)
    expect(evaluate(STATE_OF_CASES, { state, urgency: urgencyOf(state), chosen: 0 })).toBe(state)
})

test('what MapLibre is given is a style that it takes, in both themes', () => {
  for (const theme of ['dark', 'light'] as const) {
    const ink = paletteOf(theme)
    const ring: [number, number][] = [
      [93.7, 31.8],
      [93.8, 31.8],
      [93.8, 31.9],
    ]
    const faults = validateStyleMin({
      version: 8,
      glyphs: 'http://host/{fontstack}/{range}',
      sources: {
        cases: caseSource(caseData([point('a'), point('b', 'late')], new Set(['a']))),
        ...openedSources(point('a'), [{ rank: 1, way: ring }]),
        ...areaSource(ring),
      },
      layers: [...areaLayers(ink), ...wayLayers(ink), ...caseLayers(theme, ink), ...openedLayers(theme, ink)],
    })
    expect(faults).toEqual([])
  }
})

test('cases that say the same are the same collection, and those that did not change the same features', () => {
  const [points, none] = [[point('a'), point('b')], new Set<string>()]
  const first = caseData(points, none)
  expect(caseData([point('a'), point('b')], new Set(), first)).toBe(first)
  const second = caseData([point('a'), point('b', 'late')], none, first)
  expect(second).not.toBe(first)
  expect(second.features[0]).toBe(first.features[0])
  expect(second.features[1]?.properties).toMatchObject({ state: 'late', urgency: urgencyOf('late') })
  expect(caseData(points, new Set(['b']), first).features[1]?.properties.chosen).toBe(1)
  expect(caseData([point('a')], none, first).features).toHaveLength(1)
  expect(caseData([point('a'), { ...point('b'), lngLat: [93.79, 31.88] }], none, first)).not.toBe(first)
})

test('only the data of a source goes past the comparison of styles; a filter, a theme or another layer does not', () => {
  const layers = caseLayers('light', paletteOf('light'))
  const over = (id: string) => ({ sources: { cases: caseSource(caseData([point(id)], new Set())) }, layers })
  const same = { shownLayers: [], statusFilter: {}, measure: [] }
  const picture = (more: Partial<MapPicture>): MapPicture => ({
    ...{ ...same, theme: 'light', language: 'zh', heat: null, over: over('a') },
    ...more,
  })
  const before = picture({})
  expect(onlyOverMoved(before, picture({ over: over('b') }))).toBe(true)
  expect(onlyOverMoved(before, picture({ over: over('b'), theme: 'dark' }))).toBe(false)
  expect(onlyOverMoved(before, picture({ over: over('b'), draft: [] }))).toBe(false)
  expect(onlyOverMoved(before, picture({ over: { ...over('b'), layers: layers.slice(1) } }))).toBe(false)
  expect(onlyOverMoved(before, picture({ over: { layers, sources: {} } }))).toBe(false)
  expect(onlyOverMoved(before, { ...before })).toBe(false)
})
