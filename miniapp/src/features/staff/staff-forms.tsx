import { View } from '@tarojs/components'
import { roleWords, type Role } from '@one-window/shared/foundation/roles'
import type { Day } from '@one-window/shared/foundation/time'
import type { Hall } from '@one-window/shared/halls/hall'
import type { StaffMember } from '@one-window/shared/staff/endpoints'
import type { StaffRole } from '@one-window/shared/staff/post'
import { Button } from '@/components/button/button'
import { Chip, Chips } from '@/components/chip/chip'
import { Field } from '@/components/field/field'
import { TroubleNotice } from '../foundation/states'
import { fieldError } from '../foundation/use-action'
import { useDraft } from '../foundation/use-draft'
import type { Invited } from './invite-code'
import { PostFields } from './post-fields'
import type { StaffActs } from './use-staff-acts'
import { postsOf, writtenOf, type WrittenPost } from './written-post'

/** The roles that may be given: a director gives posts at the window, an administrator any. */
export const givenBy = (role: Role): StaffRole[] =>
  role === 'admin'
    ? (Object.keys(roleWords) as Role[]).filter((one): one is StaffRole => one !== 'resident')
    : ['window-staff']

interface FormProps {
  acts: StaffActs
  hallId: string
  hall: Pick<Hall, 'stations'> | undefined
  roles: readonly StaffRole[]
  staff: readonly StaffMember[]
  today: Day
  onClose: () => void
}

/** The posts of a form, with one more or one less. */
function PostsPart({
  posts,
  self,
  onPosts,
  ...form
}: Pick<FormProps, 'roles' | 'hall' | 'staff' | 'today'> & {
  posts: readonly WrittenPost[]
  /** Whose posts they are: nobody stands in for themselves. */
  self?: string
  onPosts: (posts: WrittenPost[]) => void
}) {
  const fresh: WrittenPost = { role: form.roles[0] ?? 'window-staff', from: form.today, until: '' }
  const change = (at: number, to: WrittenPost[]) =>
    onPosts([...posts.slice(0, at), ...to, ...posts.slice(at + 1)])
  return (
    <>
      {posts.map((post, at) => (
        <PostFields
          key={at}
          at={at}
          post={post}
          roles={form.roles.includes(post.role) ? form.roles : [post.role, ...form.roles]}
          hall={form.hall}
          others={form.staff.filter(({ state, personId }) => state === 'active' && personId !== self)}
          onChange={(next) => change(at, [next])}
          onRemove={posts.length > 1 ? () => change(at, []) : undefined}
        />
      ))}
      <View className="mt-2">
        <Button kind="line" small id="more-posts" onPress={() => onPosts([...posts, fresh])}>
          再加一个岗位
        </Button>
      </View>
    </>
  )
}

/** Invites somebody: their name, what they will do and from when until when. */
export function InviteForm({ onInvited, ...form }: FormProps & { onInvited: (invited: Invited) => void }) {
  const { acts, hallId, roles, today } = form
  const [draft, change, drop] = useDraft<{ name: string; posts: WrittenPost[] }>('staff:invite', {
    name: '',
    posts: [{ role: roles[0] ?? 'window-staff', from: today, until: '' }],
  })
  const posts = postsOf(draft.posts, hallId)
  const ready = draft.name.trim() !== '' && posts !== undefined
  const send = async () => {
    if (!posts) return
    const answer = await acts.invite.run({ name: draft.name, posts })
    if (!answer) return
    drop()
    onInvited(answer)
  }
  return (
    <FormFrame
      title="邀请一位工作人员"
      acts={acts}
      action="出邀请码"
      ready={ready}
      onSend={() => void send()}
      onClose={form.onClose}
    >
      <Field
        id="staff-name"
        label="姓名"
        hint="照身份证写"
        maxLength={50}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={fieldError(acts.invite.trouble, '/name')}
      />
      <PostsPart {...form} posts={draft.posts} onPosts={(next) => change({ posts: next })} />
    </FormFrame>
  )
}

