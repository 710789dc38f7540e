export default definePageConfig({ navigationBarTitleText: '打印月度表' })
