import { z } from 'zod'
import { Clock, Limit } from './clock.ts'
import { LngLat } from './geo.ts'

/** Where a case comes from (DOMAIN: the sources of cases). */
export const CaseSource = z.enum([
  'hotline-12345',
  'mayor-hotline',
  'county-mailbox',
  'citizen-snap',
  'reception',
  'online-opinion',
  'patrol',
  'video',
  'sensor',
  'proposal',
  'transfer',
])
export type CaseSource = z.infer<typeof CaseSource>

/** The sources that are the public speaking: a complaint. The others are the bureau's own eyes. */
export const COMPLAINT_SOURCES: readonly CaseSource[] = [
  'hotline-12345',
  'mayor-hotline',
  'county-mailbox',
  'citizen-snap',
  'reception',
  'online-opinion',
]

/** Where a case stands (STANDARDS 1.3). */
export const CaseStatus = z.enum([
  'received', //   待受理
  'checking', //   核实中: an inspector looks before it is accepted
  'accepted', //   待立案
  'refused', //    不予受理
  'filed', //      待派遣
  'dispatched', // 待接单
  'handling', //   处置中
  'handled', //    待核查: the crew has answered
  'verifying', //  核查中
  'verified', //   待结案
  'closed', //     结案
  'suspended', //  挂账
  'unsolved', //   存查: ended without a solution, for objective reasons
  'void', //       作废
  'merged', //     已合并 into another
])
export type CaseStatus = z.infer<typeof CaseStatus>

/** The statuses in which nothing is awaited from anybody. */
export const ENDED: readonly CaseStatus[] = ['refused', 'closed', 'unsolved', 'void', 'merged']
export const isOpen = ({ status }: { status: CaseStatus }): boolean => !ENDED.includes(status)

/** 未分类: what a problem is before somebody has said so. Nothing is filed under it. */
export const UNCLASSIFIED = { kind: 'matter', code: 'L0000' } as const

/** 721工作法: by service, by management, by enforcement. */
export const CaseMethod = z.enum(['service', 'management', 'enforcement'])
export type CaseMethod = z.infer<typeof CaseMethod>

/** What a crew or a supervisor asks for, and another must approve (D14). */
export const CaseRequest = z.strictObject({
  kind: z.enum(['extension', 'suspension', 'void']),
  /** Actor, and the name that others see. */
  by: z.string(),
  byName: z.string(),
  at: z.string(),
  reason: z.string().min(1),
  /** For an extension: how much longer, and which clock. */
  longer: Limit.nullable(),
  clockId: z.string().nullable().default(null),
})
export type CaseRequest = z.infer<typeof CaseRequest>

/** A photo of a case, without its bytes. */
export const CasePhoto = z.strictObject({
  id: z.string().min(1),
  /** 处置前 or 处置后. */
  phase: z.enum(['before', 'after', 'check']),
  addedAt: z.string(),
  by: z.string(),
  /** EXIF against the case: `far-away`, `too-early`, `no-place`, `no-time` (D20). */
  warnings: z.array(z.string()),
})
export type CasePhoto = z.infer<typeof CasePhoto>

/** One report of the problem. Who reported stands encrypted elsewhere under the same id, and only where a complainant gave a name. */
export const CaseReport = z.strictObject({ id: z.string().min(1), source: CaseSource, at: z.string() })
export type CaseReport = z.infer<typeof CaseReport>

/** Whose the case is (D12): a unit of the bureau's responsibility table, and the rule that says so. */
export const CaseOwner = z.strictObject({
  unit: z.string().min(1),
  by: z.enum(['asset-owner', 'area', 'none']),
})
export type CaseOwner = z.infer<typeof CaseOwner>

/** What was done, in a figure: 704 t cleared, 3 pieces repaired. */
export const Quantity = z.strictObject({
  value: z.number().nonnegative(),
  unit: z.enum(['t', 'm', 'm²', 'piece', 'household', 'machine', 'person']),
})
export type Quantity = z.infer<typeof Quantity>

/** What the case ended in; `none` while it is open. */
export const CaseOutcome = z.enum([
  'none',
  'repaired',
  'cleared',
  'persuaded',
  'admonished',
  'penalised',
  'extinguished',
  'put-right',
  'not-solved',
])
export type CaseOutcome = z.infer<typeof CaseOutcome>

const instant = z.string().nullable().default(null)
const times = z.number().int().nonnegative().default(0)

/** 案件: a problem with a place. The whole state, as it stands in the log. No personal data. What has a default may be left out by records
 *  of the past, which know only how a case came and ended. */
export const Case = z.strictObject({
  id: z.string().min(1),
  /** YYYYMMDD-NNNN, in the order of receipt of the day. */
  number: z.string().regex(/^\d{8}-\d{4}$/),
  /** GB/T 47678.5: a component's 异常 or a matter; the same 5 digits can name either, so both are kept. */
  kind: z.enum(['component', 'matter']),
  code: z.string().regex(/^(\d{5}|L\d{4})$/),
  source: CaseSource,
  /** A short sentence for lists: what is wrong. */
  problem: z.string(),
  /** Where, in words. */
  address: z.string(),
  location: LngLat,
  /** 15-digit unit grid, where the place lies in one. */
  unitGrid: z.string().nullable(),
  /** The thing it is about, when one is known. */
  assetId: z.string().nullable(),
  status: CaseStatus,
  receivedAt: z.string(),
  closedAt: z.string().nullable(),
  outcome: CaseOutcome,
  quantity: Quantity.nullable(),

  urgency: z.enum(['ordinary', 'emergency']).default('ordinary'),
  /** Somebody said 确认报警 to an emergency (W8). */
  acknowledgedAt: instant,
  acknowledgedBy: z.string().nullable().default(null),
  method: CaseMethod.default('service'),
  /** Ids of the responsibility grid and the road it lies in and on. */
  responsibilityGrid: z.string().nullable().default(null),
  road: z.string().nullable().default(null),
  owner: CaseOwner.nullable().default(null),
  /** Filing condition (立案条件) and its version, once filed. */
  conditionId: z.string().nullable().default(null),
  conditionVersion: z.number().int().positive().nullable().default(null),
  /** That condition asks for a photo of after the handling (D20). */
  photoAfter: z.boolean().default(false),
  clocks: z.array(Clock).default([]),
  crewId: z.string().nullable().default(null),
  /** 三方公司 of that crew. */
  contractor: z.string().nullable().default(null),
  /** Every report that joined, the first first. */
  reports: z.array(CaseReport).default([]),
  /** Into which case it was merged; of which circuit or site case it is a child. */
  mergedInto: z.string().nullable().default(null),
  parentId: z.string().nullable().default(null),
  /** Status to go back to: of a suspended or merged case. */
  before: CaseStatus.nullable().default(null),
  request: CaseRequest.nullable().default(null),
  photos: z.array(CasePhoto).default([]),
  /** How often the same place and class had come before within the window of the rule (D11). */
  repeats: times,

  acceptedAt: instant,
  filedAt: instant,
  dispatchedAt: instant,
  /** Sent to an inspector, and answered: before filing (核实), after handling (核查). */
  checkAskedAt: instant,
  checkedAt: instant,
  checkFound: z.boolean().nullable().default(null),
  verificationAskedAt: instant,
  verifiedAt: instant,
  takenAt: instant,
  /** The crew's last answer. */
  handledAt: instant,
  /** 返工, 延期, 挂账, 回退, reopened: how often. */
  reworks: times,
  extensions: times,
  suspensions: times,
  sendBacks: times,
  reopenings: times,
})
export type Case = z.infer<typeof Case>
