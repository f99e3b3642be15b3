import { expect, test } from 'vitest'
import { lamp } from '../../support/test-city.ts'
import { problem, writeDesk } from './write-desk.ts'

const NEW_LAMP = {
  ...{ layer: 'streetlights', name: '路灯', status: 'on', fields: {} },
  geometry: { type: 'Point', coordinates: [93.79, 31.89] },
}
const at = (...coordinates: unknown[]) => ({ geometry: { type: 'Point', coordinates } })
const ring = (...coordinates: [number, number][]) => ({ geometry: { type: 'Polygon', coordinates: [coordinates] } })
const FILL = { layer: 'landfills', status: 'operating' }

const BAD_THINGS: [string, object, string, string][] = [
  ['an unknown layer', { layer: 'lamps' }, 'unknown-layer', 'layer'],
  ['a layer of the prototype', { layer: 'constructor' }, 'unknown-layer', 'layer'],
  ['an unknown status', { status: 'bright' }, 'unknown-status', 'status'],
  ['no name', { name: undefined }, 'missing-parameter', 'name'],
  ['a blank name', { name: '  ' }, 'bad-name', 'name'],
  ['a name with a line break', { name: 'a\nb' }, 'bad-name', 'name'],
  ['a name with half a character', { name: '\ud800' }, 'bad-name', 'name'],
  ['a name of 201 characters', { name: 'x'.repeat(201) }, 'bad-name', 'name'],
  ['a member that is none', { colour: 'red' }, 'unknown-parameter', 'colour'],
  ['an unknown field', { fields: { colour: 'red' } }, 'unknown-field', 'fields.colour'],
  ['a field of the prototype', { fields: { toString: 'red' } }, 'unknown-field', 'fields.toString'],
  ['a text for a whole number', { fields: { powerW: '60' } }, 'bad-value', 'fields.powerW'],
  ['a broken number for a whole one', { fields: { powerW: 60.5 } }, 'bad-value', 'fields.powerW'],
  ['a number out of its limits', { fields: { powerW: -1 } }, 'bad-value', 'fields.powerW'],
  ['a choice that is none', { fields: { roadClass: 'alley' } }, 'bad-value', 'fields.roadClass'],
  ['a day that does not exist', { fields: { installedOn: '2026-02-30' } }, 'bad-value', 'fields.installedOn'],
  ['a number for a text', { fields: { road: 5 } }, 'bad-value', 'fields.road'],
  ['a text with NUL', { fields: { road: 'a\u0000' } }, 'bad-value', 'fields.road'],
  ['a text as long as a book', { fields: { road: 'x'.repeat(2_001) } }, 'too-long', 'fields.road'],
  ['an object for a field', { fields: { road: {} } }, 'bad-fields', 'fields'],
  ['a cabinet that is not there', { fields: { cabinet: lamp(1).id } }, 'unknown-reference', 'fields.cabinet'],
  [
    'a line where a point belongs',
    {
      geometry: {
        type: 'LineString',
        coordinates: [
          [93, 31],
          [94, 31],
        ],
      },
    },
    'bad-geometry',
    'geometry',
  ],
  [
    'a kind of geometry that is none',
    { geometry: { type: 'Circle', coordinates: [93, 31] } },
    'bad-geometry',
    'geometry',
  ],
  ['a longitude over 180', at(181, 31), 'bad-geometry', 'geometry'],
  ['a latitude under -90', at(93, -91), 'bad-geometry', 'geometry'],
  ['no number', at(null, 31), 'bad-geometry', 'geometry'],
  ['a height', at(93.79, 31.89, 4000), 'bad-geometry', 'geometry'],
  ['a place outside China', at(2.35, 48.85), 'outside', 'geometry'],
  ['swapped coordinates', at(31.89, 93.79 - 5), 'swapped', 'geometry'],
  ['a ring of three', { ...FILL, ...ring([93, 31], [94, 31], [93, 31]) }, 'bad-geometry', 'geometry'],
  ['an open ring', { ...FILL, ...ring([93, 31], [94, 31], [94, 32], [93, 32]) }, 'bad-geometry', 'geometry'],
  ['an id of another area', { id: '11010101037000001' }, 'other-area', 'id'],
  ['an id of another type', { id: '54062601060000001' }, 'other-type', 'id'],
  ['an id that is no code', { id: 'lamp-1' }, 'bad-code', 'id'],
  ['an id with sequence 0', { id: '54062601037000000' }, 'bad-code', 'id'],
  ['a code of another layer', { code: '01060' }, 'other-type', 'code'],
  ['a required field left out', { layer: 'drains', status: 'normal' }, 'missing', 'fields.kind'],
]

test('a new thing with any of these faults is refused by name, and not written', async () => {
  const desk = await writeDesk()
  const { seq } = await desk.store.head('540626')
  for (const [what, wrong, code, parameter] of BAD_THINGS) {
    const refused = await problem(await desk.add({ ...NEW_LAMP, ...wrong }))
    expect(refused, what).toMatchObject({ status: 400, code, parameter })
  }
  expect((await desk.store.head('540626')).seq).toBe(seq)
})

const BAD_PATCHES: [string, object, string][] = [
  ['nothing', {}, 'body'],
  ['a reason alone', { reason: 'x' }, 'body'],
  ['an unknown status', { status: 'bright' }, 'status'],
  ['another layer', { layer: 'drains' }, 'layer'],
  ['another id', { id: lamp(9).id }, 'id'],
  ['a field of no such kind', { fields: { heightM: true } }, 'fields.heightM'],
  ['a polygon', ring([93, 31], [94, 31], [94, 32], [93, 31]), 'geometry'],
  ['an empty reason', { status: 'off', reason: ' ' }, 'reason'],
]

test('a patch with any of these faults is refused by name', async () => {
  const desk = await writeDesk()
  for (const [what, patch, parameter] of BAD_PATCHES)
    expect(await problem(await desk.patch(lamp(1).id, patch)), what).toMatchObject({ status: 400, parameter })
})

test('a removal says why', async () => {
  const desk = await writeDesk()
  const path = `/api/assets/${lamp(1).id}`
  const headers = { 'If-Match': await desk.etag(lamp(1).id) }
  expect(await problem(await desk.send({ method: 'DELETE', path, headers }))).toMatchObject({
    status: 400,
    parameter: 'reason',
  })
})

test('the bureau’s own number is a field of every layer', async () => {
  const desk = await writeDesk()
  expect((await desk.add({ ...NEW_LAMP, fields: { ownNumber: 'SX-0012' } })).status).toBe(201)
})
