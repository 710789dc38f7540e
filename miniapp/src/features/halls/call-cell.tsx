import { Cell } from '@/components/card/card'
import { dial } from '@/gateways/phone'

/** 打电话问窗口; says so when the number is not confirmed yet. */
export function CallCell({ phone, note }: { phone: string | null | undefined; note?: string }) {
  if (!phone) return <Cell icon="phone" title="打电话问窗口" note="电话号码待乡里确认" />
  return <Cell icon="phone" title="打电话问窗口" note={note ?? phone} onPress={() => dial(phone)} />
}
