import { Text, View } from '@tarojs/components'
import type { viewAuditState } from '@one-window/shared/audit/endpoints'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { instantWords } from '@one-window/shared/foundation/time'
import { Icon } from '@/components/icon/icon'
import { Tag } from '@/components/tag/tag'

const LATE_SECONDS = 300

/** The hash of the last link in groups of eight, as it stands on the hand-over sheet. */
export const headWords = (head: string): string => head.replace(/(.{8})(?=.)/g, '$1 ')

/** How far the record is sealed; red when something waits for more than five minutes. */
export function SealState({ state }: { state: OutputOf<typeof viewAuditState> }) {
  const { length, head, sealedAt, lagSeconds } = state
  const late = lagSeconds > LATE_SECONDS
  const minutes = Math.ceil(lagSeconds / 60)
  const waited = minutes < 120 ? `${minutes}分钟` : `${Math.floor(minutes / 60)}小时`
  const waits = lagSeconds === 0 ? '都封存了' : `最早的等了${waited}`
  return (
    <View className="seal" {...{ role: late ? 'alert' : 'status' }}>
      <View>
        <View className="t-b">
          封存到第<Text className="num">{length}</Text>条
        </View>
        <View className="t-2 c-2">{sealedAt ? `最后一次${instantWords(sealedAt)}` : '还没有要封存的'}</View>
      </View>
      <Tag kind={late ? 'bad' : lagSeconds === 0 ? 'done' : ''}>
        {late && <Icon name="warn" />} {waits}
      </Tag>
      {late && <View className="seal-whole c-bad">超过5分钟没封上，请告诉系统管理员，不影响办事。</View>}
      {head && <View className="seal-whole seal-head num">链头 {headWords(head)}</View>}
    </View>
  )
}
