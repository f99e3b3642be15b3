import { z } from 'zod'
import { Text } from './layer.ts'
import { CodePrefix } from './placement.ts'

const UnitId = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/)

/** Who can be given a case: 专业部门, 街道 (乡镇), 三方公司. */
export const ResponsibleUnit = z.strictObject({
  id: UnitId,
  name: Text,
  kind: z.enum(['department', 'street', 'contractor']),
})
export type ResponsibleUnit = z.infer<typeof ResponsibleUnit>

/** 属主: whose the things, or by whose business the matters, of these codes are. */
const Owner = z.strictObject({
  unit: UnitId,
  /** `component` is also its 异常 among the matters, which bears the same code. */
  kind: z.enum(['component', 'matter']),
  /** Beginnings of type codes. */
  codes: z.array(CodePrefix).min(1),
  /** Only things with this value: the lamps of one road, the bins of one community. */
  when: z.strictObject({ field: z.string().min(1), equals: z.union([z.string(), z.number(), z.boolean()]) }).optional(),
})

/** 属地: whose the ground is. */
const Ground = z.union([
  z.strictObject({ unit: UnitId, responsibilityGrid: z.string().min(1) }),
  /** The beginning of unit grid codes: 9 digits are a street, 12 a community. */
  z.strictObject({ unit: UnitId, unitGrids: z.string().regex(/^\d{6,15}$/) }),
])

/** Who answers for what in one city (GB/T 30428; STANDARDS 1.2: 部件先属主后属地, 事件先属地后属主). A county fills it for itself. */
export const Responsibility = z
  .strictObject({
    /** 6-digit area code. */
    area: z.string().regex(/^\d{6}$/),
    /** Made up: the screen says 演示数据. */
    demo: z.boolean(),
    source: z.string().min(1),
    /** 主管部门, whose table it is: as it signs a printed sheet. */
    bureau: Text.optional(),
    units: z.array(ResponsibleUnit).min(1),
    /** The first row that fits decides. */
    owners: z.array(Owner),
    /** A responsibility grid by name decides before digits, and more digits before fewer. */
    grounds: z.array(Ground),
    /** The body for what no row names: a hole between grids, a place outside all of them. */
    otherwise: UnitId,
  })
  .superRefine(({ units, owners, grounds, otherwise }, context) => {
    const known = new Set(units.map(({ id }) => id))
    const used = [
      ...owners.map(({ unit }, at) => ({ unit, path: ['owners', at, 'unit'] })),
      ...grounds.map(({ unit }, at) => ({ unit, path: ['grounds', at, 'unit'] })),
      { unit: otherwise, path: ['otherwise'] },
    ]
    for (const { unit, path } of used)
      if (!known.has(unit)) context.addIssue({ code: 'custom', path, message: `there is no unit "${unit}"` })
    if (known.size < units.length)
      context.addIssue({ code: 'custom', path: ['units'], message: 'an id stands twice among the units' })
  })
export type Responsibility = z.infer<typeof Responsibility>
