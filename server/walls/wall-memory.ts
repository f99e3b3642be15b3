import type { RepeatMemory } from '../cases/place/repeat-memory.ts'
import type { CityMemory } from '../city/city.ts'
import type { Feed } from '../contract/feed.ts'
import type { LogRow } from '../contract/log.ts'
import type { EvaluationMemory } from '../insight/evaluation/evaluation-memory.ts'
import { lastStepMs } from '../insight/wall/last-step.ts'
import type { Db } from '../store/schema.ts'
import { CrewRoster } from './crew-roster.ts'
import { FeedAges } from './feed-ages.ts'
import { KeptRepeats } from './kept-repeats.ts'
import { LandfillSurveys } from './landfill-surveys.ts'
import { RecentSteps } from './recent-steps.ts'

export interface WallMemoryNeeds {
  area: string
  memory: CityMemory
  evaluation: EvaluationMemory
  repeats: Pick<RepeatMemory, 'list'>
  feeds: readonly Feed[]
  now: () => Date
}

/** What a wall shows and no other memory has; it follows the log. */
export class WallMemory {
  readonly roster = new CrewRoster()
  readonly surveys = new LandfillSurveys()
  readonly steps = new RecentSteps()
  readonly ages: FeedAges
  readonly repeats: KeptRepeats
  readonly #needs: WallMemoryNeeds

  constructor(needs: WallMemoryNeeds) {
    this.#needs = needs
    this.ages = new FeedAges(needs.feeds)
    this.repeats = new KeptRepeats(needs.repeats)
  }

  /** When the city and its cases are read. */
  async load(db: Db): Promise<void> {
    const { area, memory, evaluation, now } = this.#needs
    this.ages.load(memory, lastStepMs(evaluation.columns, now().getTime()))
    await this.roster.load(db, area)
    await this.surveys.load(db, area, memory)
    await this.steps.load(db, area)
  }

  take(rows: readonly LogRow[]): void {
    this.roster.take(rows)
    this.surveys.take(rows)
    this.steps.take(rows)
    this.ages.take(rows)
  }
}
