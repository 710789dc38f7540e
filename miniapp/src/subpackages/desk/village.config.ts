export default definePageConfig({ navigationBarTitleText: '村里代约' })
