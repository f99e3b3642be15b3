import { expect, test } from 'vitest'
import { isFirst, isLast, partText, readPart, sceneByClock } from '../../../web/wall/part.ts'

test('a screen of a video wall says which part of the picture it shows; anything else is a whole wall', () => {
  expect(readPart('?part=1/3')).toEqual({ index: 0, of: 3 })
  expect(readPart('?part=3/3')).toEqual({ index: 2, of: 3 })
  for (const none of ['', '?part=0/3', '?part=4/3', '?part=1/1', '?part=1/9', '?part=1', '?part=-1/3', '?part=a/b'])
    expect([none, readPart(none)]).toEqual([none, null])
  expect(partText({ index: 1, of: 3 })).toBe('2/3')
  expect(partText(null)).toBeNull()
})

test('the left column is on the first screen alone, the right one on the last', () => {
  const three = [0, 1, 2].map((index) => ({ index, of: 3 }))
  expect(three.map(isFirst)).toEqual([true, false, false])
  expect(three.map(isLast)).toEqual([false, false, true])
  expect([isFirst(null), isLast(null)]).toEqual([true, true])
})

test('screens that started at different times find the same scene by the clock, each scene as long as it asks', () => {
  const scenes = [{ seconds: 60 }, { seconds: 40 }, { seconds: 20 }]
  const round = Math.floor(1_800_000_000_000 / 120_000) * 120_000
  const at = (seconds: number) => sceneByClock(scenes, round + seconds * 1_000)
  expect([0, 59.9, 60, 99.9, 100, 119.9, 120].map((seconds) => at(seconds).index)).toEqual([0, 0, 1, 1, 2, 2, 0])
  expect(at(70)).toEqual({ index: 1, since: round + 60_000 })
  expect(at(130).since).toBe(round + 120_000)
})
