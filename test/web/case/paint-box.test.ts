import { expect, test } from 'vitest'
import { Redaction } from '../../../server/contract/photo.ts'
import {
  boxAfterKey,
  boxBetween,
  growBox,
  isBox,
  moveBox,
  NEW_BOX,
  pointOn,
  SMALLEST,
  STEP,
} from '../../../web/case/photos/paint-box.ts'

const SHOWN = { left: 100, top: 50, width: 400, height: 200 }

test('a pointer is a share of the picture, and on its edge when it is outside', () => {
  expect(pointOn(SHOWN, { clientX: 200, clientY: 100 })).toEqual({ x: 0.25, y: 0.25 })
  expect(pointOn(SHOWN, { clientX: 0, clientY: 900 })).toEqual({ x: 0, y: 1 })
})

test('a box is the same from whichever corner it is drawn', () => {
  const [a, b] = [
    { x: 0.25, y: 0.5 },
    { x: 0.75, y: 0.125 },
  ]
  expect(boxBetween(a, b)).toEqual({ left: 0.25, top: 0.125, width: 0.5, height: 0.375 })
  expect(boxBetween(b, a)).toEqual(boxBetween(a, b))
})

test('a slip of the hand is no box', () => {
  expect(isBox(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 }))).toBe(false)
  expect(isBox(NEW_BOX)).toBe(true)
})

test('a box stays whole within the picture however far it is moved or sized', () => {
  expect(moveBox(NEW_BOX, { x: 5, y: -5 })).toEqual({ ...NEW_BOX, left: 0.8, top: 0 })
  expect(growBox(NEW_BOX, { x: 5, y: -5 })).toEqual({ ...NEW_BOX, width: 0.6, height: SMALLEST })
  let box = NEW_BOX
  const keys = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']
  for (let press = 0; press < 400; press++) {
    box = boxAfterKey(box, keys[(press * 7 + (press >> 3)) % 4] ?? '', press % 3 === 0) ?? box
    expect(Redaction.safeParse(box).success).toBe(true)
  }
})

test('arrows move a box, with Shift they size it, Delete takes it away, other keys are left alone', () => {
  expect(boxAfterKey(NEW_BOX, 'ArrowRight', false)).toEqual({ ...NEW_BOX, left: NEW_BOX.left + STEP })
  expect(boxAfterKey(NEW_BOX, 'ArrowUp', true)).toEqual({ ...NEW_BOX, height: NEW_BOX.height - STEP })
  expect(boxAfterKey(NEW_BOX, 'Delete', false)).toBeNull()
  expect(boxAfterKey(NEW_BOX, 'Escape', false)).toBeUndefined()
  expect(boxAfterKey(NEW_BOX, 'Tab', false)).toBeUndefined()
})
