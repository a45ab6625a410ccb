<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AcknowledgementDialog</name>
    <message>
        <source>无异议则留空</source>
        <translation>Leave empty if there is no objection</translation>
    </message>
    <message>
        <source>签名表示知晓并核实事实；有异议不影响继续，原话记录在案。</source>
        <translation>Signing means: informed, facts checked. An objection is recorded in the client&apos;s own words and stops nothing.</translation>
    </message>
    <message>
        <source>受审核方确认人</source>
        <translation>Client representative</translation>
    </message>
    <message>
        <source>异议（用受审核方原话）</source>
        <translation>Objection (in the client&apos;s own words)</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>请填写受审核方确认人的姓名。</source>
        <translation>Enter the name of the client&apos;s representative.</translation>
    </message>
    <message>
        <source>还没有笔迹</source>
        <translation>Nothing written yet</translation>
    </message>
    <message>
        <source>请其签名；拒绝签名的，写明其异议。</source>
        <translation>Have the person sign; if they refuse, write down the objection.</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>撤销一笔</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>{number} 受审核方确认</source>
        <translation>{number}: client&apos;s confirmation</translation>
    </message>
</context>
<context>
    <name>AddTile</name>
    <message>
        <source>拖入或导入</source>
        <translation>Drop or import</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>已用 {0} / {1} 分</source>
        <translation>{0} of {1} min used</translation>
    </message>
</context>
<context>
    <name>AgendaRow</name>
    <message>
        <source>已讲 {0}</source>
        <translation>said {0}</translation>
    </message>
    <message>
        <source>未讲</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>{0} 分</source>
        <translation>{0} min</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>程序出现了一个错误，刚才的操作可能没有完成。已保存的记录是安全的。请重新做一遍；再次出现时请把这个文件交给技术支持（其中没有审核内容）：
{file}</source>
        <translation>The program made a mistake; what you just did may not be complete. Saved records are safe. Please do it again; if it comes back, give this file to support (it holds nothing of the audit):
{file}</translation>
    </message>
    <message>
        <source>选择资料库所在的文件夹</source>
        <translation>Choose the folder of the vault</translation>
    </message>
    <message>
        <source>版本 {version}。离线使用，不连接网络；全部记录加密存放在本机。
图标 Lucide（ISC），字体思源黑体 Noto Sans SC（OFL），界面库 Qt（LGPL）。</source>
        <translation>Version {version}. Works offline and never connects to a network; all records are kept encrypted on this machine.
Icons Lucide (ISC), font Noto Sans SC (OFL), toolkit Qt (LGPL).</translation>
    </message>
    <message>
        <source>现场审核</source>
        <translation>Field audit</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>没有完成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Files</translation>
    </message>
</context>
<context>
    <name>AttendeeEditor</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>缺席理由</source>
        <translation>Reason for absence</translation>
    </message>
    <message>
        <source>写入名单</source>
        <translation>Put on the list</translation>
    </message>
    <message>
        <source>请填写姓名。</source>
        <translation>Please give a name.</translation>
    </message>
    <message>
        <source>请写明缺席理由。</source>
        <translation>Please give the reason for the absence.</translation>
    </message>
    <message>
        <source>登记缺席人员</source>
        <translation>Note an absence</translation>
    </message>
    <message>
        <source>修改人员信息</source>
        <translation>Change a person</translation>
    </message>
    <message>
        <source>添加参会人员</source>
        <translation>Add an attendee</translation>
    </message>
</context>
<context>
    <name>AuditCard</name>
    <message>
        <source>切换审核：{0}</source>
        <translation>Switch audit: {0}</translation>
    </message>
</context>
<context>
    <name>AuditsPage</name>
    <message>
        <source>还没有审核</source>
        <translation>No audits yet</translation>
    </message>
    <message>
        <source>新建一个，或导入办公室发来的交接包。</source>
        <translation>Start one, or import a package from the office.</translation>
    </message>
    <message>
        <source>新建审核</source>
        <translation>New audit</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>打开选中的审核</source>
        <translation>Open the chosen audit</translation>
    </message>
    <message>
        <source>选择审核</source>
        <translation>Choose an audit</translation>
    </message>
    <message>
        <source>双击或按 Enter 打开</source>
        <translation>Double-click or press Enter to open</translation>
    </message>
    <message>
        <source>受审核方</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>检查进度</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>不符合项</source>
        <translation>NCs</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
</context>
<context>
    <name>BasicsPanel</name>
    <message>
        <source>基本信息</source>
        <translation>Basics</translation>
    </message>
    <message>
        <source>受审核方</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>本次审核</source>
        <translation>This audit</translation>
    </message>
    <message>
        <source>{number} · {kind} · 规则《{name}》{document} {edition}，版次已固定</source>
        <translation>{number} · {kind} · rules {document} {edition} ({name}), edition fixed</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>注册地址</source>
        <translation>Registered address</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>最高管理者</source>
        <translation>Top management</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Contact phone</translation>
    </message>
    <message>
        <source>认证范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>审核目的</source>
        <translation>Objective</translation>
    </message>
    <message>
        <source>审核准则</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>专业代码</source>
        <translation>Technical codes</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>高</source>
        <translation>High</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>低</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>风险等级</source>
        <translation>Risk class</translation>
    </message>
    <message>
        <source>计划人日</source>
        <translation>Planned person-days</translation>
    </message>
    <message>
        <source>其中现场人日</source>
        <translation>of these on site</translation>
    </message>
    <message>
        <source>体系运行起始日</source>
        <translation>System running since</translation>
    </message>
    <message>
        <source>场所</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>活动</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>Headcount</translation>
    </message>
    <message>
        <source>班次</source>
        <translation>Shifts</translation>
    </message>
    <message>
        <source>还没有场所。报告须写明每个场所的地址和活动。</source>
        <translation>No sites yet. The report must give the address and activities of each.</translation>
    </message>
    <message>
        <source>添加场所</source>
        <translation>Add a site</translation>
    </message>
    <message>
        <source>总部</source>
        <translation>总部</translation>
    </message>
</context>
<context>
    <name>BoardCard</name>
    <message>
        <source>未定部门</source>
        <translation>No department</translation>
    </message>
</context>
<context>
    <name>CareCard</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制记录校验码</source>
        <translation>Copy the check code of the records</translation>
    </message>
    <message>
        <source>备份…</source>
        <translation>Back up…</translation>
    </message>
    <message>
        <source>全部记录都有备份</source>
        <translation>Every record is backed up</translation>
    </message>
    <message>
        <source>只存在于本机的记录 {count} 条</source>
        <translation>{count} records exist on this machine only</translation>
    </message>
    <message>
        <source>记录校验码 {code}</source>
        <translation>Check code {code}</translation>
    </message>
    <message>
        <source>正在备份…</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <source>还没有备份过；建议备份到移动盘</source>
        <translation>Never backed up; a removable disk is best</translation>
    </message>
    <message>
        <source>上次备份 {when} · {folder}</source>
        <translation>Last backup {when} · {folder}</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message>
        <source>变更记录</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>何人</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>何处</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Changed to</translation>
    </message>
    <message>
        <source>还没有变更。</source>
        <translation>No changes yet.</translation>
    </message>
    <message>
        <source>由记录日志得出，共 {count} 处；任何人都不能改</source>
        <translation>From the journal, {count} in all; nobody can alter them</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>审核记录</source>
        <translation>Audit notes</translation>
    </message>
    <message>
        <source>受访人</source>
        <translation>Interviewee</translation>
    </message>
    <message>
        <source>引用文件</source>
        <translation>Cite a file</translation>
    </message>
    <message>
        <source>稍后再查</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>{0} 导入</source>
        <translation>imported {0}</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>拍摄</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>原图</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>校验值</source>
        <translation>Hash</translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>审核阶段</source>
        <translation>Stage of the audit</translation>
    </message>
    <message>
        <source>导入照片</source>
        <translation>Import photos</translation>
    </message>
    <message>
        <source>为当前检查项导入照片（F8）</source>
        <translation>Import photos for this item (F8)</translation>
    </message>
    <message>
        <source>结论（不在文本框中时）</source>
        <translation>Verdict (outside text fields)</translation>
    </message>
    <message>
        <source>上一项 / 下一项</source>
        <translation>Previous / next item</translation>
    </message>
    <message>
        <source>完成，到下一个待查项</source>
        <translation>Done, to the next open item</translation>
    </message>
    <message>
        <source>为当前项导入照片</source>
        <translation>Import photos for this item</translation>
    </message>
    <message>
        <source>在检查表中查找</source>
        <translation>Find in the checklist</translation>
    </message>
    <message>
        <source>已是最后一项</source>
        <translation>This is the last item</translation>
    </message>
    <message>
        <source>已是第一项</source>
        <translation>This is the first item</translation>
    </message>
    <message>
        <source>全部查完，没有待查项了</source>
        <translation>All checked, nothing is open</translation>
    </message>
    <message>
        <source>没有别的待查项了</source>
        <translation>No other item is open</translation>
    </message>
    <message>
        <source>这次审核还没有安排阶段</source>
        <translation>No visit has been arranged yet</translation>
    </message>
    <message>
        <source>有了一阶段或二阶段的日期，检查表会按规则自动列出。</source>
        <translation>Once stage 1 or stage 2 has its dates, the checklist is drawn up from the rules.</translation>
    </message>
    <message>
        <source>这一阶段没有要查的条款</source>
        <translation>Nothing is to be checked at this stage</translation>
    </message>
    <message>
        <source>不符合跟踪在“不符合项”里逐条验证。</source>
        <translation>Follow-up is verified one by one under Nonconformities.</translation>
    </message>
    <message>
        <source>完成，下一项</source>
        <translation>Done, next</translation>
    </message>
    <message>
        <source>稍后再查</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>上一项</source>
        <translation>Previous item</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next item</translation>
    </message>
    <message>
        <source>检查表按条款分组</source>
        <translation>Checklist by clause</translation>
    </message>
    <message>
        <source>检查表按规则分组</source>
        <translation>Checklist by rule</translation>
    </message>
    <message>
        <source>检查表按部门分组</source>
        <translation>Checklist by department</translation>
    </message>
    <message>
        <source>{0} · 现场</source>
        <translation>{0} · on site</translation>
    </message>
</context>
<context>
    <name>ChecklistTree</name>
    <message>
        <source>检查表</source>
        <translation>Checklist</translation>
    </message>
</context>
<context>
    <name>ClauseTag</name>
    <message>
        <source>打开条款原文</source>
        <translation>Open the clause</translation>
    </message>
</context>
<context>
    <name>ClientCard</name>
    <message>
        <source>请其签名</source>
        <translation>Ask to sign</translation>
    </message>
    <message>
        <source>未定责任人</source>
        <translation>Nobody responsible yet</translation>
    </message>
    <message>
        <source>有异议</source>
        <translation>Disputed</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>{when} 异议：{words}</source>
        <translation>{when} objection: {words}</translation>
    </message>
    <message>
        <source>{when} 确认，事实已核实</source>
        <translation>{when} confirmed, facts checked</translation>
    </message>
    <message>
        <source>开出后请受审核方确认</source>
        <translation>To be confirmed by the client once issued</translation>
    </message>
    <message>
        <source>还没有确认</source>
        <translation>Not confirmed yet</translation>
    </message>
</context>
<context>
    <name>ConfirmFact</name>
    <message>
        <source>现场确认：{fact}</source>
        <translation>On site: {fact}</translation>
    </message>
    <message>
        <source>申报 {value}</source>
        <translation>Declared {value}</translation>
    </message>
    <message>
        <source>查了什么文件、问了谁</source>
        <translation>Which documents, whom you asked</translation>
    </message>
    <message>
        <source>与申报不同时，写明影响</source>
        <translation>What follows when it differs</translation>
    </message>
    <message>
        <source>现场的值（{unit}）</source>
        <translation>On site ({unit})</translation>
    </message>
    <message>
        <source>现场的值</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>影响</source>
        <translation>Consequence</translation>
    </message>
    <message>
        <source>修改申报值…</source>
        <translation>Change what was declared…</translation>
    </message>
    <message>
        <source>删除这一项…</source>
        <translation>Delete this fact…</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>请填写现场的值。</source>
        <translation>Enter the value seen on site.</translation>
    </message>
    <message>
        <source>请写明依据：看了什么文件，或问了谁。</source>
        <translation>State the basis: what you read or whom you asked.</translation>
    </message>
