import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPlacement } from '../../server/cases/place/load-placement.ts'
import { Skill } from '../../server/contract/crew.ts'
import { isInShift } from '../../server/contract/shift.ts'
import { SkillRules, skillFor } from '../../server/contract/skill-rule.ts'
import { loadSkills } from '../../server/crews/load-skills.ts'
import { loadDemoCrews } from '../../server/demo/load-demo-crews.ts'
import { DEMO_CITIES } from '../../server/demo-cities.ts'
import { DATA, shippedCodes } from '../server/catalogue/catalogue-folder.ts'

const skills = await loadSkills(join(DATA, 'rules'))

test('every class of problem needs one skill, and the longest beginning decides', async () => {
  const { types } = await shippedCodes()
  for (const { code } of types.values()) expect(Skill.options, code).toContain(skillFor(skills, code))
  expect(skillFor(skills, '01037')).toBe('lighting')
  expect(skillFor(skills, '01013')).toBe('safety')
  expect(skillFor(skills, '01036')).toBe('roads')
  expect(skillFor(skills, '06042')).toBe('sanitation')
  expect(skillFor(skills, '09005')).toBe('order')
})

test('a table that leaves a class out, or names one twice, is refused', () => {
  expect(SkillRules.safeParse([{ skill: 'roads', codes: ['01'] }]).success).toBe(false)
  const twice = [
    { skill: 'roads', codes: ['', '01'] },
    { skill: 'green', codes: ['01'] },
  ]
  expect(SkillRules.safeParse(twice).success).toBe(false)
})

test.each(DEMO_CITIES)('the crews of $id are made up and say so, and work for units of its table', async (city) => {
  const crews = await loadDemoCrews(join(DATA, 'cities', city.id))
  const { responsibility } = await loadPlacement(city.area, { shipped: DATA, own: DATA })
  const contractors = responsibility?.units.filter(({ kind }) => kind === 'contractor').map(({ id }) => id)
  expect(new Set(crews.map(({ id }) => id)).size).toBe(crews.length)
  for (const { name, vehicle, contractor, areas } of crews) {
    expect(name).toMatch(/（演示）$/)
    expect(vehicle?.plate ?? '演示').toContain('演示')
    if (contractor !== null) expect(contractors).toContain(contractor)
    for (const area of areas) expect(area.startsWith(city.area)).toBe(true)
  }
})

test.each(DEMO_CITIES)('at every hour some crew in $id is on for every kind of problem that comes in', async (city) => {
  const crews = await loadDemoCrews(join(DATA, 'cities', city.id))
  const needed = new Set(city.kinds.map(({ code }) => skillFor(skills, code)))
  for (let hour = 0; hour < 24; hour++) {
    const nowMs = Date.parse(`2026-11-23T${String(hour).padStart(2, '0')}:30:00+08:00`)
    const able = new Set(crews.filter(({ shift }) => isInShift(shift, nowMs)).flatMap((crew) => crew.skills))
    expect(
      [...needed].filter((skill) => skill !== undefined && !able.has(skill)),
      `${hour}:30`,
    ).toEqual([])
  }
})