const reasons = {
  posts: ['轮岗', '有人请假，代班', '人手调整'],
  disable: ['调走了', '退休', '不再做窗口'],
  reinvite: ['换了手机', '动态码丢了', '换了微信'],
  sessions: ['手机丢了', '电脑忘了退出'],
} as const

const words = {
  posts: { title: '调整岗位', say: '点了就生效，本人下一次操作就按新岗位。', action: '就这样调' },
  disable: { title: '停用', say: '马上不能再登录，正在用的也退出。做过的事都留着记录。', action: '停用' },
  sessions: { title: '退出所有登录', say: '手机和电脑上的都退出，再用要重新登录。', action: '都退出' },
  reinvite: { title: '重新绑定', say: '原来的微信和动态码作废，出一个新的邀请码。', action: '出新的邀请码' },
} as const

export type ChangeKind = keyof typeof words

interface ChangeFormProps extends FormProps {
  kind: ChangeKind
  member: StaffMember
  onDone: (invited?: Invited) => void
}

/** Changes what somebody does, takes it away, or binds them anew: with a reason that stays in the record. */
export function ChangeForm({ kind, member, onDone, ...form }: ChangeFormProps) {
  const { acts, hallId } = form
  const { personId, revision, name } = member
  const [draft, change, drop] = useDraft<{ reason: string; posts: WrittenPost[] }>(
    `staff:${kind}:${personId}:${revision}`,
    { reason: '', posts: member.posts.map(writtenOf) },
  )
  const posts = postsOf(draft.posts, hallId)
  const reason = draft.reason.trim()
  const said = { personId, revision, reason }
  const send = async () => {
    if (kind === 'reinvite') {
      const answer = await acts.reinvite.run(said)
      if (!answer) return
      drop()
      return onDone(answer)
    }
    const answer =
      kind === 'disable'
        ? await acts.disable.run(said)
        : kind === 'sessions'
          ? await acts.endSessions.run({ personId, reason })
          : posts && (await acts.change.run({ ...said, posts }))
    if (!answer) return
    drop()
    onDone()
  }
  return (
    <FormFrame
      title={`${name}，${words[kind].title}`}
      say={words[kind].say}
      acts={acts}
      action={words[kind].action}
      ready={reason !== '' && (kind !== 'posts' || posts !== undefined)}
      onSend={() => void send()}
      onClose={form.onClose}
    >
      {kind === 'posts' && (
        <PostsPart
          {...form}
          self={personId}
          posts={draft.posts}
          onPosts={(next) => change({ posts: next })}
        />
      )}
      <View className="mt-4">
        <Field
          id="staff-reason"
          label="为什么(留在记录里)"
          hint="写一句"
          maxLength={100}
          value={draft.reason}
          onChange={(text) => change({ reason: text })}
          error={fieldError(acts.trouble, '/reason')}
        />
        <View className="mt-2">
          <Chips label="常用的原因">
            {reasons[kind].map((one) => (
              <Chip key={one} on={draft.reason === one} onPress={() => change({ reason: one })}>
                {one}
              </Chip>
            ))}
          </Chips>
        </View>
      </View>
    </FormFrame>
  )
}

interface FrameProps {
  title: string
  say?: string
  acts: StaffActs
  action: string
  ready: boolean
  onSend: () => void
  onClose: () => void
  children: React.ReactNode
}

function FormFrame({ title, say, acts, action, ready, onSend, onClose, children }: FrameProps) {
  return (
    <View className="staff-form">
      <View className="t-4 t-b" {...{ role: 'heading', 'aria-level': '2' }}>
        {title}
      </View>
      {say && <View className="c-2 mt-1">{say}</View>}
      <View className="mt-3">{children}</View>
      <View className="mt-4">
        <TroubleNotice trouble={acts.trouble} what="没办成" />
        <Button id="staff-send" kind="main" busy={acts.busy} disabled={!ready} onPress={onSend}>
          {action}
        </Button>
      </View>
      <View className="mt-2">
        <Button
          kind="line"
          onPress={() => {
            acts.calm()
            onClose()
          }}
        >
          先不办了
        </Button>
      </View>
    </View>
  )
}