</context>
<context>
    <name>ConfirmationEditor</name>
    <message>
        <source>受审核方确认计划</source>
        <translation>Client confirms the plan</translation>
    </message>
    <message>
        <source>姓名（职务）</source>
        <translation>Name (post)</translation>
    </message>
    <message>
        <source>邮件回复</source>
        <translation>邮件回复</translation>
    </message>
    <message>
        <source>书面盖章</source>
        <translation>书面盖章</translation>
    </message>
    <message>
        <source>当场商定</source>
        <translation>当场商定</translation>
    </message>
    <message>
        <source>电话，已记录</source>
        <translation>电话，已记录</translation>
    </message>
    <message>
        <source>计划有改动时，写明改了什么</source>
        <translation>What was changed in the plan, if anything</translation>
    </message>
    <message>
        <source>{visit}的审核计划</source>
        <translation>Audit plan of {visit}</translation>
    </message>
    <message>
        <source>确认人</source>
        <translation>Confirmed by</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>How</translation>
    </message>
    <message>
        <source>变更内容</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>计划此前已确认过；这一次记为变更的确认。</source>
        <translation>The plan was confirmed before; this is recorded as the confirmation of a change.</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>请填写确认人。</source>
        <translation>Enter who confirmed it.</translation>
    </message>
</context>
<context>
    <name>ConflictBox</name>
    <message>
        <source>“{0}”有 {1} 个版本，请选定一个；其余的仍留在改动记录里。</source>
        <translation>&quot;{0}&quot; has {1} versions; please choose one. The others stay in the history.</translation>
    </message>
    <message>
        <source>两版都写</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>采用此版</source>
        <translation>Take this one</translation>
    </message>
    <message>
        <source>采用 {0} 的版本</source>
        <translation>Take the version of {0}</translation>
    </message>
</context>
<context>
    <name>ConflictsCard</name>
    <message>
        <source>两人记录不同</source>
        <translation>Two records differ</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>各人的记录之间没有矛盾之处。</source>
        <translation>Nobody&apos;s records contradict each other.</translation>
    </message>
    <message>
        <source>停 {count}</source>
        <translation>Stop {count}</translation>
    </message>
    <message>
        <source>由组长裁定；其他版本留痕</source>
        <translation>The leader decides; the other versions are kept</translation>
    </message>
    <message>
        <source>裁定…</source>
        <translation>Decide…</translation>
    </message>
    <message>
        <source>改动留痕，原值保留</source>
        <translation>Changes are traced, old values kept</translation>
    </message>
    <message>
        <source>比较两处</source>
        <translation>Compare</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>新建资料库</source>
        <translation>New vault</translation>
    </message>
    <message>
        <source>记录和签名用这个名字</source>
        <translation>Used in records and signatures</translation>
    </message>
    <message>
        <source>我的审核</source>
        <translation>My audits</translation>
    </message>
    <message>
        <source>每台电脑一个资料库，全部内容加密存放在本机。</source>
        <translation>One vault a computer; everything in it is encrypted on this machine.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>资料库名称</source>
        <translation>Name of the vault</translation>
    </message>
    <message>
        <source>口令（至少 8 个字符）</source>
        <translation>Passphrase (8 characters or more)</translation>
    </message>
    <message>
        <source>再输入一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>新建并打开</source>
        <translation>Make and open</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Used by</translation>
    </message>
    <message>
        <source>审核员</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>办公室</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>请填写姓名。</source>
        <translation>Please give a name.</translation>
    </message>
    <message>
        <source>资料库名称不能为空，也不能含 \ / : * ? &quot; &lt; &gt; | 等字符。</source>
        <translation>The vault needs a name without \ / : * ? &quot; &lt; &gt; |.</translation>
    </message>
    <message>
        <source>已有同名的资料库，请换一个名称。</source>
        <translation>There is a vault of this name; please choose another.</translation>
    </message>
    <message>
        <source>口令至少 8 个字符。</source>
        <translation>At least 8 characters.</translation>
    </message>
    <message>
        <source>两次输入的口令不一致。</source>
        <translation>The two passphrases differ.</translation>
    </message>
</context>
<context>
    <name>CurrentItem</name>
    <message>
        <source>受审核方答复</source>
        <translation>Client&apos;s answer</translation>
    </message>
    <message>
        <source>讲完，下一项</source>
        <translation>Said, next</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>年-月-日</source>
        <translation>YYYY-MM-DD</translation>
    </message>
</context>
<context>
    <name>DetailFoot</name>
    <message>
        <source>完成，下一项</source>
        <translation>Done, next</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>No record yet</translation>
    </message>
    <message>
        <source>取消稍后</source>
        <translation>Not later</translation>
    </message>
    <message>
        <source>稍后再查</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>{0} 记录</source>
        <translation>recorded by {0}</translation>
    </message>
    <message>
        <source>受访 {0}</source>
        <translation>interviewed {0}</translation>
    </message>
    <message>
        <source>{0} 起</source>
        <translation>since {0}</translation>
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>清除结论</source>
        <translation>Clear the verdict</translation>
    </message>
    <message>
        <source>上一项（Alt+↑）</source>
        <translation>Previous item (Alt+↑)</translation>
    </message>
    <message>
        <source>下一项（Alt+↓）</source>
        <translation>Next item (Alt+↓)</translation>
    </message>
    <message>
        <source>更多操作</source>
        <translation>More</translation>
    </message>
    <message>
        <source>所证明的规则条款：{0}</source>
        <translation>Shows conformity with rule clauses: {0}</translation>
    </message>
    <message>
        <source>本条款 {0} / {1}</source>
        <translation>{0} of {1} in this clause</translation>
    </message>
    <message>
        <source>本组 {0} / {1}</source>
        <translation>{0} of {1} in this group</translation>
    </message>
    <message>
        <source>复制编号和问题</source>
        <translation>Copy number and question</translation>
    </message>
    <message>
        <source>查看改动记录…</source>
        <translation>Show the history…</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>按 1–5 选择</source>
        <translation>Press 1–5</translation>
    </message>
    <message>
        <source>由此开具</source>
        <translation>Raised from here</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>审核记录</source>
        <translation>Audit notes</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>DevicesCard</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>设备号</source>
        <translation>Device no.</translation>
    </message>
    <message>
        <source>可加密</source>
        <translation>Encrypt</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>信任的设备</source>
        <translation>Trusted devices</translation>
    </message>
    <message>
        <source>还没有登记设备。登记后才收得下对方的包，也才能加密给对方。</source>
        <translation>No devices yet. Only packages of known devices are taken in, and only for them can you encrypt.</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>信任</source>
        <translation>Trusted</translation>
    </message>
</context>
<context>
    <name>DisputeBox</name>
    <message>
        <source>{field}：两人写法不同</source>
        <translation>{field}: two versions</translation>
    </message>
    <message>
        <source>两版都会留存</source>
        <translation>Both are kept</translation>
    </message>
    <message>
        <source>采用左</source>
        <translation>Use left</translation>
    </message>
    <message>
        <source>采用右</source>
        <translation>Use right</translation>
    </message>
    <message>
        <source>采用第 {0} 版</source>
        <translation>Use version {0}</translation>
    </message>
    <message>
        <source>两版都写</source>
        <translation>Keep both</translation>
    </message>
</context>
<context>
    <name>Disputes</name>
    <message>
        <source>检查表</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>不符合项</source>
        <translation>NCs</translation>
    </message>
    <message>
        <source>照片证据</source>
        <translation>Photo evidence</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>会议议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>会议</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>审核计划</source>
        <translation>Audit plan</translation>
    </message>
    <message>
        <source>访问</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>审核组</source>
        <translation>Audit team</translation>
    </message>
    <message>
        <source>申报与现场确认</source>
        <translation>Declared and confirmed</translation>
    </message>
    <message>
        <source>重要审核点</source>
        <translation>Key audit points</translation>
    </message>
    <message>
        <source>一阶段结果</source>
        <translation>Result of stage 1</translation>
    </message>
    <message>
        <source>审核报告</source>
        <translation>Audit report</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>受审核方</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>场所</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>审核记录</source>
        <translation>Audit notes</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>不符合事实</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>差距</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Requirement</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>照片说明</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>关联</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>姓名或名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>总体概述</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>现场确认值</source>
        <translation>Confirmed on site</translation>
    </message>
    <message>
        <source>申报值</source>
        <translation>Declared</translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation>End</translation>
    </message>
    <message>
        <source>受访人</source>
        <translation>Interviewee</translation>
    </message>
    <message>
        <source>查阅的文件</source>
        <translation>Documents seen</translation>
    </message>
    <message>
        <source>整改期限</source>
        <translation>Correction due</translation>
    </message>
    <message>
        <source>认证范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>受审核方答复</source>
        <translation>Client&apos;s answer</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>确认的依据</source>
        <translation>Basis of confirmation</translation>
    </message>
    <message>
        <source>影响</source>
        <translation>Consequence</translation>
    </message>
    <message>
        <source>审核目的</source>
        <translation>Objective</translation>
    </message>
    <message>
        <source>审核准则</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>计划人日</source>
        <translation>Planned person-days</translation>
    </message>
    <message>
        <source>现场人日</source>
        <translation>On-site person-days</translation>
    </message>
    <message>
        <source>风险等级</source>
        <translation>Risk class</translation>
    </message>
    <message>
        <source>专业代码</source>
        <translation>Technical codes</translation>
    </message>
    <message>
        <source>体系运行起始日</source>
        <translation>System running since</translation>
    </message>
    <message>
        <source>第一天</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>最后一天</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>注册地址</source>
        <translation>Registered address</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Contact phone</translation>
    </message>
    <message>
        <source>注册号</source>
        <translation>Registration no.</translation>
    </message>
    <message>
        <source>注册有效期</source>
        <translation>Registration valid until</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>手写笔迹，{count} 笔</source>
        <translation>handwriting, {count} strokes</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>把交接包（.age）拖到这里，或点按选择文件</source>
        <translation>Drop a package (.age) here, or press to choose a file</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>无拍摄时间</source>
        <translation>no time taken</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>拍摄</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>照片没有写明</source>
        <translation>Not in the photo</translation>
    </message>
    <message>
        <source>定位</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>尺寸</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>指纹</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>与 {numbers} 是同一个文件</source>
        <translation>Same file as {numbers}</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>照片没有拍摄时间</source>
        <translation>No time taken in the photo</translation>
    </message>
    <message>
        <source>{when}（相机时钟，无时区）</source>
        <translation>{when} (camera clock, no time zone)</translation>
    </message>
    <message>
        <source>{when}（相机时钟）</source>
        <translation>{when} (camera clock)</translation>
    </message>
    <message>
        <source>照片没有位置信息</source>
        <translation>No location in the photo</translation>
    </message>
    <message>
        <source>粘贴 {time}.png</source>
        <translation>粘贴 {time}.png</translation>
    </message>
