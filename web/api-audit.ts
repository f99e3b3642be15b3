import type { AuditChange, AuditPage, ChainCheck } from '../server/contract/audit.ts'
import { address, json, type Query } from './api.ts'

export const getAudit = (query: Query, signal?: AbortSignal): Promise<AuditPage> =>
  json(address('/api/audit', query), signal)

export const getAuditChange = (seq: number, signal?: AbortSignal): Promise<AuditChange> =>
  json(`/api/audit/${seq}`, signal)

/** `since`: a look that began then will do. */
export const checkChain = (since: string | undefined, signal?: AbortSignal): Promise<ChainCheck> =>
  json(address('/api/audit/check', { since }), signal)
