import { type Case, isOpen } from '../contract/case.ts'
import type { NewReport } from '../contract/case-input.ts'
import { mayReport } from '../contract/case-life.ts'
import { type Acting, caseInScope, checkClass } from './act-in-book.ts'
import type { CaseBook } from './case-book.ts'
import type { CaseNeeds } from './case-needs.ts'
import { CaseRefused } from './case-refused.ts'
import { joinReport, openCase, reported } from './open-case.ts'

export const RECEIVED = 'case-received'
export const JOINED = 'case-joined'

/** Books a report: as a new case, or with an open one that tells of the same. Who reported is kept apart. Returns the case and its step. */
export async function reportInBook(
  book: CaseBook,
  report: NewReport,
  acting: Acting,
  needs: CaseNeeds,
): Promise<{ state: Case; step: number; joined: boolean }> {
  const { actor, at } = acting
  if (!mayReport(actor, report.source))
    throw new CaseRefused(403, 'wrong-source', `Your post takes in nothing from ${report.source}.`, { at: 'source' })
  const joined = report.joins !== undefined
  const state = joined ? await joinedCase(book, report, acting) : await newCase(book, report, acting, needs)
  const { name = '', phone = '' } = report.reporter ?? {}
  const reportId = state.reports.at(-1)?.id ?? ''
  if (name || phone)
    await needs.keepComplainant(book.tx, { caseId: state.id, reportId, complainant: { name, phone }, at: new Date(at) })
  const kind = joined ? JOINED : RECEIVED
  return { state, step: book.step({ at, actor: actor.id, kind, reason: null, after: state }), joined }
}

async function newCase(book: CaseBook, report: NewReport, { at, rules }: Acting, needs: CaseNeeds): Promise<Case> {
  if (report.kind && report.code) checkClass(needs, report.kind, report.code)
  const placed = await needs.placeOf(book.tx.db, { ...reported(report, at), noThing: report.assetId === null })
  return openCase(report, { area: book.tx.city, number: await book.nextNumber(at), placed, at, rules })
}

async function joinedCase(book: CaseBook, report: NewReport, { actor, at }: Acting): Promise<Case> {
  const { state: of } = await caseInScope(book, report.joins ?? '', actor)
  if (!isOpen(of))
    throw new CaseRefused(409, 'into-ended', `${of.number} is ${of.status}; a report joins a case that goes on.`)
  return joinReport(of, report, at)
}
