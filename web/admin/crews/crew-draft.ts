import type { Crew, CrewPatch, NewCrew, Skill } from '../../../server/contract/crew.ts'

/** A crew as the form holds it. */
export interface CrewDraft {
  name: string
  skills: Skill[]
  plate: string
  vehicleKind: string
  from: string
  to: string
  contractor: string | null
  areas: string[]
  loadLimit: number
  headcount: number
}

export const emptyCrew = (area: string): CrewDraft => ({
  ...{ name: '', skills: [], plate: '', vehicleKind: '', from: '08:00', to: '18:00', contractor: null },
  ...{ areas: [area], loadLimit: 8, headcount: 3 },
})

export const crewDraftOf = ({
  name,
  skills,
  vehicle,
  shift,
  contractor,
  areas,
  loadLimit,
  headcount,
}: Crew): CrewDraft => ({
  ...{ name, skills, plate: vehicle?.plate ?? '', vehicleKind: vehicle?.kind ?? '', ...shift },
  ...{ contractor, areas, loadLimit, headcount },
})

/** A crew without a plate goes on foot. */
export const newCrewOf = (draft: CrewDraft): NewCrew => ({
  ...{ name: draft.name.trim(), skills: draft.skills, contractor: draft.contractor || null, areas: draft.areas },
  vehicle: draft.plate.trim() ? { plate: draft.plate.trim(), kind: draft.vehicleKind.trim() } : null,
  shift: { from: draft.from, to: draft.to },
  ...{ loadLimit: draft.loadLimit, headcount: draft.headcount },
})

/** What the draft changes; undefined where it changes nothing. */
export function crewPatchOf(before: Crew, draft: CrewDraft): CrewPatch | undefined {
  const after = newCrewOf(draft)
  const entries = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof NewCrew]),
  )
  return entries.length > 0 ? (Object.fromEntries(entries) as CrewPatch) : undefined
}
