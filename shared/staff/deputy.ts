/** Standing in for somebody (代理): which posts of theirs a colleague would hold, and when. */
import type { Day } from '../foundation/time'
import type { Post, StaffRole } from './post'

export interface Absence {
  personId: string
  role: StaffRole
  posts: readonly Post[]
  from: Day
  until: Day
}

const later = (one: Day, other: Day): Day => (one > other ? one : other)
const earlier = (one: Day, other: Day | undefined): Day => (other !== undefined && other < one ? other : one)

/**
 * Copies of the person's own posts in a role, for the days they are away and hold them; what they hold for somebody
 * else is not handed on.
 */
export const deputyPosts = ({ personId, role, posts, from, until }: Absence): Post[] =>
  posts
    .filter((post) => post.role === role && post.deputyFor === undefined)
    .map((post) => ({
      ...post,
      from: later(from, post.from),
      until: earlier(until, post.until),
      deputyFor: personId,
    }))
    .filter((post) => post.from <= post.until)

/** The posts of a colleague without what they hold for a person in a role. */
export const withoutDeputy = (posts: readonly Post[], personId: string, role: StaffRole): Post[] =>
  posts.filter((post) => post.deputyFor !== personId || post.role !== role)