</context>
<context>
    <name>EvidenceDetail</name>
    <message>
        <source>说明</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>关联的记录</source>
        <translation>Linked records</translation>
    </message>
    <message>
        <source>核对原件</source>
        <translation>Verify original</translation>
    </message>
    <message>
        <source>另存原件…</source>
        <translation>Save original…</translation>
    </message>
    <message>
        <source>选一张照片，这里写说明、看拍摄信息和关联。</source>
        <translation>Choose a photo to caption it and see its details and links.</translation>
    </message>
    <message>
        <source>原件未核对</source>
        <translation>Original not verified</translation>
    </message>
    <message>
        <source>还没有关联。在检查表或不符合项里选用这张照片。</source>
        <translation>Not linked yet. Use this photo in the checklist or in a nonconformity.</translation>
    </message>
    <message>
        <source>照片信息</source>
        <translation>Photo details</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>还没有照片</source>
        <translation>No photos yet</translation>
    </message>
    <message>
        <source>导入、拖入或粘贴照片；原件一字节不改，加密存放在本机。</source>
        <translation>Import, drop or paste photos; originals stay byte for byte, encrypted on this machine.</translation>
    </message>
    <message>
        <source>导入照片</source>
        <translation>Import photos</translation>
    </message>
    <message>
        <source>首次会议</source>
        <translation>Opening meeting</translation>
    </message>
    <message>
        <source>末次会议</source>
        <translation>Closing meeting</translation>
    </message>
    <message>
        <source>导入照片…</source>
        <translation>Import photos…</translation>
    </message>
    <message>
        <source>粘贴照片	Ctrl V</source>
        <translation>Paste photo	Ctrl V</translation>
    </message>
    <message>
        <source>核对选中照片的原件</source>
        <translation>Verify the original of the chosen photo</translation>
    </message>
    <message>
        <source>另存选中照片的原件…</source>
        <translation>Save the original of the chosen photo…</translation>
    </message>
    <message>
        <source>看大图</source>
        <translation>View large</translation>
    </message>
    <message>
        <source>上一张、下一张</source>
        <translation>Previous, next</translation>
    </message>
    <message>
        <source>放大、缩小、适合窗口</source>
        <translation>Zoom in, out, fit</translation>
    </message>
    <message>
        <source>粘贴照片</source>
        <translation>Paste photo</translation>
    </message>
    <message>
        <source>回到全部照片</source>
        <translation>Back to all photos</translation>
    </message>
    <message>
        <source>选择要导入的照片</source>
        <translation>Choose photos to import</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>已关联</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>未关联</source>
        <translation>Not linked</translation>
    </message>
    <message>
        <source>检查表</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>不符合项</source>
        <translation>NCs</translation>
    </message>
    <message>
        <source>会议</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>已移除关联，照片仍在审核中</source>
        <translation>Link removed; the photo stays in the audit</translation>
    </message>
    <message>
        <source>已导入 {count} 张照片</source>
        <translation>{count} photos imported</translation>
    </message>
    <message>
        <source>
另有 {count} 个文件</source>
        <translation>
and {count} more files</translation>
    </message>
    <message>
        <source>{count} 个文件没有导入，其余都已入库：
{listed}{rest}</source>
        <translation>{count} files were not imported; all others are kept:
{listed}{rest}</translation>
    </message>
</context>
<context>
    <name>FactDesk</name>
    <message>
        <source>删除“{name}”？</source>
        <translation>Delete &quot;{name}&quot;?</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>FactEditor</name>
    <message>
        <source>添加申报的事实</source>
        <translation>Add a declared fact</translation>
    </message>
    <message>
        <source>修改申报的事实</source>
        <translation>Change a declared fact</translation>
    </message>
    <message>
        <source>有效人数</source>
        <translation>有效人数</translation>
    </message>
    <message>
        <source>夜班人数</source>
        <translation>夜班人数</translation>
    </message>
    <message>
        <source>班次</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>固定场所</source>
        <translation>固定场所</translation>
    </message>
    <message>
        <source>临时场所</source>
        <translation>临时场所</translation>
    </message>
    <message>
        <source>认证范围</source>
        <translation>认证范围</translation>
    </message>
    <message>
        <source>体系运行起始日</source>
        <translation>体系运行起始日</translation>
    </message>
    <message>
        <source>常驻承包商人数</source>
        <translation>常驻承包商人数</translation>
    </message>
    <message>
        <source>在用特种设备</source>
        <translation>在用特种设备</translation>
    </message>
    <message>
        <source>人、处、台；没有就空着</source>
        <translation>e.g. 人, 处, 台; may be empty</translation>
    </message>
    <message>
        <source>事实</source>
        <translation>Fact</translation>
    </message>
    <message>
        <source>申报值</source>
        <translation>Declared</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>请写明是哪一项事实。</source>
        <translation>Say which fact it is.</translation>
    </message>
    <message>
        <source>请填写申报值。</source>
        <translation>Enter the declared value.</translation>
    </message>
</context>
<context>
    <name>FactHead</name>
    <message>
        <source>事实</source>
        <translation>Fact</translation>
    </message>
    <message>
        <source>申报</source>
        <translation>Declared</translation>
    </message>
    <message>
        <source>现场确认</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Difference</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>依据：{source}</source>
        <translation>Source: {source}</translation>
    </message>
    <message>
        <source>点按填写现场确认的值和依据</source>
        <translation>Click to enter what was confirmed and its source</translation>
    </message>
    <message>
        <source>申报 {declared}，现场 {confirmed}，{state}</source>
        <translation>declared {declared}, on site {confirmed}, {state}</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>一致</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>与申报不同</source>
        <translation>Differs</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>申报与现场确认</source>
        <translation>Declared and confirmed</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>{count} 处变化</source>
        <translation>{count} changes</translation>
    </message>
    <message>
        <source>还没有申报的事实。添加人数、班次、场所等，现场逐项确认。</source>
        <translation>Nothing declared yet. Add headcount, shifts, sites and so on, and confirm them on site.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>请填写数字，例如 8.5。</source>
        <translation>Enter a number such as 8.5.</translation>
    </message>
    <message>
        <source>人日以 0.5 为一档，例如 8 或 8.5。</source>
        <translation>Person-days go in steps of 0.5, such as 8 or 8.5.</translation>
    </message>
    <message>
        <source>请按 2026-03-12 的样子填写日期。</source>
        <translation>Enter the date as 2026-03-12.</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>FindingActs</name>
    <message>
        <source>还没有安排访问，不能开具不符合项。请先在概况中安排访问；没有改动任何数据。</source>
        <translation>No visit is planned yet, so no nonconformity can be raised. Plan a visit in the overview first; nothing was changed.</translation>
    </message>
    <message>
        <source>退回 {number}，重新整改</source>
        <translation>Send {number} back for new action</translation>
    </message>
    <message>
        <source>退回原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>删除草稿 {number}？</source>
        <translation>Delete draft {number}?</translation>
    </message>
    <message>
        <source>照片留在审核中；已写内容仍在日志里。</source>
        <translation>The photos stay in the audit; what was written stays in the journal.</translation>
    </message>
    <message>
        <source>删除草稿</source>
        <translation>Delete draft</translation>
    </message>
    <message>
        <source>{number} 不符合报告</source>
        <translation>{number} nonconformity report</translation>
    </message>
    <message>
        <source>保存不符合报告</source>
        <translation>Save nonconformity report</translation>
    </message>
</context>
<context>
    <name>FindingBoard</name>
    <message>
        <source>不符合项看板</source>
        <translation>Nonconformity board</translation>
    </message>
</context>
<context>
    <name>FindingDrawer</name>
    <message>
        <source>退回</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>未定条款</source>
        <translation>No clause</translation>
    </message>
    <message>
        <source>未定部门</source>
        <translation>No department</translation>
    </message>
    <message>
        <source>期限 {0}</source>
        <translation>Due {0}</translation>
    </message>
    <message>
        <source>未定期限</source>
        <translation>No due date</translation>
    </message>
    <message>
        <source>先裁定 {0} 处写法不同</source>
        <translation>Settle {0} differing versions first</translation>
    </message>
    <message>
        <source>已关闭，只能查看</source>
        <translation>Closed, read only</translation>
    </message>
    <message>
        <source>还缺：{0}</source>
        <translation>Missing: {0}</translation>
    </message>
    <message>
        <source>可以进入下一步</source>
        <translation>Ready for the next step</translation>
    </message>
    <message>
        <source>进入下一步：{0}</source>
        <translation>Next step: {0}</translation>
    </message>
    <message>
        <source>删除草稿</source>
        <translation>Delete draft</translation>
    </message>
    <message>
        <source>不符合报告 PDF</source>
        <translation>Nonconformity report PDF</translation>
    </message>
    <message>
        <source>上一项</source>
        <translation>Previous item</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next item</translation>
    </message>
    <message>
        <source>关闭（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>FindingForm</name>
    <message>
        <source>受审核方已签认，要求、证据、差距和分级不再改动。</source>
        <translation>The client has signed: requirement, evidence, gap and grade stay as they are.</translation>
    </message>
    <message>
        <source>{0} 件照片证据</source>
        <translation>{0} photos</translation>
    </message>
    <message>
        <source>归类（{0}）</source>
        <translation>Class ({0})</translation>
    </message>
    <message>
        <source>{0} 字</source>
        <translation>{0} characters</translation>
    </message>
    <message>
        <source>受审核方确认</source>
        <translation>Client&apos;s confirmation</translation>
    </message>
    <message>
        <source>原因与措施</source>
        <translation>Cause and action</translation>
    </message>
    <message>
        <source>整改证据</source>
        <translation>Evidence of action</translation>
    </message>
    <message>
        <source>验证</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>版本历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>定级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>定级理由：影响范围、是否系统失效、是否重复发生</source>
        <translation>Why this grade: extent, failure of the system, recurrence</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>条款 {0}</source>
        <translation>Clause {0}</translation>
    </message>
    <message>
        <source>整改期限 {0}</source>
        <translation>Due {0}</translation>
    </message>
    <message>
        <source>证据 {0} 张</source>
        <translation>{0} photos</translation>
    </message>
    <message>
        <source>还没有写事实。</source>
        <translation>No facts yet.</translation>
    </message>
    <message>
        <source>打开并编辑</source>
        <translation>Open and edit</translation>
    </message>
    <message>
        <source>结论是{0}，还没有开具不符合项。审核记录会带过去。</source>
        <translation>The verdict is {0}, and no nonconformity has been raised. The notes are taken along.</translation>
    </message>
    <message>
        <source>结论是{0}。这一项出自指南，指南不作要求，不能单独据此开具不符合项。</source>
        <translation>The verdict is {0}. This item comes from guidance, which requires nothing: no nonconformity can rest on it alone.</translation>
    </message>
    <message>
        <source>开具不符合项</source>
        <translation>Raise a nonconformity</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>已开出</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>待审计划</source>
        <translation>Plan to review</translation>
    </message>
    <message>
        <source>整改中</source>
        <translation>Being corrected</translation>
    </message>
    <message>
        <source>待验证</source>
        <translation>To verify</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已验证</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>退回草稿</source>
        <translation>Back to draft</translation>
    </message>
    <message>
        <source>开出</source>
        <translation>issue</translation>
    </message>
    <message>
        <source>提交整改计划</source>
        <translation>submit plan</translation>
    </message>
    <message>
        <source>接受整改计划</source>
        <translation>accept plan</translation>
    </message>
    <message>
        <source>提交整改证据</source>
        <translation>submit evidence</translation>
    </message>
    <message>
        <source>验证有效</source>
        <translation>verify</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Requirement</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>差距</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>标准条款</source>
        <translation>Clause of the standard</translation>
    </message>
    <message>
        <source>规则条款</source>
        <translation>Clause of the rules</translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>整改期限</source>
        <translation>Correction due</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>定级理由</source>
        <translation>Reason for the grade</translation>
    </message>
    <message>
        <source>归类</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>原因分析</source>
        <translation>Cause analysis</translation>
    </message>
    <message>
        <source>纠正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>纠正措施</source>
        <translation>Corrective action</translation>
    </message>
    <message>
        <source>整改证据</source>
        <translation>Evidence of action</translation>
    </message>
    <message>
        <source>验证说明</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>验证方式</source>
        <translation>Method of verification</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>异议</source>
        <translation>Objection</translation>
    </message>
    <message>
        <source>受审核方确认</source>
        <translation>Client&apos;s confirmation</translation>
    </message>
    <message>
        <source>审核员</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>已验证，待关闭</source>
        <translation>Verified, to be closed</translation>
    </message>
    <message>
        <source>未定期限</source>
        <translation>No due date</translation>
    </message>
    <message>
        <source>逾期 {0} 天</source>
        <translation>{0} days overdue</translation>
    </message>
    <message>
        <source>余 {0} 天</source>
        <translation>{0} days left</translation>
    </message>
    <message>
        <source>两人写法不同</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>受审核方有异议</source>
        <translation>Client objects</translation>
    </message>
    <message>
        <source>还缺 {0} 项</source>
        <translation>{0} missing</translation>
    </message>
    <message>
        <source>待受审核方确认</source>
        <translation>awaits the client</translation>
    </message>
    <message>
        <source>{0} 已签</source>
        <translation>Signed by {0}</translation>
    </message>
    <message>
        <source>计划已提交</source>
        <translation>Plan submitted</translation>
    </message>
    <message>
        <source>等整改证据</source>
        <translation>Awaits evidence</translation>
    </message>
    <message>
        <source>等验证</source>
        <translation>Awaits verification</translation>
    </message>
    <message>
        <source>还没有写事实</source>
        <translation>No facts written yet</translation>
    </message>
    <message>
        <source>建立</source>
        <translation>begun</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>严重</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>轻微</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>待裁定</source>
        <translation>To settle</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>轻微不符合</source>
        <translation>minor nonconformity</translation>
    </message>
    <message>
        <source>严重不符合</source>
        <translation>major nonconformity</translation>
    </message>
    <message>
        <source>检查表 {clause} 判为{grade}，还没有开具</source>
        <translation>Checklist {clause}: {grade} without a report</translation>
    </message>
    <message>
        <source>开具草稿</source>
        <translation>Draft it</translation>
    </message>
    <message>
        <source>{clause} 已有 {count} 条轻微，可能是系统失效，是否合并为严重？</source>
        <translation>{clause} has {count} minors: a failure of the system? Merge into a major?</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>还没有不符合项</source>
        <translation>No nonconformities yet</translation>
    </message>
    <message>
        <source>检查表判为不符合时可直接开具；也可以在这里新建。</source>
        <translation>Raise them from the checklist, or begin one here.</translation>
    </message>
    <message>
        <source>新建不符合项</source>
        <translation>New nonconformity</translation>
    </message>
    <message>
        <source>不符合报告 PDF</source>
        <translation>Nonconformity report PDF</translation>
    </message>
    <message>
        <source>在看板上移动</source>
        <translation>Move on the board</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>关闭抽屉</source>
        <translation>Close the drawer</translation>
    </message>
    <message>
        <source>看板：进入下一步</source>
        <translation>Board: next step</translation>
    </message>
    <message>
        <source>抽屉：进入下一步</source>
        <translation>Drawer: next step</translation>
    </message>
    <message>
        <source>上一项、下一项</source>
        <translation>Previous, next</translation>
    </message>
    <message>
        <source>采用左 / 两版都写 / 采用右</source>
        <translation>Use left / keep both / use right</translation>
    </message>
    <message>
        <source>{0} 项还没有开出</source>
        <translation>{0} not issued yet</translation>
    </message>
    <message>
        <source>两人写法不同，先裁定采用哪一版。没有进入下一步，两版都在。</source>
        <translation>Two people wrote it differently: settle which version counts. No step was taken, both versions are kept.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>本次审核</source>
        <translation>This audit</translation>
    </message>
    <message>
        <source>工作台</source>
        <translation>Workspace</translation>
    </message>
