import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { encode } from 'uqr'
import './qr.scss'

const QUIET = 2

/** Dark runs of a row as one path; the picture weighs about 3 KB. */
const drawing = (text: string): string => {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue
      const from = x
      while (row[x + 1]) x += 1
      path += `M${from} ${y}h${x - from + 1}v1h${from - x - 1}z`
    }
  })
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'><path d='${path}'/></svg>`
  return `url("data:image/svg+xml,${svg.replace(/</g, '%3C').replace(/>/g, '%3E')}")`
}

/** A QR code of a text. */
export function Qr({ text, label }: { text: string; label: string }) {
  const backgroundImage = useMemo(() => drawing(text), [text])
  return (
    <View className="qr-box">
      <View
        className="qr"
        style={{ backgroundImage }}
        {...{ role: 'img', 'aria-role': 'img', 'aria-label': label }}
      />
    </View>
  )
}
