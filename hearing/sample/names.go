package sample

import (
	"strings"

	"hearingdesk/hearing"
)

// What names are made of. Nobody here is anybody.
var (
	surnames = strings.Split("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严单", "")
	given    = made("建晓文志海秀玉明国春丽红永桂立小学新德金", "平华军芳敏静伟强磊洋勇艳杰娟涛超霞兰梅英云林峰生")
	callings = strings.Fields("律师 退休教师 社区书记 消防工程师 疾控工程师 高校教师 心理咨询师 企业职工 医师 会计师 环保工程师 人民调解员")
	agencies = strings.Fields("消防救援大队 住房和城乡建设局 卫生健康局 市场监督管理局 生态环境分局 水务局 城市管理局 农业农村局 自然资源局 教育局 交通运输局 应急管理局")

	districts = strings.Fields("澄河区 望江区 清源区 北苑区 东湖县 青石县 云溪县 南岭县 白沙县 长桥区 松园县 红岩县 临川区 银杏区 西河县 古塔县 梅岭县 石桥区 竹溪县 金沙区")
	streets   = strings.Fields("梧桐苑 锦绣家园 春晖小区 望江里 清河湾 北苑小区 青石村 建设路 健康巷 安民街 信义街 府前街 临江路 桥西市场 长桥村 云溪镇 松园社区 红岩镇 银杏路 学府街")
)

// made joins each beginning with each end.
func made(first, last string) []string {
	var out []string
	for _, a := range first {
		for _, b := range last {
			out = append(out, string(a)+string(b))
		}
	}
	return out
}

// A matter is what a case is about: § stands for a surname, ¶ for a place.
type matter struct {
	kind     hearing.CaseType
	often    int // of a hundred
	cause    string
	of       []string
	question string
	series   string
}

var matters = []matter{
	{hearing.NonProsecution, 44, "§某某涉嫌%拟不起诉案", strings.Fields("危险驾驶罪 盗窃罪 故意伤害罪 交通肇事罪 诈骗罪 寻衅滋事罪 帮助信息网络犯罪活动罪 掩饰隐瞒犯罪所得罪 滥伐林木罪 妨害公务罪"), "是否同意对被不起诉人作出不起诉决定？", "刑不诉"},
	{hearing.AdminPublicInterest, 22, "督促整治¶%行政公益诉讼案", strings.Fields("电动自行车消防安全隐患 窨井盖缺失 二次供水污染 扬尘污染 违法占用耕地 河道倾倒垃圾 餐饮油烟扰民 校园周边食品安全 盲道被占用 医疗废物处置不规范 无障碍设施缺失 噪声扰民"), "行政机关是否依法履行监督管理职责？", "行公立"},
	{hearing.CriminalPetition, 8, "§某某不服%刑事申诉案", strings.Fields("盗窃判决 故意伤害判决 诈骗判决 不起诉决定"), "原处理决定是否正确？", "刑申"},
	{hearing.CivilSupervision, 8, "§某某与§某某%民事监督案", strings.Fields("民间借贷纠纷 买卖合同纠纷 离婚纠纷 赡养费纠纷 劳动争议 房屋租赁合同纠纷"), "原审判决适用法律是否正确？", "民监"},
	{hearing.AdminSupervision, 4, "§某某不服%行政监督案", strings.Fields("工伤认定 行政处罚 强制拆除 不动产登记"), "行政争议能否实质性化解？", "行监"},
	{hearing.JudicialRelief, 4, "§某某%司法救助案", strings.Fields("因案致贫 被害人 生活困难"), "是否符合司法救助条件？", "司救"},
	{hearing.CustodyNecessity, 4, "§某某%羁押必要性审查案", strings.Fields("盗窃 诈骗 寻衅滋事"), "是否有继续羁押的必要？", "羁审"},
	{hearing.Arrest, 3, "§某某%审查逮捕案", strings.Fields("故意伤害 诈骗 开设赌场"), "是否有逮捕必要？", "审逮"},
	{hearing.CivilPublicInterest, 1, "¶%民事公益诉讼案", strings.Fields("销售不合格食品 非法倾倒固体废物 非法捕捞水产品"), "侵权人应当如何承担修复责任？", "民公立"},
	{hearing.OtherCase, 2, "§某某%听证案", strings.Fields("涉检信访 国家赔偿"), "信访请求是否有事实和法律依据？", "信"},
}

// drawn is a matter, each as often as it is said to be.
func (m *maker) drawn() matter {
	n := m.roll.IntN(100)
	for _, x := range matters {
		if n -= x.often; n < 0 {
			return x
		}
	}
	return matters[0]
}