</context>
<context>
    <name>GateCard</name>
    <message>
        <source>能否进入下一步？</source>
        <translation>Ready for the next step?</translation>
    </message>
    <message>
        <source>先办第 1 件</source>
        <translation>Take the first</translation>
    </message>
    <message>
        <source>还不能</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>可以</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>还有 {count} 件未办</source>
        <translation>{count} still open</translation>
    </message>
    <message>
        <source>开始一阶段</source>
        <translation>Begin stage 1</translation>
    </message>
    <message>
        <source>策划完成</source>
        <translation>Planning done</translation>
    </message>
    <message>
        <source>开始现场审核</source>
        <translation>Begin on site</translation>
    </message>
    <message>
        <source>结束现场审核</source>
        <translation>End on site</translation>
    </message>
    <message>
        <source>编写报告</source>
        <translation>Reporting</translation>
    </message>
    <message>
        <source>交回办公室</source>
        <translation>Hand to the office</translation>
    </message>
    <message>
        <source>去打包</source>
        <translation>Pack it</translation>
    </message>
    <message>
        <source>全部步骤已走完</source>
        <translation>All steps taken</translation>
    </message>
    <message>
        <source>还差 {count} 件</source>
        <translation>{count} to do</translation>
    </message>
    <message>
        <source>没有必办事项，另有 {count} 件提示</source>
        <translation>Nothing stops you; {count} hints</translation>
    </message>
    <message>
        <source>必办事项都已办完</source>
        <translation>Everything required is done</translation>
    </message>
    <message>
        <source>步骤已走完，记录保持可读。用交接包发给办公室。</source>
        <translation>All steps are done; records stay readable. Send a package to the office.</translation>
    </message>
    <message>
        <source>没有未办事项，可以继续。</source>
        <translation>Nothing is open; go on.</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>显示全部 {count} 件</source>
        <translation>Show all {count}</translation>
    </message>
</context>
<context>
    <name>GuardCard</name>
    <message>
        <source>补签</source>
        <translation>Sign now</translation>
    </message>
    <message>
        <source>填写理由</source>
        <translation>Give a reason</translation>
    </message>
    <message>
        <source>· 另有 {0} 项，见名单</source>
        <translation>· {0} more, see the list</translation>
    </message>
    <message>
        <source>{clause}：缺{who}，须补签或填写缺席理由</source>
        <translation>{clause}: {who} missing; sign or give the reason for the absence</translation>
    </message>
    <message>
        <source>（另有 {0} 项）</source>
        <translation> ({0} more)</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>搜索页面、审核、命令</source>
        <translation>Search pages, audits</translation>
    </message>
</context>
<context>
    <name>HintCard</name>
    <message>
        <source>查什么</source>
        <translation>Look at</translation>
    </message>
    <message>
        <source>建议样本：{0}</source>
        <translation>Suggested sample: {0}</translation>
    </message>
    <message>
        <source>关联法规 {0}</source>
        <translation>Related law {0}</translation>
    </message>
    <message>
        <source>不记受访人姓名</source>
        <translation>Interviewees stay unnamed</translation>
    </message>
</context>
<context>
    <name>ImportTray</name>
    <message>
        <source>停止导入</source>
        <translation>Stop importing</translation>
    </message>
    <message>
        <source>正在导入 {done}/{total}</source>
        <translation>Importing {done}/{total}</translation>
    </message>
</context>
<context>
    <name>ItemDesk</name>
    <message>
        <source>请先选结论（按 1–5），或点“稍后再查”</source>
        <translation>Choose a verdict first (1–5), or &quot;Later&quot;</translation>
    </message>
    <message>
        <source>没有保存：{0}</source>
        <translation>Not saved: {0}</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>{0} 已保存</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>这一项还没有记录</source>
        <translation>Nothing recorded for this item</translation>
    </message>
    <message>
        <source>改动记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>没有改动</source>
        <translation>No changes</translation>
    </message>
    <message>
        <source>已从本项移除“{0}”，照片仍在本次审核中</source>
        <translation>&quot;{0}&quot; taken off this item; the photo stays in the audit</translation>
    </message>
    <message>
        <source>剪贴板里没有图片或文件</source>
        <translation>No picture or file on the clipboard</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制{name}</source>
        <translation>Copy {name}</translation>
    </message>
</context>
<context>
    <name>KeyPointEditor</name>
    <message>
        <source>添加重要审核点</source>
        <translation>Add a key point</translation>
    </message>
    <message>
        <source>修改重要审核点</source>
        <translation>Change a key point</translation>
    </message>
    <message>
        <source>例如 8.1.2 8.2</source>
        <translation>e.g. 8.1.2 8.2</translation>
    </message>
    <message>
        <source>看什么</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>标准条款</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>请写明看什么。</source>
        <translation>Say what to look at.</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>本机的公钥</source>
        <translation>Public keys of this device</translation>
    </message>
    <message>
        <source>发给对方登记，不怕别人看到</source>
        <translation>Send them to others; they are not secret</translation>
    </message>
    <message>
        <source>设备号</source>
        <translation>Device no.</translation>
    </message>
    <message>
        <source>签名公钥</source>
        <translation>Signing key</translation>
    </message>
    <message>
        <source>加密公钥</source>
        <translation>Encryption key</translation>
    </message>
    <message>
        <source>全部复制</source>
        <translation>Copy all</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开 {word}</source>
        <translation>Open {word}</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>移除与 {word} 的关联</source>
        <translation>Remove the link to {word}</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>只看稍后再查</source>
        <translation>Only those left for later</translation>
    </message>
    <message>
        <source>已查 {0} / {1} 项</source>
        <translation>{0} of {1} checked</translation>
    </message>
    <message>
        <source>今日计划还剩 {0} 项</source>
        <translation>{0} left in today&apos;s plan</translation>
    </message>
    <message>
        <source>还剩 {0} 项</source>
        <translation>{0} left</translation>
    </message>
    <message>
        <source>全部查完</source>
        <translation>All checked</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>NC</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>分组与筛选</source>
        <translation>Group and filter</translation>
    </message>
    <message>
        <source>在本检查表中查找</source>
        <translation>Find in this checklist</translation>
    </message>
    <message>
        <source>按条款</source>
        <translation>By clause</translation>
    </message>
    <message>
        <source>按规则</source>
        <translation>By rule</translation>
    </message>
    <message>
        <source>按部门</source>
        <translation>By department</translation>
    </message>
    <message>
        <source>全部展开</source>
        <translation>Unfold all</translation>
    </message>
    <message>
        <source>全部收起</source>
        <translation>Fold all</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>现场审核</source>
        <translation>Field audit</translation>
    </message>
    <message>
        <source>到处可用</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>还没有审核</source>
        <translation>No audits yet</translation>
    </message>
    <message>
        <source>请先新建一个审核</source>
        <translation>Start one first</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>{when} 已加密备份</source>
        <translation>Backed up {when}</translation>
    </message>
    <message>
        <source>离线 · 记录存于本机</source>
        <translation>Offline · kept here</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>page</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>program</translation>
    </message>
    <message>
        <source>切换页面</source>
        <translation>Switch page</translation>
    </message>
    <message>
        <source>搜索页面、审核、命令</source>
        <translation>Search pages, audits, commands</translation>
    </message>
    <message>
        <source>到下一个区域</source>
        <translation>Next region</translation>
    </message>
    <message>
        <source>立即保存</source>
        <translation>Save now</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>显示本表</source>
        <translation>This sheet</translation>
    </message>
    <message>
        <source>收起浮层</source>
        <translation>Put a panel away</translation>
    </message>
    <message>
        <source>有操作没有完成</source>
        <translation>Something was not done</translation>
    </message>
    <message>
        <source>正在处理…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>已自动保存 {time}</source>
        <translation>Saved {time}</translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message>
        <source>这次访问不开会议</source>
        <translation>This visit has no meeting</translation>
    </message>
    <message>
        <source>没有现场访问，或一阶段不在现场进行；沟通方式请写入审核记录。</source>
        <translation>No visit on site, or stage 1 is held off site; please note in the record how it was communicated.</translation>
    </message>
    <message>
        <source>已签 {0}</source>
        <translation>{0} in</translation>
    </message>
    <message>
        <source>添加参会人员</source>
        <translation>Add an attendee</translation>
    </message>
    <message>
        <source>预览签到表</source>
        <translation>Preview the list</translation>
    </message>
    <message>
        <source>结束会议</source>
        <translation>End the meeting</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>议程：讲完，下一项</source>
        <translation>Agenda: said, next</translation>
    </message>
    <message>
        <source>议程：撤销上一个勾</source>
        <translation>Agenda: undo the last tick</translation>
    </message>
    <message>
        <source>人员：请其签名；签名框：确认</source>
        <translation>People: ask to sign; pad: confirm</translation>
    </message>
    <message>
        <source>人员：缺席，写明理由</source>
        <translation>People: absent, with reason</translation>
    </message>
    <message>
        <source>修改人员信息</source>
        <translation>Change a person</translation>
    </message>
    <message>
        <source>签名框：撤销一笔</source>
        <translation>Pad: undo a stroke</translation>
    </message>
    <message>
        <source>签名框：清除；人员：从名单中删除</source>
        <translation>Pad: clear; people: take off the list</translation>
    </message>
    <message>
        <source>首次会议还没有召开</source>
        <translation>The opening meeting has not been held</translation>
    </message>
    <message>
        <source>召开后按议程提示逐项宣讲，参会人员当场签到。</source>
        <translation>Once it begins, the agenda prompts item by item and attendees sign on the spot.</translation>
    </message>
    <message>
        <source>末次会议还没有召开</source>
        <translation>The closing meeting has not been held</translation>
    </message>
    <message>
        <source>首次会议的参会人员会列入名单，再次签到；议程逐项提示。</source>
        <translation>Those of the opening meeting are listed and sign again; the agenda prompts item by item.</translation>
    </message>
    <message>
        <source>召开首次会议</source>
        <translation>Begin the opening meeting</translation>
    </message>
    <message>
        <source>召开末次会议</source>
        <translation>Begin the closing meeting</translation>
    </message>
    <message>
        <source>会议地点</source>
        <translation>Place of the meeting</translation>
    </message>
    <message>
        <source>签名没有保存，请再按一次确认</source>
        <translation>The signature was not saved; please confirm again</translation>
    </message>
    <message>
        <source>清除全部笔迹？</source>
        <translation>Clear all strokes?</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>会议签到表</source>
        <translation>Attendance list</translation>
    </message>
    <message>
        <source>保存签到表</source>
        <translation>Save the attendance list</translation>
    </message>
    <message>
        <source>结束会议？</source>
        <translation>End the meeting?</translation>
    </message>
    <message>
        <source>结束后签到表锁定，不能再签名或更改名单。</source>
        <translation>After that the list is locked: no signatures, no changes.</translation>
    </message>
    <message>
        <source> · 现场</source>
        <translation> · on site</translation>
    </message>
