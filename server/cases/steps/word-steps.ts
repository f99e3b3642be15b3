import type { Changes } from './step.ts'

/** What is said of a case while it stays where it is. */
export const WORD_STEPS: Changes<'escalate' | 'acknowledge' | 'urge' | 'note'> = {
  // The clocks that run keep their limits: what was promised stays promised. Those that begin later are an emergency's.
  escalate: () => ({ urgency: 'emergency', acknowledgedAt: null, acknowledgedBy: null }),
  acknowledge: (_of, _, { actor, at }) => ({ acknowledgedAt: at, acknowledgedBy: actor.id }),
  urge: () => ({}),
  note: () => ({}),
}
