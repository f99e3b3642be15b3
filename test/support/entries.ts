import type { Asset } from '../../server/contract/asset.ts'
import { Case } from '../../server/contract/case.ts'
import type { Inspection } from '../../server/contract/inspection.ts'
import type { LogEntry } from '../../server/contract/log.ts'

export const SUO = '540626'

export const entry = (of: Partial<LogEntry> = {}): LogEntry => ({
  at: '2026-01-01T08:00:00+08:00',
  actor: 'person:test',
  kind: 'asset-changed',
  entity: 'asset',
  entityId: '54062601037000001',
  after: { status: 'on' },
  reason: null,
  ...of,
})

export const lamp = (number: number, of: Partial<Asset> = {}): Asset => ({
  id: `54062601037${String(number).padStart(6, '0')}`,
  layer: 'streetlights',
  name: `路灯 ${number}`,
  status: 'on',
  geometry: { type: 'Point', coordinates: [93.785 + number * 1e-4, 31.886] },
  fields: { road: '藏北路', powerW: 120, heightM: 9.5 },
  code: '01037',
  edition: 'GB/T 47678.5-2026',
  sourceCrs: 'WGS84',
  source: 'made:test',
  changedAt: '2026-01-01T00:00:00Z',
  ...of,
})

export const complaint = (number: number, of: Partial<Case> = {}): Case =>
  Case.parse({
    id: `case-${String(number).padStart(4, '0')}`,
    number: `20260101-${String(number).padStart(4, '0')}`,
    kind: 'component',
    code: '01037',
    source: 'hotline-12345',
    problem: '路灯不亮',
    address: '藏北路 12 号',
    location: [93.785, 31.886],
    unitGrid: null,
    assetId: null,
    status: 'received',
    receivedAt: '2026-01-01T09:00:00+08:00',
    closedAt: null,
    outcome: 'none',
    quantity: null,
    ...of,
  })

export const visit = (number: number, of: Partial<Inspection> = {}): Inspection => ({
  id: `visit-${String(number).padStart(4, '0')}`,
  kind: 'internet-cafe',
  venueId: null,
  address: '文化路 3 号',
  location: [93.786, 31.887],
  unitGrid: null,
  at: '2026-01-01T10:00:00+08:00',
  officerTurns: 2,
  hazards: [],
  casesFiled: 0,
  ...of,
})

export const by = (of: { actor?: string; reason?: string | null; at?: string } = {}) => ({
  actor: 'person:test',
  reason: null,
  at: '2026-01-01T08:00:00+08:00',
  ...of,
})
