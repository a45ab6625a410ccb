<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AddTile</name>
    <message>
        <source>拖入或拍照</source>
        <translation>Drop or take a photo</translation>
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
        <source>导入办公室发来的交接包，审核会出现在这里。</source>
        <translation>Import a package from the office and the audit appears here.</translation>
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
        <translation>Nonconformities</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
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
    <name>FilterChips</name>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
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
    <name>Header</name>
    <message>
        <source>搜索页面、审核、命令</source>
        <translation>Search pages, audits, commands</translation>
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
        <translation>Offline · kept on this machine</translation>
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
    <name>MemberProgress</name>
    <message>
        <source>{0} 已查 {1} / {2}</source>
        <translation>{0}: {1} of {2} checked</translation>
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
    <name>Pages</name>
    <message>
        <source>全部审核</source>
        <translation>All audits</translation>
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
    <name>PhotoGrid</name>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
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
        <translation>Undo a stroke</translation>
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
        <translation>Cannot sign by hand: type the name and the reason</translation>
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
    <name>StackedBar</name>
    <message>
        <source>进度 {0} / {1}</source>
        <translation>Progress {0} of {1}</translation>
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
