import type { Random } from '../../data/cities/town/random.ts'
import type { Case, CaseOutcome, Quantity } from '../contract/case.ts'

/** What a crew says that it has done. */
export const DONE: Record<Exclude<CaseOutcome, 'none' | 'not-solved'>, string> = {
  repaired: '已修复，功能恢复正常',
  cleared: '已清理完毕，现场干净',
  persuaded: '现场劝导，当事人已自行整改',
  admonished: '现场告诫，当事人已停止',
  penalised: '已立案处罚，责令整改到位',
  extinguished: '明火已扑灭，现场无复燃',
  'put-right': '已督促整改到位',
}

export const REFUSED = ['不属于城市管理职责范围，已告知诉求人', '重复上报，问题已在处理'] as const
export const NOT_FOUND = '现场核实未发现所反映的问题'
export const RETURNED = '位置描述不清，请补充后再报'
export const SENT_BACK = ['不属本班组业务，请改派', '需专用设备，请改派有条件的班组'] as const
export const REASSIGNED = '班组下班交接，改派在岗班组'
export const REASSIGNED_FRESH = '旧记录没有班组，重新派遣'
export const FAILED = ['现场仍有残留，返工', '修复不牢固，返工'] as const
export const LONGER = ['配件未到，申请延期', '作业面交通繁忙，夜间才能施工，申请延期'] as const
export const SUSPEND = ['需供电部门先行断电，申请挂账', '涉及产权纠纷，待街道协调，申请挂账'] as const
export const DECLINED = '现有条件可以按期完成，不同意'
export const UNSOLVED = '产权单位无法查明，存查'

const MOST: Record<Quantity['unit'], number> = { t: 18, m: 12, 'm²': 40, piece: 1, household: 4, machine: 3, person: 3 }

export const quantityOf = (unit: Quantity['unit'] | undefined, dice: Random): { quantity: Quantity } | object =>
  unit === undefined ? {} : { quantity: { value: dice.int(1, MOST[unit]), unit } }

/** What a kind of problem ends in, where the city's records do not say. */
export const outcomeOf = ({ kind }: Pick<Case, 'kind'>): keyof typeof DONE =>
  kind === 'component' ? 'repaired' : 'put-right'
