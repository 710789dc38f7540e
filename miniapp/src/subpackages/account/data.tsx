import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { instantWords } from '@one-window/shared/foundation/time'
import { copyMyData, deleteMyData, endMySessions, whoAmI } from '@one-window/shared/identity/endpoints'
import { keptByLaw } from '@one-window/shared/identity/kept-by-law'
import { realNameWords } from '@one-window/shared/identity/session'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SectionTitle } from '@/components/page/section-title'
import { Sheet } from '@/components/sheet/sheet'
import { SkelRows } from '@/components/skeleton/skeleton'
import { TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useLoad } from '@/features/foundation/use-load'
import { clientWords } from '@/features/identity/client-words'
import { copyName, copyText } from '@/features/identity/data-copy'
import { DeletedData } from '@/features/identity/deleted-data'
import { ResidentGate } from '@/features/identity/resident-gate'
import { go } from '@/gateways/go'
import { dropFile, saveFile } from '@/gateways/save-file'
import { closeSession } from '@/gateways/session'
import './account.scss'

type Deleted = OutputOf<typeof deleteMyData>

/** 我的数据: what is known of a person; to see, take away, correct, delete. */
export default function DataPage() {
  const [deleted, setDeleted] = useState<Deleted>()
  if (deleted) return <DeletedData deleted={deleted} />
  return <ResidentGate title="我的数据">{() => <MyData onDeleted={setDeleted} />}</ResidentGate>
}

function MyData({ onDeleted }: { onDeleted: (deleted: Deleted) => void }) {
  const [asking, setAsking] = useState<'end' | 'delete'>()
  const known = useLoad(whoAmI, {}, { fresh: true })
  return (
    <Page
      title="我的数据"
      head={
        <>
          <View className="t-say">您的信息，您说了算</View>
          <View className="t-2 c-2 mt-1">看得到、拿得走、改得了、删得掉</View>
        </>
      }
      over={asking && <AskAgain asking={asking} onClose={() => setAsking(undefined)} onDeleted={onDeleted} />}
    >
      <WhenLoaded loaded={known} loading={<SkelRows rows={4} notes />}>
        {(me) => (
          <>
            <SectionTitle title="我们知道的" />
            <Card list>
              <Cell
                id="my-name"
                icon="me"
                title="姓名"
                note={me.name ?? '没填，点这里填'}
                onPress={go.realName}
              />
              <Cell
                icon="phone"
                id="my-phone-cell"
                title="手机号"
                note={me.phone ?? '没填，点这里填'}
                onPress={go.phone}
              />
              <Cell
                icon="case"
                id="my-id-number"
                title="身份证号"
                note={me.idNumber ?? '没填，用到的事再填也行'}
                onPress={go.realName}
              />
              <Cell icon="check" title="核到哪一步" note={realNameWords[me.realName]} />
              <Cell
                icon="shield"
                title="个人信息怎么用"
                note={me.agreed ? `${instantWords(me.agreed.at)}同意的` : '还没同意过'}
                onPress={() => go.notice()}
              />
            </Card>
            <SectionTitle title="在哪些地方登录着" />
            <Card list>
              {me.sessions.map(({ sessionId, client, since, current }) => (
                <Cell
                  key={sessionId}
                  title={clientWords[client]}
                  note={`${instantWords(since)}登录的`}
                  side={current ? '就是这里' : undefined}
                />
              ))}
            </Card>
            <View className="account-actions">
              <Button id="end-sessions" kind="line" onPress={() => setAsking('end')}>
                全部退出登录
              </Button>
            </View>
          </>
        )}
      </WhenLoaded>
      <SectionTitle title="拿走一份" />
      <CopyData />
      <SectionTitle title="不用了" />
      <Card>
        <View className="c-2">
          注销后，您的登录、手机号、身份证号马上删。法律规定要留的，会告诉您留什么、留到什么时候。
        </View>
        <View className="mt-3">
          <Button id="delete-data" kind="bad" onPress={() => setAsking('delete')}>
            注销，删除我的数据
          </Button>
        </View>
      </Card>
    </Page>
  )
}

function CopyData() {
  const copying = useAction(copyMyData)
  const [said, setSaid] = useState<string>()
  // also what a killed app has left behind
  useEffect(() => {
    dropFile()
    return dropFile
  }, [])
  const take = async () => {
    setSaid(undefined)
    const copy = await copying.run({})
    if (!copy) return
    setSaid(await saveFile(copyName(copy), copyText(copy)))
  }
  return (
    <Card>
      <View className="c-2">
        本人信息、预约、办件、评价、消息，全在一个文件里。里面的电话和证件号是全的，收好别乱发。
      </View>
      <TroubleNotice trouble={copying.trouble} what="没下载成" />
      {said && <Notice kind="done">{said}</Notice>}
      <View className="mt-3">
        <Button id="copy-data" busy={copying.busy} busyWords="正在整理…" onPress={() => void take()}>
          下载我的数据
        </Button>
      </View>
    </Card>
  )
}

interface AskAgainProps {
  asking: 'end' | 'delete'
  onClose: () => void
  onDeleted: (deleted: Deleted) => void
}

/** The second tap, with what goes and what must stay before it. */
function AskAgain({ asking, onClose, onDeleted }: AskAgainProps) {
  const ending = useAction(endMySessions)
  const deleting = useAction(deleteMyData)
  const endAll = async () => {
    if (await ending.run({})) closeSession()
  }
  const deleteAll = async () => {
    const deleted = await deleting.run({})
    if (!deleted) return
    onDeleted(deleted)
    closeSession()
  }
  if (asking === 'end') {
    return (
      <Sheet title="所有地方都退出？" onClose={onClose}>
        <View className="c-2 mt-2">这台和别的手机、浏览器都要重新登录。手机丢了、怕别人用，就点这个。</View>
        <TroubleNotice trouble={ending.trouble} what="没退成" />
        <View className="mt-4">
          <Button
            id="end-yes"
            kind="main"
            busy={ending.busy}
            busyWords="正在退…"
            onPress={() => void endAll()}
          >
            全部退出
          </Button>
        </View>
      </Sheet>
    )
  }
  return (
    <Sheet title="真的要注销？" onClose={onClose}>
      <View className="t-b mt-3">马上删掉</View>
      <View className="c-2">{keptByLaw.deleted.join('；')}</View>
      <View className="t-b mt-3">法律规定要留的</View>
      {keptByLaw.kept.map(({ what, why, until }) => (
        <View key={what} className="c-2">
          {what}：{why}。保留时间：{until}。
        </View>
      ))}
      <View className="c-2 mt-3">还有没办完的事、没到的预约，办完或取消了才能注销。注销后恢复不了。</View>
      <TroubleNotice trouble={deleting.trouble} what="没注销成" />
      <View className="mt-4">
        <Button kind="main" onPress={onClose}>
          先不注销
        </Button>
      </View>
      <View className="mt-3">
        <Button
          id="delete-yes"
          kind="bad"
          busy={deleting.busy}
          busyWords="正在删…"
          onPress={() => void deleteAll()}
        >
          确定注销
        </Button>
      </View>
    </Sheet>
  )
}
