import type { Vh } from './wall-frame-insets.ts'

/** Han, kana, hangul and their punctuation are as wide as they are high. */
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/
/** Of other letters, on an average of figures and words in Noto Sans. */
const NARROW_EM = 0.58

/** How wide words are at a size, near enough to lay them out without drawing them. */
export const wordsWidth = (words: string, size: Vh): Vh =>
  [...words].reduce((sum, letter) => sum + (WIDE.test(letter) ? 1 : NARROW_EM), 0) * size