</context>
<context>
    <name>MeetingRoom</name>
    <message>
        <source>预览签到表</source>
        <translation>Preview the list</translation>
    </message>
    <message>
        <source>已讲 {0}</source>
        <translation>said {0}</translation>
    </message>
    <message>
        <source>审核组</source>
        <translation>Audit team</translation>
    </message>
    <message>
        <source>受审核方</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>已签名</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>正在签名</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>未签</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>会议已于 {time} 结束，签到表已锁定。更正请写入审核记录并说明原因。</source>
        <translation>The meeting ended at {time} and the list is locked. Write corrections into the audit notes with the reason.</translation>
    </message>
    <message>
        <source>名单上的人都已签到或写明缺席。可以结束会议，或继续添加人员。</source>
        <translation>Everybody listed has signed or is noted absent. End the meeting, or add people.</translation>
    </message>
    <message>
        <source>{time} 开始</source>
        <translation>began {time}</translation>
    </message>
    <message>
        <source>{name} 主持</source>
        <translation>chaired by {name}</translation>
    </message>
    <message>
        <source>{name} 记录</source>
        <translation>recorded by {name}</translation>
    </message>
    <message>
        <source>{time} 已结束，签到表已锁定</source>
        <translation>ended {time}, list locked</translation>
    </message>
    <message>
        <source>{0} 人未签</source>
        <translation>{0} not signed</translation>
    </message>
    <message>
        <source>{0} 人缺席未写理由</source>
        <translation>{0} absent without reason</translation>
    </message>
    <message>
        <source>还有 {0} 项未完成</source>
        <translation>{0} still open</translation>
    </message>
    <message>
        <source>可以结束会议</source>
        <translation>The meeting can end</translation>
    </message>
    <message>
        <source>结束首次会议</source>
        <translation>End the opening meeting</translation>
    </message>
    <message>
        <source>结束末次会议</source>
        <translation>End the closing meeting</translation>
    </message>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>参会人员</source>
        <translation>Attendees</translation>
    </message>
</context>
<context>
    <name>MemberEditor</name>
    <message>
        <source>添加审核组成员</source>
        <translation>Add a team member</translation>
    </message>
    <message>
        <source>修改审核组成员</source>
        <translation>Change a team member</translation>
    </message>
    <message>
        <source>未填写</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>例如 18.05.02 17.12.00</source>
        <translation>e.g. 18.05.02 17.12.00</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>已声明与受审核方无利害关系</source>
        <translation>Has declared to be impartial towards the client</translation>
    </message>
    <message>
        <source>已记下此人设备的公钥，来自该设备的记录会被接受。</source>
        <translation>The keys of this person&apos;s device are known; records from it are accepted.</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>请填写姓名。</source>
        <translation>Please give a name.</translation>
    </message>
    <message>
        <source>审核组里已有同名的人，请加以区分。</source>
        <translation>Somebody of this name is in the team already; tell them apart.</translation>
    </message>
    <message>
        <source>审核组已有组长。请先把原组长改为其他身份。</source>
        <translation>The team has a leader. Give the present one another role first.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>注册号</source>
        <translation>Registration no.</translation>
    </message>
    <message>
        <source>注册有效期至</source>
        <translation>Registered until</translation>
    </message>
    <message>
        <source>专业代码</source>
        <translation>Technical codes</translation>
    </message>
    <message>
        <source>实习指导人</source>
        <translation>Guided by</translation>
    </message>
    <message>
        <source>所属单位</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>职称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
</context>
<context>
    <name>MemberProgress</name>
    <message>
        <source>{0} 已查 {1} / {2}</source>
        <translation>{0}: {1} of {2} checked</translation>
    </message>
</context>
<context>
    <name>NewAuditEditor</name>
    <message>
        <source>新建审核</source>
        <translation>New audit</translation>
    </message>
    <message>
        <source>审核实施的地址，写入报告</source>
        <translation>Where the audit takes place; goes into the report</translation>
    </message>
    <message>
        <source>营业执照上的全称</source>
        <translation>Full name as on the licence</translation>
    </message>
    <message>
        <source>第一天</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>最后一天</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>受审核方</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>审核编号</source>
        <translation>Audit number</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rulebook</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>认证范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>规则按现在随程序发布的版次固定，以后换版不影响这次审核。</source>
        <translation>The rulebook is pinned in the edition shipped today; later editions do not touch this audit.</translation>
    </message>
    <message>
        <source>请填写受审核方。</source>
        <translation>Please name the client.</translation>
    </message>
    <message>
        <source>请填写审核编号。</source>
        <translation>Please give the audit number.</translation>
    </message>
    <message>
        <source>至</source>
        <translation>to</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>{visit}日期</source>
        <translation>Dates of {visit}</translation>
    </message>
</context>
<context>
    <name>NoteAids</name>
    <message>
        <source>这一项不记受访人姓名</source>
        <translation>Interviewees of this item stay unnamed</translation>
    </message>
    <message>
        <source>其他人…</source>
        <translation>Somebody else…</translation>
    </message>
    <message>
        <source>其他文件…</source>
        <translation>Another document…</translation>
    </message>
    <message>
        <source>受访人</source>
        <translation>Interviewee</translation>
    </message>
    <message>
        <source>姓名和岗位</source>
        <translation>Name and post</translation>
    </message>
    <message>
        <source>引用文件</source>
        <translation>Cite a file</translation>
    </message>
    <message>
        <source>文件名称和编号</source>
        <translation>Title and number</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>审核记录</source>
        <translation>Audit notes</translation>
    </message>
    <message>
        <source>看了什么、问了谁、抽了几份、结果如何</source>
        <translation>What was seen, who was asked, how many were sampled, with what result</translation>
    </message>
    <message>
        <source>常用语</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>受访人</source>
        <translation>Interviewee</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>引用文件</source>
        <translation>Cite a file</translation>
    </message>
    <message>
        <source>{0} 字</source>
        <translation>{0} chars</translation>
    </message>
</context>
<context>
    <name>NowView</name>
    <message>
        <source>概况</source>
        <translation>Overview</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>（还没有记录）</source>
        <translation>(nothing recorded yet)</translation>
    </message>
    <message>
        <source>策划</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>一阶段</source>
        <translation>Stage 1</translation>
    </message>
    <message>
        <source>不符合项</source>
        <translation>NCs</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>交回</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>组长签署</source>
        <translation>signed by the leader</translation>
    </message>
    <message>
        <source>封包给办公室</source>
        <translation>packed for the office</translation>
    </message>
    <message>
        <source>{day}已确认</source>
        <translation>confirmed {day}</translation>
    </message>
    <message>
        <source>待受审核方确认</source>
        <translation>awaits the client</translation>
    </message>
    <message>
        <source>本次不设</source>
        <translation>not this time</translation>
    </message>
    <message>
        <source>{count} 个重要审核点</source>
        <translation>{count} key points</translation>
    </message>
    <message>
        <source>未安排</source>
        <translation>not arranged</translation>
    </message>
    <message>
        <source>已查 {answered}/{items}</source>
        <translation>{answered}/{items} checked</translation>
    </message>
    <message>
        <source>末次会议后起算</source>
        <translation>counts from the closing meeting</translation>
    </message>
    <message>
        <source>{count} 项，未关闭 {open}</source>
        <translation>{count}, {open} open</translation>
    </message>
    <message>
        <source>去检查表</source>
        <translation>To checklist</translation>
    </message>
    <message>
        <source>去首次会议</source>
        <translation>To opening</translation>
    </message>
    <message>
        <source>去末次会议</source>
        <translation>To closing</translation>
    </message>
    <message>
        <source>去不符合项</source>
        <translation>To NCs</translation>
    </message>
    <message>
        <source>去报告</source>
        <translation>To report</translation>
    </message>
    <message>
        <source>去审核组</source>
        <translation>To team</translation>
    </message>
    <message>
        <source>编制计划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>登记确认</source>
        <translation>Note consent</translation>
    </message>
    <message>
        <source>写明结果</source>
        <translation>State result</translation>
    </message>
    <message>
        <source>看差异</source>
        <translation>See changes</translation>
    </message>
    <message>
        <source>并排比较</source>
        <translation>Compare</translation>
    </message>
</context>
<context>
    <name>OverviewHead</name>
    <message>
        <source>还没有审核组</source>
        <translation>No team yet</translation>
    </message>
    <message>
        <source>{visit} · 现场</source>
        <translation>{visit} · on site</translation>
    </message>
    <message>
        <source>规则 {number} {edition}（{day} 起）</source>
        <translation>Rules {number} {edition} (from {day})</translation>
    </message>
    <message>
        <source>日期未定</source>
        <translation>Dates open</translation>
    </message>
    <message>
        <source>地点未定</source>
        <translation>Place open</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>先办第 1 件	F9</source>
        <translation>Take the first	F9</translation>
    </message>
    <message>
        <source>编辑基本信息</source>
        <translation>Edit the basics</translation>
    </message>
    <message>
        <source>编辑审核组</source>
        <translation>Edit the team</translation>
    </message>
    <message>
        <source>编制审核计划</source>
        <translation>Make the audit plan</translation>
    </message>
    <message>
        <source>填写一阶段结果</source>
        <translation>Write the stage 1 result</translation>
    </message>
    <message>
        <source>查看变更记录</source>
        <translation>See the changes</translation>
    </message>
    <message>
        <source>备份…</source>
        <translation>Back up…</translation>
    </message>
    <message>
        <source>先办第 1 件</source>
        <translation>Take the first</translation>
    </message>
    <message>
        <source>在未办事项间移动</source>
        <translation>Walk the open points</translation>
    </message>
    <message>
        <source>去办选中的一件</source>
        <translation>Go and mend the chosen one</translation>
    </message>
    <message>
        <source>裁定：采用左、两版都写、采用右</source>
        <translation>Settle: take left, both, right</translation>
    </message>
    <message>
        <source>这一步记入日志，不能撤回。</source>
        <translation>The step is journalled and cannot be taken back.</translation>
    </message>
    <message>
        <source>还有提示没有处理：
{open}
这一步记入日志，不能撤回。</source>
        <translation>Still to be looked at:
{open}
The step is journalled and cannot be taken back.</translation>
    </message>
    <message>
        <source>{step}？</source>
        <translation>{step}?</translation>
    </message>
    <message>
        <source>选择移动盘或文件夹</source>
        <translation>Choose a removable disk or a folder</translation>
    </message>
    <message>
        <source>现场审核备份</source>
        <translation>现场审核备份</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>基本信息</source>
        <translation>Basics</translation>
    </message>
    <message>
        <source>审核组</source>
        <translation>Audit team</translation>
    </message>
    <message>
        <source>审核计划</source>
        <translation>Audit plan</translation>
    </message>
    <message>
        <source>一阶段</source>
        <translation>Stage 1</translation>
    </message>
    <message>
        <source>变更记录</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>已备份到 {folder}
日志 {entries} 条、照片 {photos} 张，备份已打开核对。</source>
        <translation>Backed up to {folder}
{entries} journal entries, {photos} photos; the backup was opened and checked.</translation>
    </message>
    <message>
        <source>备份完成</source>
        <translation>Backup done</translation>
    </message>
</context>
<context>
    <name>Packages</name>
    <message>
        <source>姓名：{name}
签名公钥：{key}
加密公钥：{recipient}</source>
        <translation>姓名：{name}
