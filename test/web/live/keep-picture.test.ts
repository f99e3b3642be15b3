import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CaseStatus } from '../../../server/contract/case.ts'
import type { LiveCase, LivePicture } from '../../../server/contract/live.ts'
import { liveCaseOf } from '../../../server/live/live-row.ts'
import { pictureFor } from '../../../server/live/read-picture.ts'
import { keepPicture } from '../../../web/live/keep-picture.ts'
import { complaint } from '../../support/entries.ts'

const audience = { topics: new Set(['cases'] as const), scope: undefined }
const NOW = new Date('2026-05-01T04:00:00Z')

/** The picture that the server would send. */
const taken = (cases: Map<string, LiveCase>, seq: number): LivePicture =>
  pictureFor(audience, {
    open: { seq, cases: [...cases.values()].filter(isOpen) },
    memory: { layers: () => [] } as never,
    now: NOW,
  })

const isOpen = ({ status }: LiveCase): boolean => !['refused', 'closed', 'unsolved', 'void', 'merged'].includes(status)

const step = fc.record({
  number: fc.integer({ min: 1, max: 8 }),
  status: fc.constantFrom(...CaseStatus.options),
  urgency: fc.constantFrom('ordinary' as const, 'emergency' as const),
  gone: fc.boolean(),
})

test('a picture kept up to date counts and lists as one that is taken anew', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const cases = new Map<string, LiveCase>()
      let kept: LivePicture | undefined = taken(cases, 0)
      for (const [at, { number, status, urgency, gone }] of steps.entries()) {
        const state = liveCaseOf(complaint(number, { status, urgency }))
        const was = cases.get(state.id)?.status
        const fact = { seq: at + 1, at: NOW.toISOString(), entity: 'case' as const, entityId: state.id }
        if (gone && was) {
          cases.delete(state.id)
          kept = keepPicture(kept, { event: 'gone', data: { ...fact, was } })
        } else {
          cases.set(state.id, state)
          kept = keepPicture(kept, {
            event: 'change',
            data: { ...fact, kind: 'case-changed', was: was ?? null, state },
          })
        }
      }
      const anew = taken(cases, steps.length)
      expect([kept?.seq, kept?.cases?.open]).toEqual([anew.seq, anew.cases?.open])
      expect(countsOf(kept)).toEqual(countsOf(anew))
      expect(idsOf(kept)).toEqual(idsOf(anew))
    }),
  )
})

const countsOf = (picture: LivePicture | undefined) =>
  Object.fromEntries(Object.entries(picture?.cases?.statuses ?? {}).filter(([, count]) => count > 0))

const idsOf = (picture: LivePicture | undefined) =>
  picture?.emergencies?.map(({ id, status }) => `${id} ${status}`).sort()

test('a bad event or a pulse leaves the last good picture as it is', () => {
  const good = taken(new Map(), 3)
  expect(keepPicture(good, { event: 'unreadable', data: { name: 'change' } })).toBe(good)
  expect(keepPicture(good, { event: 'pulse', data: { seq: 9, at: NOW.toISOString() } })).toBe(good)
})

test('a pulse brings the lights of its instant, and nothing else', () => {
  const good = taken(new Map([1, 2].map((n) => [`case-000${n}`, liveCaseOf(complaint(n))])), 8)
  const at = '2026-05-01T04:00:15.000Z'
  const kept = keepPicture(good, { event: 'pulse', data: { seq: 9, at, lights: { late: 2 } } })
  expect(kept).toEqual({ ...good, at, cases: { ...good.cases, lights: { late: 2 } } })
})
