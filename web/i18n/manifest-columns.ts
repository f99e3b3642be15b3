import type { WasteManifest } from '../../server/contract/manifest.ts'

export type Column = keyof WasteManifest

/** Names that bureaus' tables give their columns, the first as the template has it; whatever the case and blanks. */
export const COLUMNS: Record<Column, readonly string[]> = {
  id: ['联单号', '联单编号', 'manifest', 'id'],
  projectId: ['工地编号', '项目编号', 'project id', 'projectid'],
  projectName: ['工地', '工地名称', '项目', '项目名称', 'project', 'projectname'],
  carrier: ['承运单位', '运输单位', '运输企业', 'carrier'],
  plate: ['车牌', '车牌号', '号牌', 'plate'],
  disposalId: ['消纳场编号', '消纳场', '处置场编号', 'disposal', 'disposalid'],
  dischargedAt: ['出场时间', '出土时间', 'discharged at', 'dischargedat'],
  dischargedT: ['出场吨数', '出场吨', '出场重量', 'discharged t', 'dischargedt'],
  receivedAt: ['入场时间', '进场时间', 'received at', 'receivedat'],
  receivedT: ['入场吨数', '入场吨', '进场重量', 'received t', 'receivedt'],
}
