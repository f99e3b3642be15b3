import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import { Layer } from '../../../server/contract/layer.ts'
import { toTheEnd } from '../../../server/insight/steps/to-the-end.ts'
import { poweredLamps, standingLamps } from '../../../server/lighting/rate-lights.ts'
import { lamp } from '../../support/entries.ts'

const layer = Layer.parse(JSON.parse(readFileSync('data/catalogue/streetlights.json', 'utf8')))

/** More than are read in one step. */
const LAMPS = Array.from({ length: 1_203 }, (_, i) =>
  lamp(i + 1, {
    status: i % 3 ? 'on' : 'fault',
    fields: {
      road: `${i % 7} 路`,
      roadClass: i % 2 ? 'main' : 'lane',
      ...(i % 5 === 0 ? {} : { powerW: 100 + (i % 4) }),
      ...(i % 6 === 0 ? {} : { lampType: i % 4 ? 'led' : 'sodium' }),
    },
  }),
)

async function memory() {
  const city = openCity([layer])
  await city.load('streetlights', LAMPS)
  return city
}

test('every lamp is read with its own type, class and power, and one without a power has none rather than nought', async () => {
  const lamps = [...poweredLamps(await memory())]
  const told = (of: { lampType: string; roadClass: string; powerW: number | null }): string =>
    `${of.lampType} ${of.roadClass} ${of.powerW}`
  const wanted = LAMPS.map(({ fields }) =>
    told({
      ...{ lampType: String(fields.lampType ?? ''), roadClass: String(fields.roadClass) },
      powerW: typeof fields.powerW === 'number' ? fields.powerW : null,
    }),
  )
  expect(lamps.map(told).sort()).toEqual(wanted.sort())
  expect(lamps.filter(({ powerW }) => powerW === null)).toHaveLength(241)
  expect(lamps.some(({ powerW }) => powerW === 0)).toBe(false)
})

test('in steps no lamp is passed over: all of them stand on their roads, each once, in the state of its status', async () => {
  const lamps = toTheEnd(standingLamps(await memory()))
  const byId = new Map(lamps.map((one) => [one.id, one]))
  expect([lamps.length, byId.size]).toEqual([LAMPS.length, LAMPS.length])
  for (const { id, status, fields } of LAMPS)
    expect(byId.get(id)).toMatchObject({
      ...{ road: fields.road, roadClass: fields.roadClass, state: status === 'on' ? 'normal' : 'late' },
    })
})
