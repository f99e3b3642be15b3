import { expect, test } from 'vitest'
import { type Scene, SceneSet } from '../../../../server/contract/wall.ts'
import {
  added,
  begun,
  changed,
  duplicated,
  isChanged,
  moved,
  removed,
  undone,
} from '../../../../web/admin/scenes/scene-edits.ts'
import { sceneFaults } from '../../../../web/admin/scenes/scene-faults.ts'
import { zoomOnMap, zoomOnWall } from '../../../../web/admin/scenes/wall-measures.ts'

const scene = (id: string, of: Partial<Scene> = {}): Scene => ({
  ...{ id, title: { zh: id, en: id }, seconds: 45, camera: 'city', layers: ['bins'] },
  panels: { left: ['intake'], right: ['lots'], foot: 'ticker' },
  map: { night: 'auto' },
  ...of,
})
const ROUND = [scene('a'), scene('b'), scene('c')]
const ids = ({ scenes }: { scenes: readonly Scene[] }): string => scenes.map(({ id }) => id).join('')
const copyOf = ({ zh, en }: Scene['title']) => ({ zh: `${zh} 副本`, en: `${en} copy` })

test('a scene comes to stand where it is moved to, and the ends hold', () => {
  const round = begun(ROUND)
  expect(ids(moved(round, 'c', 0))).toBe('cab')
  expect(ids(moved(round, 'a', 1))).toBe('bac')
  expect(moved(round, 'a', -1)).toBe(round)
  expect(ids(moved(round, 'a', 9))).toBe('bca')
  expect(ROUND.map(({ id }) => id).join('')).toBe('abc')
})

test('every edit is undone alone; a title that is typed is one edit', () => {
  let edited = moved(begun(ROUND), 'c', 0)
  for (const zh of ['路', '路灯', '路灯巡']) edited = changed(edited, 'a', { title: { zh, en: 'a' } })
  edited = changed(edited, 'a', { seconds: 30 })
  edited = removed(edited, 'b')
  expect(ids(edited)).toBe('ca')
  edited = undone(edited)
  expect([ids(edited), edited.scenes[1]?.seconds]).toEqual(['cab', 30])
  edited = undone(edited)
  expect([edited.scenes[1]?.seconds, edited.scenes[1]?.title.zh]).toEqual([45, '路灯巡'])
  edited = undone(edited)
  expect(edited.scenes[1]?.title.zh).toBe('a')
  edited = undone(edited)
  expect(isChanged(edited, ROUND)).toBe(false)
  expect(undone(edited)).toBe(edited)
})

test('the last scene stays, a copy stands behind its original, and a new one is a round that the server takes', () => {
  expect(ids(removed(removed(removed(begun(ROUND), 'a'), 'b'), 'c'))).toBe('c')
  const twice = duplicated(duplicated(begun(ROUND), 'a', copyOf), 'a', copyOf)
  expect(twice.scenes.map(({ id }) => id)).toEqual(['a', 'a-3', 'a-2', 'b', 'c'])
  expect(twice.scenes[1]?.title).toEqual({ zh: 'a 副本', en: 'a copy' })
  const longest = duplicated(begun([scene(`s${'x'.repeat(40)}`)]), `s${'x'.repeat(40)}`, copyOf)
  const all = added(longest, { zh: '新', en: 'New' })
  expect(SceneSet.safeParse({ scenes: all.scenes }).success).toBe(true)
  expect(sceneFaults(all.scenes, [{ id: 'bins' }])).toEqual([])
})

test('what the server would refuse is said of its scene and field', () => {
  const faulty = [
    scene('a', { title: { zh: ' ', en: 'A' }, seconds: 1 }),
    scene('b', { layers: ['moon'], camera: { centre: [93.7, 31.8], zoom: 40 } }),
    scene('c', {
      panels: { left: ['intake'], right: ['intake'], foot: 'none' },
      map: { night: 'auto', timeLapse: 900 },
    }),
  ]
  expect(
    sceneFaults(faulty, [{ id: 'bins' }])
      .map(({ id, field }) => `${id} ${field}`)
      .sort(),
  ).toEqual([...['a seconds', 'a title', 'b camera', 'b layers', 'c panels', 'c timeLapse']])
  expect(sceneFaults([], undefined)).toEqual([{ id: null, field: 'round' }])
  // Until the layers are known none is strange.
  expect(sceneFaults([scene('b', { layers: ['moon'] })], undefined)).toEqual([])
})

test('a view taken from a small map shows as much on the wall, and comes back the same', () => {
  expect(zoomOnWall(14, 1_264)).toBeCloseTo(14, 1)
  expect(zoomOnWall(14, 632)).toBeCloseTo(15, 1)
  expect(zoomOnMap(zoomOnWall(14.37, 700), 700)).toBeCloseTo(14.37, 1)
})
