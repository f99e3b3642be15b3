import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { State } from '../../../server/contract/state.ts'
import { PALETTE, type Token } from '../../../web/theme/palette.ts'
import { ciede2000, contrast, deuteranopeDistance } from './colour.ts'

const css = readFileSync('web/theme/tokens.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

/** The custom properties of the first rule with that selector. */
function rule(selector: string): Map<string, string> {
  const body = css.slice(css.indexOf('{', css.indexOf(selector)) + 1).split('}')[0] ?? ''
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

const SHEETS = { dark: rule('[data-theme="dark"]'), light: rule('[data-theme="light"]') }
const themes = ['dark', 'light'] as const

test.each(themes)('the colours that the %s map draws with are those of tokens.css', (theme) => {
  const root = rule(':root')
  for (const [token, colour] of Object.entries(PALETTE[theme]))
    expect([token, SHEETS[theme].get(token) ?? root.get(token)]).toEqual([token, colour])
})

test('every token of one theme has its twin in the other', () => {
  expect([...SHEETS.dark.keys()].sort()).toEqual([...SHEETS.light.keys()].sort())
})

test('the distance of colours agrees with the published pairs of CIEDE2000', () => {
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4)
  expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4)
})

const pairs = State.options.flatMap((a, i) => State.options.slice(i + 1).map((b) => [a, b] as const))

test.each(themes)('a deuteranope tells any two states apart on the %s screen (ΔE 15 or more)', (theme) => {
  const near = pairs.filter(([a, b]) => deuteranopeDistance(PALETTE[theme][a], PALETTE[theme][b]) < 15)
  expect(near).toEqual([])
})

test.each(themes)('a state can be read on every ground of the %s screen', (theme) => {
  const ink = PALETTE[theme]
  for (const ground of ['n-1', 'n-2', 'n-3'] as const)
    for (const state of State.options) {
      expect([state, ground, contrast(ink[`${state}-ink`], ink[ground]) >= 4.5]).toEqual([state, ground, true])
      const mark = theme === 'light' && state === 'due' ? ink['due-ink'] : ink[state]
      expect([state, ground, contrast(mark, ink[ground]) >= 3]).toEqual([state, ground, true])
    }
})

test.each(themes)('words and map labels have the contrast of text on the %s screen', (theme) => {
  const ink = PALETTE[theme]
  const written: [Token, Token][] = [
    ['text-1', 'n-3'],
    ['text-2', 'n-3'],
    ['text-3', 'n-3'],
    ['map-label', 'map-land'],
    ['map-label-2', 'map-land'],
    ['map-label-water', 'map-water'],
    ['map-plate-ink', 'map-plate'],
    ['on-emergency', 'emergency-fill'],
  ]
  for (const [text, ground] of written)
    expect([text, ground, contrast(ink[text], ink[ground]) >= 4.5]).toEqual([text, ground, true])
})

test.each(themes)('neighbouring steps of heat and of difference look different on the %s map', (theme) => {
  const ramps: Token[][] = [
    ['heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5', 'heat-6'],
    ['diff-m3', 'diff-m2', 'diff-m1', 'diff-0', 'diff-p1', 'diff-p2', 'diff-p3'],
  ]
  for (const ramp of ramps)
    for (const [i, token] of ramp.slice(1).entries()) {
      const distance = deuteranopeDistance(PALETTE[theme][ramp[i] as Token], PALETTE[theme][token])
      expect([token, distance > 8]).toEqual([token, true])
    }
})
