import { expect, test } from 'vitest'
import { isStorable } from '../../../server/store/storable-text.ts'

test('every whole character but NUL can be stored', () => {
  expect(['', '藏北路', '𠮷', 'a\u0001\n', '👩‍🚒'].filter((text) => !isStorable(text))).toEqual([])
  expect(['a\0', '\ud842', '\udfb7x', '\udfb7\ud842'].filter(isStorable)).toEqual([])
})
