import { expect, test } from 'vitest'
import {
  groupsOf,
  shownLayersOf,
  shownStatuses,
  statusFilterOf,
  toggleStatus,
} from '../../../web/atlas/layers/status-filter.ts'
import { pictureOf } from '../../../web/atlas/picture.ts'
import { aLayer } from './a-layer.ts'

const nothing = pictureOf({})
const bins = aLayer()
const grids = aLayer({
  id: 'unit-grids',
  group: 'grids',
  shownAtFirst: false,
  statuses: [{ id: 'normal', name: { zh: '正常', en: 'Normal' }, state: 'normal', aliases: [] }],
})
const layers = [bins, grids]

test('the catalogue says what is shown at first, and a heat map begins with nothing over it', () => {
  expect(shownLayersOf(nothing, layers)).toEqual(['bins'])
  expect(shownLayersOf({ ...nothing, heat: 'complaints' }, layers)).toEqual([])
  expect(shownLayersOf({ ...nothing, heat: 'complaints', layers: ['bins'] }, layers)).toEqual(['bins'])
})

test('only problems: what is due, late or an emergency', () => {
  expect(shownStatuses(bins, { ...nothing, problemsOnly: true })).toEqual(['nearly-full', 'full'])
})

test('a layer that knows no problem stays whole under only problems', () => {
  expect(shownStatuses(grids, { ...nothing, problemsOnly: true })).toBeUndefined()
})

test('hiding a status under only problems spells out the rest', () => {
  const after = toggleStatus({ ...nothing, problemsOnly: true }, layers, 'bins', 'nearly-full')
  expect(after.problemsOnly).toBe(false)
  expect(statusFilterOf(after, layers)).toEqual({ bins: ['full'] })
})

test('showing the last hidden status again leaves no filter', () => {
  const hidden = toggleStatus(nothing, layers, 'bins', 'full')
  expect(hidden.statuses).toEqual({ bins: ['normal', 'nearly-full'] })
  expect(toggleStatus(hidden, layers, 'bins', 'full').statuses).toEqual({})
})

test('groups stand in the order of the panel, empty ones not at all', () => {
  expect(groupsOf([grids, bins]).map(({ group }) => group)).toEqual(['sanitation', 'grids'])
})
