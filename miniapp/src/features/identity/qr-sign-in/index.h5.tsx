import { useDidHide, useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { collectDeskSignIn, openDeskSignIn } from '@one-window/shared/staff/endpoints'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Qr } from '@/components/qr/qr'
import { Skel } from '@/components/skeleton/skeleton'
import { call } from '@/gateways/api'
import { now } from '@/gateways/clock'
import { troubleOf, type Trouble } from '@/gateways/refusal'
import { TroubleNotice } from '../../foundation/states'
import { enter } from '../../staff/enter'
import './qr-sign-in.scss'

const ASK_EVERY_MS = 2000
const LOOK_EVERY_MS = 1000
/** How long a code is good, counted here from when it came: the PC's clock may be wrong. */
const GOOD_FOR_MS = 120_000

interface Ticket extends Pick<OutputOf<typeof openDeskSignIn>, 'ticketId' | 'secret' | 'scene'> {
  until: number
}

/** 1:05 */
const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/**
 * Signs a PC in by a phone: shows a code for two minutes, asks every two seconds while the page is seen whether the
 * phone has let it in, and takes a new code when the old one is over.
 */
export function QrSignIn({ about }: { about?: string }) {
  const [ticket, setTicket] = useState<Ticket>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [left, setLeft] = useState(0)
  const shown = useRef(true)
  const gone = useRef(false)
  const opening = useRef(false)

  const open = useCallback(async () => {
    if (opening.current) return
    opening.current = true
    try {
      const next = await call(openDeskSignIn, {})
      if (gone.current) return
      setTicket({ ...next, until: now().getTime() + GOOD_FOR_MS })
      setTrouble(undefined)
      setLeft(GOOD_FOR_MS / 1000)
    } catch (thrown) {
      if (!gone.current) setTrouble(troubleOf(thrown))
    } finally {
      opening.current = false
    }
  }, [])

  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    gone.current = false
    void open()
    return () => {
      gone.current = true
    }
  }, [open])

  useEffect(() => {
    if (!ticket) return undefined
    let asking = false
    const ask = async () => {
      if (!shown.current || asking) return
      asking = true
      try {
        const { session } = await call(collectDeskSignIn, {
          ticketId: ticket.ticketId,
          secret: ticket.secret,
        })
        if (session && !gone.current) enter(session)
      } catch (thrown) {
        const why = troubleOf(thrown)
        // Without a network the code stays: the next question may get through.
        if (why.kind === 'refused' && !gone.current) void open()
      } finally {
        asking = false
      }
    }
    const look = () => {
      if (!shown.current) return
      const seconds = secondsLeft(ticket)
      setLeft(seconds)
      if (seconds === 0) void open()
    }
    const timers = [setInterval(() => void ask(), ASK_EVERY_MS), setInterval(look, LOOK_EVERY_MS)]
    return () => timers.forEach(clearInterval)
  }, [ticket, open])

  return (
    <Card>
      <View className="qr-in">
        <View className="qr-in-code">
          {ticket ? (
            <Qr text={ticket.scene} label="登录码，用手机扫" />
          ) : (
            <Skel width="200px" height="200px" />
          )}
          {ticket && (
            <View className="t-2 c-2 num" id="code-left">
              {clockOf(left)}后换新的
            </View>
          )}
        </View>
        <View className="qr-in-words">
          <View className="t-4 t-b">{about ?? '用手机扫码登录'}</View>
          <View className="qr-in-step">1. 手机打开小程序，登录好。</View>
          <View className="qr-in-step">2. 点“我的”里的“登录电脑”，扫这个码。</View>
          <View className="qr-in-step">3. 在手机上点确认，这台电脑就进来了。</View>
          <TroubleNotice trouble={trouble} what="没出码" />
          {trouble && (
            <Button kind="soft" small onPress={() => void open()}>
              再出一个
            </Button>
          )}
        </View>
      </View>
    </Card>
  )
}

const secondsLeft = ({ until }: Ticket): number => Math.max(0, Math.ceil((until - now().getTime()) / 1000))
