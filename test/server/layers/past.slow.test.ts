import { expect, test } from 'vitest'
import { recordHistory } from '../../../server/cases/record-history.ts'
import type { CityPicture } from '../../../server/city/city-picture.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { layersOf } from '../../../server/layers/layers-of.ts'
import { pictureFinder } from '../../../server/layers/picture-for-routes.ts'
import { onEachEngine } from '../../support/engines.ts'
import { complaint, lamp, SUO } from '../../support/entries.ts'
import { testCity } from '../../support/test-city.ts'
import { dice } from '../city/made-layers.ts'

const DAY = 86_400_000
const START = Date.parse('2026-01-01T00:00:00Z')
const STATUSES = ['on', 'dimmed', 'off', 'reported', 'fault', 'no-answer']

/** Four months in which lamps come, change, move and go, with cases between them: a few thousand rows, many of one instant. */
function madeHistory(random: () => number) {
  let ms = START
  return Array.from({ length: 4_000 }, (_, index) => {
    if (random() < 0.7) ms += Math.floor(random() * 0.03 * DAY)
    const at = new Date(ms).toISOString()
    if (random() < 0.15) {
      const after = complaint(index, {
        id: `case-${index}`,
        number: `20260101-${String(index).padStart(4, '0')}`,
        receivedAt: at,
      })
      return { at, kind: 'case-received', entity: 'case' as const, entityId: after.id, after }
    }
    const number = 1 + Math.floor(random() * 700)
    const place: [number, number] = [93.78 + random() * 0.01, 31.88 + random() * 0.01]
    const status = STATUSES[Math.floor(random() * STATUSES.length)] as string
    const asset = lamp(number, { status, geometry: { type: 'Point', coordinates: place }, changedAt: at })
    const after = random() < 0.2 ? null : asset
    return { at, kind: after ? 'asset-changed' : 'asset-removed', entity: 'asset' as const, entityId: asset.id, after }
  })
}

/** Memory holds places to 1e-7 degrees. */
const e7 = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

const rounded = (asset: Asset): Asset =>
  asset.geometry.type === 'Point'
    ? {
        ...asset,
        geometry: {
          type: 'Point',
          coordinates: [e7(asset.geometry.coordinates[0]), e7(asset.geometry.coordinates[1])],
        },
      }
    : asset

const inOrder = (things: Iterable<Asset>) => [...things].sort((a, b) => (a.id < b.id ? -1 : 1))

const everythingIn = (picture: CityPicture) => inOrder(layersOf(picture).flatMap((layer) => [...layer.all()]))

onEachEngine((_, engine) => {
  test('the city at 50 random instants is a plain replay of the log up to them', async () => {
    const random = dice(41)
    const city = await testCity({ engine })
    await city.store.transaction(SUO, async (tx) => {
      await recordHistory(tx, madeHistory(random), { actor: 'person:test', reason: null })
    })
    const head = await city.store.head(SUO)
    while (city.memory.seq < head.seq) await new Promise((resolve) => setTimeout(resolve, 20))
    const log = []
    for (let after = 0; ; after = log.length) {
      const rows = await city.store.readLog({ city: SUO, after })
      if (rows.length === 0) break
      log.push(...rows)
    }
    const last = Date.parse(log.at(-1)?.at ?? '')
    const now = () => new Date(last + DAY)
    const pictureAt = pictureFinder({ area: SUO, store: city.store, memory: city.memory, now })
    for (let round = 0; round < 50; round++) {
      const at = new Date(START - DAY + Math.floor(random() * (last + DAY - START))).toISOString()
      const replayed = new Map<string, Asset>()
      for (const row of log) {
        if (row.at > at || row.entity !== 'asset') continue
        if (row.after) replayed.set(row.entityId, rounded(row.after as Asset))
        else replayed.delete(row.entityId)
      }
      const { picture } = await pictureAt(at)
      expect(picture.seq).toBe(log.filter((row) => row.at <= at).length)
      expect(everythingIn(picture)).toEqual(inOrder(replayed.values()))
    }
  })
})
