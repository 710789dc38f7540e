import { View } from '@tarojs/components'
import { roleWords } from '@one-window/shared/foundation/roles'
import { isDay } from '@one-window/shared/foundation/time'
import type { Hall } from '@one-window/shared/halls/hall'
import { offices } from '@one-window/shared/halls/offices'
import type { StaffMember } from '@one-window/shared/staff/endpoints'
import type { StaffRole } from '@one-window/shared/staff/post'
import { Button } from '@/components/button/button'
import { Chip, Chips } from '@/components/chip/chip'
import { Field } from '@/components/field/field'
import { dutyWords } from './post-words'
import type { WrittenPost } from './written-post'

interface PostFieldsProps {
  at: number
  post: WrittenPost
  /** The roles that may be given by who writes. */
  roles: readonly StaffRole[]
  hall: Pick<Hall, 'stations'> | undefined
  /** Who may be stood in for. */
  others: readonly StaffMember[]
  onChange: (post: WrittenPost) => void
  onRemove?: () => void
}

const dayError = (text: string): string | undefined =>
  text === '' || isDay(text) ? undefined : '照2026-11-28这样写'

/** One post: what, where, from when until when, and for whom. */
export function PostFields({ at, post, roles, hall, others, onChange, onRemove }: PostFieldsProps) {
  const atWindow = post.role === 'window-staff'
  const stations = hall?.stations ?? []
  return (
    <View className="post" {...{ role: 'group', 'aria-label': `第${at + 1}个岗位` }}>
      <View className="post-head">
        <View className="t-b">{`岗位${at + 1}`}</View>
        {onRemove && (
          <Button kind="bad" small onPress={onRemove}>
            去掉
          </Button>
        )}
      </View>
      <Chips label="做什么">
        {roles.map((role) => (
          <Chip
            key={role}
            on={role === post.role}
            onPress={() => onChange({ ...post, role, stationId: undefined, officeId: undefined })}
          >
            {roleWords[role]}
          </Chip>
        ))}
      </Chips>
      <View className="t-2 c-2">{dutyWords[post.role]}</View>
      {atWindow && stations.length > 0 && (
        <>
          <View className="field-label mt-3">在哪里</View>
          <Chips label="在哪里">
            <Chip on={!post.stationId} onPress={() => onChange({ ...post, stationId: undefined })}>
              乡里大厅
            </Chip>
            {stations.map(({ stationId, name }) => (
              <Chip
                key={stationId}
                on={stationId === post.stationId}
                onPress={() => onChange({ ...post, stationId })}
              >
                {name}
              </Chip>
            ))}
          </Chips>
        </>
      )}
      {(post.role === 'approver' || post.role === 'leader') && (
        <>
          <View className="field-label mt-3">
            {post.role === 'approver' ? '哪个办公室' : '分管哪个办公室(不选就是全部)'}
          </View>
          <Chips label="办公室">
            {offices.map(({ officeId, name }) => (
              <Chip
                key={officeId}
                on={officeId === post.officeId}
                onPress={() =>
                  onChange({ ...post, officeId: officeId === post.officeId ? undefined : officeId })
                }
              >
                {name}
              </Chip>
            ))}
          </Chips>
        </>
      )}
      <View className="post-days">
        <Field
          id={`post-from-${at}`}
          label="从哪天"
          hint="2026-11-28"
          maxLength={10}
          value={post.from}
          onChange={(from) => onChange({ ...post, from: from.trim() })}
          error={dayError(post.from)}
        />
        <Field
          id={`post-until-${at}`}
          label="到哪天(不写就一直)"
          hint="2026-12-31"
          maxLength={10}
          value={post.until}
          onChange={(until) => onChange({ ...post, until: until.trim() })}
          note={post.deputyFor && !post.until ? '代理要写到哪一天为止' : undefined}
          error={
            dayError(post.until) ?? (post.until && post.until < post.from ? '比开始那天还早' : undefined)
          }
        />
      </View>
      {others.length > 0 && (
        <>
          <View className="field-label mt-3">替谁代理</View>
          <Chips label="替谁代理">
            <Chip on={!post.deputyFor} onPress={() => onChange({ ...post, deputyFor: undefined })}>
              不是代理
            </Chip>
            {others.map(({ personId, name }) => (
              <Chip
                key={personId}
                on={personId === post.deputyFor}
                onPress={() => onChange({ ...post, deputyFor: personId })}
              >
                {name}
              </Chip>
            ))}
          </Chips>
        </>
      )}
    </View>
  )
}
