export default definePageConfig({ navigationBarTitleText: '评价月度表' })
