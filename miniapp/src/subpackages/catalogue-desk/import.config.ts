export default definePageConfig({ navigationBarTitleText: '导入进驻事项表' })
