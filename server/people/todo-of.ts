import { needsSecondFactor, type Person } from '../contract/person.ts'
import type { Todo } from '../contract/session.ts'
import type { SetUp } from './secret-store.ts'

/** What a person must set up before anything is open to them. */
export function todoOf(person: Person, { password, secondFactor }: SetUp): Todo[] {
  const todo: Todo[] = []
  if (!person.demo && !password) todo.push('password')
  if (needsSecondFactor(person) && !secondFactor) todo.push('second-factor')
  return todo
}