签名公钥：{key}
加密公钥：{recipient}</translation>
    </message>
    <message>
        <source>没有盖上设备的签名</source>
        <translation>not sealed by a device</translation>
    </message>
    <message>
        <source>来自没有登记的设备</source>
        <translation>from an unknown device</translation>
    </message>
    <message>
        <source>前面缺了几行，等补齐后再收</source>
        <translation>earlier lines are missing; taken in when they come</translation>
    </message>
    <message>
        <source>与前一行接不上</source>
        <translation>does not follow the line before</translation>
    </message>
    <message>
        <source>与本机已有的记录不一致</source>
        <translation>contradicts what is kept here</translation>
    </message>
    <message>
        <source>原因不明</source>
        <translation>reason unknown</translation>
    </message>
</context>
<context>
    <name>PackagesPage</name>
    <message>
        <source>接收交接包…</source>
        <translation>Receive a package…</translation>
    </message>
    <message>
        <source>复制本机的公钥</source>
        <translation>Copy the keys of this device</translation>
    </message>
    <message>
        <source>登记设备…</source>
        <translation>Add a device…</translation>
    </message>
    <message>
        <source>交接包存到</source>
        <translation>Save the package to</translation>
    </message>
    <message>
        <source>正在加密、写出并回读核对…</source>
        <translation>Encrypting, writing, reading back…</translation>
    </message>
    <message>
        <source>选择交接包</source>
        <translation>Choose a package</translation>
    </message>
    <message>
        <source>正在核对 {name}…</source>
        <translation>Verifying {name}…</translation>
    </message>
    <message>
        <source>正在收下 {name}…</source>
        <translation>Taking in {name}…</translation>
    </message>
    <message>
        <source>本机还没有的一次审核</source>
        <translation>An audit not yet on this machine</translation>
    </message>
    <message>
        <source>已写出 {path}
{size}，记录 {records} 行，照片 {photos} 张；已回读核对。</source>
        <translation>Written to {path}
{size}, {records} lines, {photos} photos; read back and checked.</translation>
    </message>
    <message>
        <source>不再信任 {name} 的这台设备？</source>
        <translation>Stop trusting this device of {name}?</translation>
    </message>
    <message>
        <source>以后不再收它签名的包。已收下的记录不受影响；需要时可以重新登记。</source>
        <translation>Its packages are no longer taken in. Records taken in before stay; it can be trusted again.</translation>
    </message>
    <message>
        <source>撤销信任</source>
        <translation>Revoke trust</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>收件人</source>
        <translation>Recipients</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>发出的包</source>
        <translation>Packages sent</translation>
    </message>
    <message>
        <source>还没有发出过交接包。</source>
        <translation>No package sent yet.</translation>
    </message>
    <message>
        <source>发件人</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>新记录</source>
        <translation>New</translation>
    </message>
    <message>
        <source>收到的包</source>
        <translation>Packages received</translation>
    </message>
    <message>
        <source>还没有收到过交接包。</source>
        <translation>No package received yet.</translation>
    </message>
    <message>
        <source>交接包</source>
        <translation>Packages</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>全部审核</source>
        <translation>All audits</translation>
    </message>
    <message>
        <source>检查表</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>首次会议</source>
        <translation>Opening meeting</translation>
    </message>
    <message>
        <source>末次会议</source>
        <translation>Closing meeting</translation>
    </message>
    <message>
        <source>照片证据</source>
        <translation>Photo evidence</translation>
    </message>
    <message>
        <source>不符合项</source>
        <translation>Nonconformities</translation>
    </message>
    <message>
        <source>概况</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>审核报告</source>
        <translation>Audit report</translation>
    </message>
    <message>
        <source>交接包</source>
        <translation>Packages</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>搜索页面、审核、命令（可用拼音首字母）</source>
        <translation>Search pages, audits, commands</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>搜索结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>没有找到。可以换个词，或输入拼音首字母。</source>
        <translation>Nothing found. Try another word.</translation>
    </message>
</context>
<context>
    <name>PdfDialog</name>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>文件页面</source>
        <translation>Pages of the document</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>在文件中查找</source>
        <translation>Find in the document</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>{0} 处</source>
        <translation>{0} hits</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>已签</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>正在签名</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>未签</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>缺席</source>
        <translation>Absent</translation>
    </message>
</context>
<context>
    <name>PeopleDelegate</name>
    <message>
        <source>未写理由</source>
        <translation>No reason given</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>参会人员</source>
        <translation>Attendees</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>受审核方</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>审核组</source>
        <translation>Audit team</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>添加参会人员（Insert）</source>
        <translation>Add an attendee (Insert)</translation>
    </message>
    <message>
        <source>应到 {expected} · 已签 {signed} · 未签 {unsigned} · 缺席 {absent}</source>
        <translation>{expected} expected · {signed} signed · {unsigned} open · {absent} absent</translation>
    </message>
    <message>
        <source>修改姓名、身份…	F2</source>
        <translation>Change name, role…	F2</translation>
    </message>
    <message>
        <source>缺席，写明理由…	A</source>
        <translation>Absent, with reason…	A</translation>
    </message>
    <message>
        <source>缺席，理由后补</source>
        <translation>Absent, reason later</translation>
    </message>
    <message>
        <source>改为到会</source>
        <translation>Present after all</translation>
    </message>
    <message>
        <source>从名单中删除	Del</source>
        <translation>Take off the list	Del</translation>
    </message>
    <message>
        <source>参会人员</source>
        <translation>Attendees</translation>
    </message>
</context>
<context>
    <name>Photo</name>
    <message>
        <source>原图不符</source>
        <translation>Original differs</translation>
    </message>
    <message>
        <source>已标注</source>
        <translation>Marked</translation>
    </message>
    <message>
        <source>没有说明的照片</source>
        <translation>Photo without a caption</translation>
    </message>
</context>
<context>
    <name>PhotoCanvas</name>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
</context>
<context>
    <name>PhotoDesk</name>
    <message>
        <source>导入照片</source>
        <translation>Import photos</translation>
    </message>
    <message>
        <source>粘贴的图片.png</source>
        <translation>pasted.png</translation>
    </message>
    <message>
        <source>有 {0} 个文件没有导入，其余的已保存：</source>
        <translation>{0} files were not imported, the others are saved:</translation>
    </message>
    <message>
        <source>照片说明</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>另存原件</source>
        <translation>Save original</translation>
    </message>
    <message>
        <source>原件不符</source>
        <translation>Original differs</translation>
    </message>
    <message>
        <source>原件完好 · {time} 核对</source>
        <translation>Original intact · verified {time}</translation>
    </message>
    <message>
        <source>已另存：{path}</source>
        <translation>Saved: {path}</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
</context>
<context>
    <name>PhotoOverlay</name>
    <message>
        <source>写说明…</source>
        <translation>Caption…</translation>
    </message>
    <message>
        <source>从本项移除</source>
        <translation>Take off this item</translation>
    </message>
</context>
<context>
    <name>PhotoPicker</name>
    <message>
        <source>关联所选照片</source>
        <translation>Link selected photos</translation>
    </message>
    <message>
        <source>请先选择照片。</source>
        <translation>Select photos first.</translation>
    </message>
    <message>
        <source>关联审核中已有的照片</source>
        <translation>Link photos of this audit</translation>
    </message>
</context>
<context>
    <name>PhotoSection</name>
    <message>
        <source>照片证据</source>
        <translation>Photo evidence</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>{0} 张</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 张原图不符</source>
        <translation>{0} originals differ</translation>
    </message>
    <message>
        <source>原图已校验</source>
        <translation>originals verified</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>照片证据</source>
        <translation>Photo evidence</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>没有说明</source>
        <translation>No caption</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>没有说明</source>
        <translation>No caption</translation>
    </message>
    <message>
        <source>上一张</source>
        <translation>Previous photo</translation>
    </message>
    <message>
        <source>下一张</source>
        <translation>Next photo</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>适合窗口</source>
        <translation>Fit window</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>导入照片证据</source>
        <translation>Import photos</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>审核计划</source>
        <translation>Audit plan</translation>
    </message>
    <message>
        <source>{visit} · {days} · {count} 个时段</source>
        <translation>{visit} · {days} · {count} slots</translation>
    </message>
    <message>
        <source>访问</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>计划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>还没有安排访问。初次认证先安排一阶段和二阶段。</source>
        <translation>No visits yet. For an initial audit arrange stage 1 and stage 2.</translation>
    </message>
    <message>
        <source>安排访问</source>
        <translation>Arrange a visit</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>部门与过程</source>
        <translation>Department and process</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>审核员</source>
        <translation>Auditors</translation>
    </message>
    <message>
        <source>场所</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>日程</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>这次访问还没有日程。检查表按日程中的部门和条款生成。</source>
        <translation>No slots yet. The checklist is made from their departments and clauses.</translation>
    </message>
    <message>
        <source>添加日程</source>
        <translation>Add a slot</translation>
    </message>
    <message>
        <source>确认人</source>
        <translation>Confirmed by</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>How</translation>
    </message>
    <message>
        <source>变更内容</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>受审核方确认</source>
        <translation>Client&apos;s confirmation</translation>
    </message>
    <message>
        <source>计划还没有经受审核方确认。</source>
        <translation>The client has not confirmed the plan yet.</translation>
    </message>
    <message>
        <source>登记确认</source>
        <translation>Note consent</translation>
    </message>
    <message>
        <source>未编制</source>
        <translation>not made</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>未填写</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>未派人</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>这次访问已有日程，不能删除。记录没有改变；请先删除它的日程。</source>
        <translation>This visit has slots and cannot be deleted. Nothing was changed; delete its slots first.</translation>
    </message>
</context>
<context>
    <name>PlanningPanel</name>
    <message>
        <source>删除“{name}”？</source>
        <translation>Delete &quot;{name}&quot;?</translation>
    </message>
    <message>
        <source>从列表中去掉；日志中仍留有记录。</source>
        <translation>It leaves the list; the journal keeps it.</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>PlanningTable</name>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>展开这一列</source>
        <translation>Unfold this column</translation>
    </message>
</context>
<context>
    <name>ReceiveCard</name>
    <message>
        <source>接收</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>先核对，再收下；核对不写入任何数据</source>
        <translation>Verified first, then taken in; verifying writes nothing</translation>
    </message>
    <message>
        <source>收下</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>信任这台设备…</source>
        <translation>Trust this device…</translation>
    </message>
    <message>
        <source>不收</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>打开这次审核</source>
        <translation>Open this audit</translation>
    </message>
    <message>
        <source>签名可信</source>
        <translation>Trusted signature</translation>
    </message>
    <message>
        <source>发件设备未登记</source>
        <translation>Sender not known</translation>
    </message>
    <message>
        <source>包是完整的，签名也对得上，但本机还不认识这台设备。请用电话或当面核对上面的设备号，一致后再信任。</source>
        <translation>The package is complete and its signature holds, but this device is not known here. Compare the device number by phone or in person before you trust it.</translation>
    </message>
    <message>
        <source>{title}：这个包以前收过，没有新的内容，什么也没有改动。</source>
        <translation>{title}: received before, nothing new, nothing changed.</translation>
    </message>
    <message>
        <source>已收下 {sender} 的交接包：{title}
新记录 {lines} 行，照片 {photos} 张</source>
        <translation>Taken in from {sender}: {title}
{lines} new lines, {photos} photos</translation>
    </message>
    <message>
        <source>暂扣 {count} 行：{why}。没有写入记录，原样留存</source>
        <translation>{count} lines held back: {why}. Not in the records, kept as they came</translation>
    </message>
    <message>
        <source>发件人</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>设备号</source>
        <translation>Device no.</translation>
    </message>
    <message>
        <source>第几包</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>第 {number} 包</source>
        <translation>package {number}</translation>
    </message>
    <message>
        <source>打包时间</source>
        <translation>Packed</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>日志 {lines} 行，照片 {photos} 张，{size}</source>
        <translation>{lines} lines, {photos} photos, {size}</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Files</translation>
    </message>
</context>
<context>
    <name>RecordStrip</name>
    <message>
        <source>审核记录校验码</source>
        <translation>Check code of the records</translation>
    </message>
    <message>
        <source>向双方宣读，并印在签到表上</source>
        <translation>Read out to both sides and printed on the list</translation>
    </message>
    <message>
        <source>复制校验码</source>
        <translation>Copy the check code</translation>
    </message>
    <message>
        <source>与首次会议签到对照</source>
        <translation>Compared with the opening meeting</translation>
    </message>
    <message>
        <source>校验码 {0}</source>
        <translation>Check code {0}</translation>
    </message>
    <message>
        <source>没有首次会议的签到</source>
        <translation>No list of the opening meeting</translation>
    </message>
    <message>
        <source>仅首次：{0}</source>
        <translation>Opening only: {0}</translation>
    </message>
    <message>
        <source>仅末次：{0}</source>
        <translation>Closing only: {0}</translation>
    </message>
    <message>
        <source>签到人员一致</source>
        <translation>The same people</translation>
    </message>
