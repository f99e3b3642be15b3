import { expect, test } from 'vitest'
import type { Person } from '../../../server/contract/person.ts'
import { crewDraftOf, crewPatchOf, newCrewOf } from '../../../web/admin/crews/crew-draft.ts'
import { draftOf, emptyDraft, newPersonOf, patchOf } from '../../../web/admin/people/person-draft.ts'

const PERSON: Person = {
  ...{ id: 'p', login: 'ciren', name: '次仁', roles: ['inspector'], demo: false, addedAt: '', disabledAt: null },
  scope: { areas: ['540626'], contractor: null, crewId: null },
}

test('a person whose draft is as it was has nothing to save', () => {
  expect(patchOf(PERSON, draftOf(PERSON))).toBeUndefined()
})

test('only what differs is sent: roles in another order do not, a scope goes whole', () => {
  const two: Person = { ...PERSON, roles: ['acceptor', 'inspector'] }
  expect(patchOf(two, { ...draftOf(two), roles: ['inspector', 'acceptor'] })).toBeUndefined()
  expect(patchOf(PERSON, { ...draftOf(PERSON), roles: ['planner'] })).toEqual({ roles: ['planner'] })
  expect(patchOf(PERSON, { ...draftOf(PERSON), contractor: 'lamps' })).toEqual({
    scope: { areas: ['540626'], contractor: 'lamps', crewId: null },
  })
})

test('a field that was cleared is nobody: an antd select says undefined', () => {
  const draft = { ...emptyDraft('540626'), login: 'a', name: 'b', contractor: undefined as never }
  expect(newPersonOf(draft).scope).toEqual({ areas: ['540626'], contractor: null, crewId: null })
})

const CREW = {
  ...{ id: 'c', name: '路灯组', skills: ['lighting' as const], vehicle: null, contractor: null, areas: ['540626'] },
  ...{ shift: { from: '19:00', to: '07:00' }, loadLimit: 4, headcount: 3, demo: true },
  ...{ onDuty: false, dutySince: '', endedAt: null },
}

test('a crew without a plate goes on foot, and its draft changes only what it changes', () => {
  const draft = crewDraftOf(CREW)
  expect(newCrewOf(draft).vehicle).toBeNull()
  expect(crewPatchOf(CREW, draft)).toBeUndefined()
  const driven = { ...draft, plate: ' 演示·L01 ', vehicleKind: '皮卡', loadLimit: 6 }
  expect(crewPatchOf(CREW, driven)).toEqual({ vehicle: { plate: '演示·L01', kind: '皮卡' }, loadLimit: 6 })
})
