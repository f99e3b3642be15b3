import { expect, test } from 'vitest'
import { RevealReason, sightOf } from '../../../server/contract/complainant.ts'
import { Role, type Scope } from '../../../server/contract/role.ts'

const whole: Scope = { areas: ['540626'], contractor: null, crewId: null }
const of = { owner: { unit: '城管大队', by: 'area' as const }, contractor: '甲公司' }
const somebody = (role: Role, scope: Partial<Scope> = {}) => ({
  roles: [role],
  scope: { ...whole, ...scope },
})

test('the posts of a case see a mask; crews, planners, admins, walls and guests see nothing', () => {
  const seeing = Role.options.filter((role) => sightOf(somebody(role), of) === 'masked')
  expect(seeing).toEqual(['acceptor', 'duty-lead', 'supervisor', 'inspector', 'commander', 'auditor'])
  expect(sightOf(undefined, of)).toBe('none')
})

test('whoever works for a contractor or in a crew sees nothing, whatever else they are', () => {
  expect(sightOf(somebody('acceptor', { contractor: '甲公司' }), of)).toBe('none')
  expect(sightOf(somebody('supervisor', { crewId: 'crew-1' }), of)).toBe('none')
  expect(sightOf({ roles: ['crew', 'duty-lead'], scope: whole }, of)).toBe('none')
})

test('a person of the unit that the case is with sees nothing', () => {
  expect(sightOf(somebody('inspector', { unit: '城管大队' }), of)).toBe('none')
  expect(sightOf(somebody('inspector', { unit: '甲公司' }), of)).toBe('none')
  expect(sightOf(somebody('inspector', { unit: '住建局' }), of)).toBe('masked')
  expect(sightOf(somebody('inspector', { unit: '住建局' }), { owner: null, contractor: null })).toBe('masked')
})

test('a reason is at least four characters and holds no phone number', () => {
  expect(RevealReason.safeParse('  回访 ').success).toBe(false)
  expect(RevealReason.safeParse('回访诉求人').success).toBe(true)
  expect(RevealReason.safeParse('回访 13812345678').success).toBe(false)
})