</context>
<context>
    <name>RefChip</name>
    <message>
        <source>去掉“{0}”</source>
        <translation>Remove &quot;{0}&quot;</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>推荐认证注册</source>
        <translation>Recommend certification</translation>
    </message>
    <message>
        <source>整改验证后推荐认证注册</source>
        <translation>Recommend certification after corrections are verified</translation>
    </message>
    <message>
        <source>不推荐认证注册</source>
        <translation>Do not recommend certification</translation>
    </message>
    <message>
        <source>建议保持认证资格</source>
        <translation>Keep the certificate</translation>
    </message>
    <message>
        <source>建议暂停认证资格</source>
        <translation>Suspend the certificate</translation>
    </message>
    <message>
        <source>建议撤销认证资格</source>
        <translation>Withdraw the certificate</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>组长填写的内容</source>
        <translation>What the leader writes</translation>
    </message>
    <message>
        <source>规则要求的其他内容</source>
        <translation>What else the rules demand</translation>
    </message>
    <message>
        <source>报告状态</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>去填写</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>已签署并锁定</source>
        <translation>Signed and locked</translation>
    </message>
    <message>
        <source>{name} 于 {when} 签署，第 {version} 版。
文件指纹 {code}</source>
        <translation>Signed by {name}, {when}, version {version}.
File hash {code}</translation>
    </message>
    <message>
        <source>缺 {count} 项</source>
        <translation>{count} missing</translation>
    </message>
    <message>
        <source>内容齐全</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>规则要求的内容都有了，可以签署。</source>
        <translation>All the rules demand is there; it can be signed.</translation>
    </message>
    <message>
        <source>{hint}；没有时写“不适用”及理由</source>
        <translation>{hint}; if none, write &quot;not applicable&quot; and why</translation>
    </message>
    <message>
        <source>组长的意见</source>
        <translation>The leader&apos;s words</translation>
    </message>
    <message>
        <source>体系运行的总体评价</source>
        <translation>Overall evaluation</translation>
    </message>
    <message>
        <source>有效之处</source>
        <translation>Strengths</translation>
    </message>
    <message>
        <source>与审核计划不一致之处</source>
        <translation>Deviations from the plan</translation>
    </message>
    <message>
        <source>影响结论的不确定因素</source>
        <translation>Uncertainties</translation>
    </message>
    <message>
        <source>审核结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>没有时写“无”；变更和缺席会自动列出</source>
        <translation>If none, write &quot;无&quot;; changes and absences are listed by themselves</translation>
    </message>
    <message>
        <source>抽样范围、未能看到的过程、证据的局限</source>
        <translation>Extent of sampling, processes not seen, limits of evidence</translation>
    </message>
    <message>
        <source>推荐意见</source>
        <translation>Recommendation</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>签署…</source>
        <translation>Sign…</translation>
    </message>
    <message>
        <source>已签署</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>有新的内容，预览稍后更新（F5 立即更新）</source>
        <translation>Something is new; the preview follows (F5: now)</translation>
    </message>
    <message>
        <source>更新报告预览	F5</source>
        <translation>Refresh the preview	F5</translation>
    </message>
    <message>
        <source>另存审核报告…</source>
        <translation>Save the report…</translation>
    </message>
    <message>
        <source>签署审核报告…</source>
        <translation>Sign the report…</translation>
    </message>
    <message>
        <source>更新预览</source>
        <translation>Refresh the preview</translation>
    </message>
    <message>
        <source>在报告中查找</source>
        <translation>Find in the report</translation>
    </message>
    <message>
        <source>放大、缩小预览</source>
        <translation>Zoom in, zoom out</translation>
    </message>
    <message>
        <source>正在编制…</source>
        <translation>Compiling…</translation>
    </message>
    <message>
        <source>另存审核报告</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>审核组长是 {leader}，现在使用的是 {me} 的资料库。仍要签署？</source>
        <translation>The leader is {leader}; this is the vault of {me}. Sign all the same?</translation>
    </message>
    <message>
        <source>仍要签署</source>
        <translation>Sign all the same</translation>
    </message>
    <message>
        <source>这份报告显示不出来；可以另存后用其他程序打开。</source>
        <translation>This report cannot be shown; save it and open it elsewhere.</translation>
    </message>
    <message>
        <source>{count} 页 · 未签署的稿子，内容随记录变化</source>
        <translation>{count} pages · unsigned draft, changes with the records</translation>
    </message>
    <message>
        <source>{count} 页 · 已签署并锁定</source>
        <translation>{count} pages · signed and locked</translation>
    </message>
    <message>
        <source>报告已锁定，文件指纹 {code} …
用“另存为…”得到 PDF 文件。</source>
        <translation>The report is locked, file hash {code} …
Use &quot;Save as…&quot; to get the PDF.</translation>
    </message>
    <message>
        <source>已另存：{path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>到“编写报告”这一步才能签署</source>
        <translation>Can be signed once the audit is at the report</translation>
    </message>
    <message>
        <source>还缺 {count} 项规则要求的内容</source>
        <translation>{count} things the rules demand are missing</translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>正在编制报告…</source>
        <translation>Compiling the report…</translation>
    </message>
    <message>
        <source>还没有预览</source>
        <translation>No preview yet</translation>
    </message>
    <message>
        <source>去编制审核计划</source>
        <translation>Plan the audit</translation>
    </message>
    <message>
        <source>还不能编制报告</source>
        <translation>No report yet</translation>
    </message>
</context>
<context>
    <name>SendCard</name>
    <message>
        <source>打包发出</source>
        <translation>Pack and send</translation>
    </message>
    <message>
        <source>加密后只有收件人能打开</source>
        <translation>Only the recipients can open it</translation>
    </message>
    <message>
        <source>要打包的审核</source>
        <translation>Audit to pack</translation>
    </message>
    <message>
        <source>还没有收件人。先在右边登记办公室或同组审核员的设备，填上加密公钥。</source>
        <translation>No recipients yet. Add the device of the office or of a colleague on the right, with its encryption key.</translation>
    </message>
    <message>
        <source>打包…</source>
        <translation>Pack…</translation>
    </message>
    <message>
        <source>先选择收件人</source>
        <translation>Choose recipients first</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>收件人</source>
        <translation>Recipients</translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>深色外观</source>
        <translation>Dark look</translation>
    </message>
    <message>
        <source>键盘快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>语言 Language</source>
        <translation>语言 Language</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>两人记录不同</source>
        <translation>Two records differ</translation>
    </message>
    <message>
        <source>选定的版本成为记录的内容；其他版本留在日志中，随时可查。</source>
        <translation>The chosen version becomes the record; the others stay in the journal.</translation>
    </message>
    <message>
        <source>两版都写</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>暂不裁定</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>采用{name}的版本</source>
        <translation>Take the version of {name}</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>键盘快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>现场审核</source>
        <translation>Field audit</translation>
    </message>
</context>
<context>
    <name>SignDesk</name>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>撤销一笔</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>确认后写入签到表，笔迹与时间一并封存</source>
        <translation>Goes into the attendance list; strokes and time are sealed</translation>
    </message>
    <message>
        <source>无法手写：键入姓名并说明原因</source>
        <translation>Cannot write: type name and reason</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>{name} 不能手写，键入签名</source>
        <translation>{name} cannot sign by hand: typed</translation>
    </message>
    <message>
        <source>不能手写的原因</source>
        <translation>Why not by hand</translation>
    </message>
    <message>
        <source>{name} 缺席</source>
        <translation>{name} is absent</translation>
    </message>
    <message>
        <source>缺席理由</source>
        <translation>Reason for absence</translation>
    </message>
    <message>
        <source>从名单中删除 {name}？</source>
        <translation>Take {name} off the list?</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>SignPanel</name>
    <message>
        <source>转向签名人</source>
        <translation>Turn round</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>接着签</source>
        <translation>Next to sign</translation>
    </message>
    <message>
        <source>下一位</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>未签</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>待补签</source>
        <translation>To sign</translation>
    </message>
</context>
<context>
    <name>SignReport</name>
    <message>
        <source>签署审核报告</source>
        <translation>Sign the report</translation>
    </message>
    <message>
        <source>{number}，组长 {name}。签署后报告锁定；需要更正时另出新版本并写明原因。</source>
        <translation>{number}, leader {name}. Signing locks the report; a correction is a new version with its reason.</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>撤销一笔</source>
        <translation>Undo a stroke</translation>
    </message>
    <message>
        <source>签署并锁定</source>
        <translation>Sign and lock</translation>
    </message>
    <message>
        <source>还没有笔迹，请在框内签名。</source>
        <translation>Nothing written yet; sign inside the frame.</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>签名框</source>
        <translation>Signature pad</translation>
    </message>
    <message>
        <source>用笔、手指或鼠标签名；不能手写的，用键入姓名</source>
        <translation>Sign with pen, finger or mouse; otherwise type the name</translation>
    </message>
    <message>
        <source>压感笔</source>
        <translation>Pen</translation>
    </message>
    <message>
        <source>手指</source>
        <translation>Finger</translation>
    </message>
    <message>
        <source>鼠标</source>
        <translation>Mouse</translation>
    </message>
    <message>
        <source>还没有笔迹</source>
        <translation>Nothing written yet</translation>
    </message>
    <message>
        <source>请本人在框内签名</source>
        <translation>Please sign in person inside the frame</translation>
    </message>
    <message>
        <source>签名线</source>
        <translation>Signature line</translation>
    </message>
    <message>
        <source>{0} 笔 · {1} 秒</source>
        <translation>{0} strokes · {1} s</translation>
    </message>
</context>
<context>
    <name>SignedCard</name>
    <message>
        <source>{time} 键入签名 · {reason}</source>
        <translation>typed {time} · {reason}</translation>
    </message>
    <message>
        <source>{time} 已签名</source>
        <translation>signed {time}</translation>
    </message>
</context>
<context>
    <name>SiteEditor</name>
    <message>
        <source>添加场所</source>
        <translation>Add a site</translation>
    </message>
    <message>
        <source>修改场所</source>
        <translation>Change a site</translation>
    </message>
    <message>
        <source>临时场所</source>
        <translation>Temporary site</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>活动</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>Headcount</translation>
    </message>
    <message>
        <source>班次</source>
        <translation>Shifts</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>请填写名称。</source>
        <translation>Enter a name.</translation>
    </message>
    <message>
        <source>请填写地址。</source>
        <translation>Enter an address.</translation>
    </message>
</context>
<context>
    <name>SlotEditor</name>
    <message>
        <source>添加日程</source>
        <translation>Add a slot</translation>
    </message>
    <message>
        <source>修改日程</source>
        <translation>Change a slot</translation>
    </message>
    <message>
        <source>标准条款，例如 8.1.2 8.2</source>
        <translation>Clauses, e.g. 8.1.2 8.2</translation>
    </message>
    <message>
        <source>未指定</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>日期不在这次访问之内（{days}）。</source>
        <translation>The day is not within the visit ({days}).</translation>
    </message>
    <message>
        <source>结束时间须晚于开始时间。</source>
        <translation>The end must be after the start.</translation>
    </message>
    <message>
        <source>请填写受审核的部门。</source>
        <translation>Enter the department.</translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation>End</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>开始和结束时间</source>
        <translation>From – to</translation>
    </message>
    <message>
        <source>场所</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>过程或活动</source>
        <translation>Process or activity</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>审核员</source>
        <translation>Auditors</translation>
    </message>
    <message>
        <source>审核组还没有人；先在“审核组”里添加。</source>
        <translation>The team is empty; add people under &quot;Audit team&quot;.</translation>
    </message>
</context>
<context>
    <name>SlotRow</name>
    <message>
        <source>{title}，尚未派人</source>
        <translation>{title}, nobody assigned</translation>
    </message>
    <message>
        <source>已过</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>时间已过，会议还没有结束</source>
        <translation>time has passed, the meeting has not ended</translation>
    </message>
    <message>
        <source>正在进行</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>未到</source>
        <translation>To come</translation>
    </message>
    <message>
        <source>尚未派人</source>
        <translation>Nobody assigned</translation>
    </message>
</context>
<context>
    <name>StackedBar</name>
    <message>
        <source>进度 {0} / {1}</source>
        <translation>Progress {0} of {1}</translation>
    </message>
</context>
<context>
    <name>Stage1Panel</name>
    <message>
        <source>一阶段结果</source>
        <translation>Result of stage 1</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>须先解决的问题</source>
        <translation>To be solved first</translation>
    </message>
    <message>
        <source>没有就空着</source>
        <translation>May be empty</translation>
    </message>
    <message>
        <source>登记送达…</source>
        <translation>Record delivery…</translation>
    </message>
    <message>
        <source>还没有安排一阶段。先在“审核计划”里安排访问。</source>
        <translation>Stage 1 is not arranged. Arrange it under &quot;Audit plan&quot;.</translation>
    </message>
    <message>
        <source>结果还没有书面送达受审核方。</source>
        <translation>The result has not been sent to the client in writing.</translation>
    </message>
    <message>
        <source>已于 {when} 送达，接收人 {name}</source>
        <translation>Delivered {when} to {name}</translation>
    </message>
    <message>
        <source>看什么</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>重要审核点</source>
        <translation>Key audit points</translation>
    </message>
    <message>
        <source>还没有。一阶段看到的要害之处记在这里，二阶段逐一现场验证。</source>
        <translation>None yet. What matters most in stage 1 is noted here and verified on site in stage 2.</translation>
    </message>
    <message>
        <source>添加审核点</source>
        <translation>Add a key point</translation>
    </message>
    <message>
        <source>登记送达</source>
        <translation>Record delivery</translation>
    </message>
    <message>
        <source>受审核方接收人</source>
        <translation>Received by</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>To come</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>审核进程</source>
        <translation>Steps of the audit</translation>
    </message>
</context>
<context>
    <name>TeamPanel</name>
    <message>
        <source>审核组</source>
        <translation>Audit team</translation>
    </message>
    <message>
        <source>把我加入审核组</source>
        <translation>Add me to the team</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>注册号</source>
        <translation>Registration no.</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>专业代码</source>
        <translation>Technical codes</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>公正性</source>
        <translation>Impartiality</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>还没有人。至少要有一名组长，才能开始审核。</source>
        <translation>Nobody yet. An audit needs at least a leader.</translation>
    </message>
    <message>
        <source>添加成员</source>
        <translation>Add a member</translation>
    </message>
    <message>
        <source>已声明</source>
        <translation>Declared</translation>
    </message>
    <message>
        <source>未声明</source>
        <translation>Not declared</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Known</translation>
    </message>
</context>
<context>
    <name>Thumb</name>
    <message>
        <source>原图不符</source>
        <translation>Original does not match</translation>
    </message>
    <message>
        <source>从这一项移除（照片仍在审核中）</source>
        <translation>Take off this finding (the photo stays in the audit)</translation>
    </message>
</context>
<context>
    <name>ThumbRow</name>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入照片作为证据</source>
        <translation>Import photos as evidence</translation>
    </message>
    <message>
        <source>关联</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>关联审核中已有的照片</source>
        <translation>Link photos of this audit</translation>
    </message>
    <message>
        <source>照片证据</source>
        <translation>Photo evidence</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>关闭提示</source>
        <translation>Close the message</translation>
    </message>
</context>
<context>
    <name>TodayCard</name>
    <message>
        <source>全部日程</source>
        <translation>Whole plan</translation>
    </message>
    <message>
        <source>{day} {weekday}</source>
        <translation>{day} {weekday}</translation>
    </message>
    <message>
        <source>{day} · 现在 {clock}</source>
        <translation>{day} · now {clock}</translation>
    </message>
    <message>
        <source>今日安排</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>下一个审核日</source>
        <translation>Next day of the audit</translation>
    </message>
    <message>
        <source>最后一个审核日</source>
        <translation>Last day of the audit</translation>
    </message>
    <message>
        <source>还没有日程。</source>
        <translation>No plan yet.</translation>
    </message>
    <message>
        <source>编制审核计划</source>
        <translation>Make the audit plan</translation>
    </message>
</context>
<context>
    <name>TrustEditor</name>
    <message>
        <source>登记设备</source>
        <translation>Add a device</translation>
    </message>
    <message>
        <source>修改登记</source>
        <translation>Change a device</translation>
    </message>
    <message>
        <source>把对方“全部复制”的内容粘贴在这里，下面会自动填好</source>
        <translation>Paste here what the other copied with &quot;Copy all&quot;; the fields fill themselves</translation>
    </message>
    <message>
        <source>age1…，只收不发可以空着</source>
        <translation>age1…, may be empty if you only receive</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>签名公钥</source>
        <translation>Signing key</translation>
    </message>
    <message>
        <source>加密公钥</source>
        <translation>Encryption key</translation>
    </message>
    <message>
        <source>登记前请用电话或当面核对，确认公钥确实是此人的。</source>
        <translation>Check by phone or in person that the keys are this person&apos;s.</translation>
    </message>
    <message>
        <source>信任</source>
        <translation>Trust</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>请填写姓名。</source>
        <translation>Please give a name.</translation>
    </message>
    <message>
        <source>签名公钥应以 RW 开头，共 56 个字符。</source>
        <translation>A signing key begins with RW and has 56 characters.</translation>
    </message>
    <message>
        <source>加密公钥应以 age1 开头。不需要加密给对方时可以空着。</source>
        <translation>An encryption key begins with age1. It may be empty.</translation>
    </message>
</context>
<context>
    <name>TurnedDesk</name>
    <message>
        <source>请签名：{name}</source>
        <translation>Please sign: {name}</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>撤销一笔</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
</context>
<context>
    <name>UnlockForm</name>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>用系统钥匙串解锁</source>
        <translation>Unlock with the system&apos;s keyring</translation>
    </message>
    <message>
        <source>口令不会保存在任何地方。忘记口令时，只有办公室的恢复密钥能打开资料库。</source>
        <translation>The passphrase is kept nowhere. If it is forgotten, only the office&apos;s recovery key opens the vault.</translation>
    </message>
    <message>
        <source>请输入口令。</source>
        <translation>Please type the passphrase.</translation>
    </message>
</context>
<context>
    <name>UnlockWindow</name>
    <message>
        <source>现场审核</source>
        <translation>Field audit</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>职业健康安全管理体系认证审核，全程离线</source>
        <translation>OHSMS certification audits, all offline</translation>
    </message>
    <message>
        <source>本机的资料库</source>
        <translation>Vaults on this machine</translation>
    </message>
    <message>
        <source>新建资料库</source>
        <translation>New vault</translation>
    </message>
    <message>
        <source>打开其他位置…</source>
        <translation>Open elsewhere…</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open the sample</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
</context>
<context>
    <name>VerdictButton</name>
    <message>
        <source>结论，按 {0} 选择</source>
        <translation>Verdict, press {0}</translation>
    </message>
</context>
<context>
    <name>VisitEditor</name>
    <message>
        <source>安排访问</source>
        <translation>Arrange a visit</translation>
    </message>
    <message>
        <source>修改访问</source>
        <translation>Change a visit</translation>
    </message>
    <message>
        <source>审核实施的地址，写入报告</source>
        <translation>Where the audit takes place; goes into the report</translation>
    </message>
    <message>
        <source>非现场实施</source>
        <translation>Off site</translation>
    </message>
    <message>
        <source>为什么可以不到现场</source>
        <translation>Why it may be off site</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>第一天</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>最后一天</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>非现场理由</source>
        <translation>Reason for off site</translation>
    </message>
    <message>
        <source>安排</source>
        <translation>Arrange</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>最后一天早于第一天。</source>
        <translation>The last day is before the first.</translation>
    </message>
    <message>
        <source>一次访问不会超过 60 天，请检查日期。</source>
        <translation>No visit lasts over 60 days; check the dates.</translation>
    </message>
    <message>
        <source>非现场实施须写明理由。</source>
        <translation>Give the reason for off site.</translation>
    </message>
</context>
<context>
    <name>WeightPill</name>
    <message>
        <source>停</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>警</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>注</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>初次认证</source>
        <translation>Initial</translation>
    </message>
    <message>
        <source>监督审核</source>
        <translation>Surveillance</translation>
    </message>
    <message>
        <source>再认证</source>
        <translation>Recertification</translation>
    </message>
    <message>
        <source>特殊审核</source>
        <translation>Special</translation>
    </message>
    <message>
        <source>策划中</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>一阶段</source>
        <translation>Stage 1</translation>
    </message>
    <message>
        <source>现场审核</source>
        <translation>Field audit</translation>
    </message>
    <message>
        <source>整改跟踪</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>编写报告</source>
        <translation>Reporting</translation>
    </message>
    <message>
        <source>已交办公室</source>
        <translation>With the office</translation>
    </message>
    <message>
        <source>已终止</source>
        <translation>Terminated</translation>
    </message>
    <message>
        <source>已发证</source>
        <translation>Certified</translation>
    </message>
    <message>
        <source>不予认证</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>二阶段</source>
        <translation>Stage 2</translation>
    </message>
    <message>
        <source>不符合跟踪</source>
        <translation>NC follow-up</translation>
    </message>
    <message>
        <source>审核组长</source>
        <translation>Team leader</translation>
    </message>
    <message>
        <source>审核员</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>实习审核员</source>
        <translation>Trainee auditor</translation>
    </message>
    <message>
        <source>技术专家</source>
        <translation>Technical expert</translation>
    </message>
    <message>
        <source>{month} 月 {day} 日</source>
        <translation>{day}/{month}</translation>
    </message>
    <message>
        <source>{first} 至 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{visit} · 第 {day}/{days} 天</source>
        <translation>{visit} · day {day}/{days}</translation>
    </message>
    <message>
        <source>办公室</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>待查</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>符合</source>
        <translation>Conforming</translation>
    </message>
    <message>
        <source>观察项</source>
        <translation>Observation</translation>
    </message>
    <message>
        <source>轻微不符合</source>
        <translation>Minor NC</translation>
    </message>
    <message>
        <source>严重不符合</source>
        <translation>Major NC</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>严重</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>轻微</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>最高管理者</source>
        <translation>Top management</translation>
    </message>
    <message>
        <source>职业健康安全代表</source>
        <translation>OHS representative</translation>
    </message>
    <message>
        <source>职能部门负责人</source>
        <translation>Department head</translation>
    </message>
    <message>
        <source>员工</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>其他人员</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>组长</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>已查 {0} / {1}</source>
        <translation>{0} of {1} checked</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>首次会议</source>
        <translation>Opening meeting</translation>
    </message>
    <message>
        <source>末次会议</source>
        <translation>Closing meeting</translation>
    </message>
    <message>
        <source>审核组会议</source>
        <translation>Team meeting</translation>
    </message>
    <message>
        <source>具备二阶段条件</source>
        <translation>Ready for stage 2</translation>
    </message>
    <message>
        <source>解决所列问题后可进入二阶段</source>
        <translation>Ready once the listed points are solved</translation>
    </message>
    <message>
        <source>尚不具备二阶段条件</source>
        <translation>Not ready for stage 2</translation>
    </message>
    <message>
        <source>{name}（组长）等 {count} 人</source>
        <translation>{name} (leader), {count} in all</translation>
    </message>
    <message>
        <source>{name}（组长）</source>
        <translation>{name} (leader)</translation>
    </message>
    <message>
        <source>专家 {names}</source>
        <translation>Experts {names}</translation>
    </message>
    <message>
        <source>实习 {names}</source>
        <translation>Trainees {names}</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>已开具</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>已提交整改计划</source>
        <translation>Plan submitted</translation>
    </message>
    <message>
        <source>整改中</source>
        <translation>Being corrected</translation>
    </message>
    <message>
        <source>待验证</source>
        <translation>To verify</translation>
    </message>
    <message>
        <source>已验证</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
</context>
<context>
    <name>_Passphrase</name>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>再输入一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>请输入口令。</source>
        <translation>Please type the passphrase.</translation>
    </message>
    <message>
        <source>口令至少 8 个字符。</source>
        <translation>At least 8 characters.</translation>
    </message>
    <message>
        <source>两次输入的口令不一致。</source>
        <translation>The two passphrases differ.</translation>
    </message>
</context>
<context>
    <name>_PersonRow</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>全部审核</source>
        <translation>All audits</translation>
    </message>
</context>
</TS>
