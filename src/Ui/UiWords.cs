using Saima.Kernel.Refusals;

namespace Saima.Ui;

/// <summary>What the frame of every page says.</summary>
public static class UiWords
{
    public static Phrase Product { get; } = new("赛马", "Saima");

    public static Phrase Tagline { get; } = new("重大项目公开看板", "Public board of major projects");

    public static Phrase Description { get; } = new(
        "重大项目双月赛马晾晒：各赛道、各单位的名次、旗和得分，为什么，以及怎样复核。", "Major projects raced every two months: ranks, flags and scores by lane and unit, why, and how anybody can check them.");

    public static Phrase Skip { get; } = new("跳到正文", "Skip to content");

    public static Phrase SignIn { get; } = new("登录", "Sign in");

    public static Phrase Reminders { get; } = new("提醒", "Reminders");

    public static Phrase Navigation { get; } = new("主导航", "Main navigation");

    public static Phrase Here { get; } = new("当前位置", "You are here");

    public static Phrase Language { get; } = new("语言", "Language");

    public static Phrase LargeText { get; } = new("大字版", "Large text");

    public static Phrase NormalText { get; } = new("标准版", "Normal text");

    public static Phrase Look { get; } = new("外观", "Look");

    public static Phrase Theme(string theme) => theme switch
    {
        Preferences.Light => new("浅色", "Light"),
        Preferences.Dark => new("深色", "Dark"),
        _ => new("跟随系统", "As the system"),
    };

    public static Phrase PublicationLog { get; } = new("公开日志：每次公布都有登记，谁也改不了", "Publication log: every publication is entered, and none can be changed");

    public static Phrase VerifyTitle { get; } = new("人人可以复核", "Anybody can check this");

    public static Phrase Verify { get; } = new(
        "每一轮的名次、得分和旗都由公开的规则集从公开的数据算出。下载一轮的结果包，在任何一台电脑上用 saima race verify 就能从头重新计算并逐字节比对。",
        "Every rank, score and flag is computed by published rules from published data. Download a round's bundle: on any computer, saima race verify computes everything again and compares byte by byte.");

    public static Phrase BundleHash { get; } = new("结果包指纹（SHA-256）", "Fingerprint of the bundle (SHA-256)");

    public static Phrase DownloadBundle { get; } = new("下载结果包", "Download the bundle");

    public static Phrase GoneTitle { get; } = new("这里的内容已经撤下", "This was taken down");

    public static Phrase GoneText { get; } = new("公示期已满，或者发布单位已经把它撤下，现在不再提供。需要的可以向发布单位申请公开。", "Its notice has ended or the publisher has taken it down; it is not shown now. You may apply to the publisher for it.");

    public static Phrase NotFoundTitle { get; } = new("没有这个页面", "There is no such page");

    public static Phrase NotFoundText { get; } = new(
        "地址可能写错了，或者这一轮还没有公布。只有已公布的结果才会出现在这里。",
        "The address may be mistyped, or the round has not been published yet. Only published results appear here.");

    public static Phrase ClosedTitle { get; } = new("您没有这项职责", "You hold no duty for this");

    public static Phrase ClosedNeeds { get; } = new("打开它要有这些职责之一：", "It is open to whoever holds one of these duties:");

    public static Phrase Or { get; } = new("、", ", ");

    public static Phrase ClosedText { get; } = new(
        "这一页或这个操作不在您的职责之内。需要的话，请安全管理员授予职责。", "This page, or what you tried to do, is not among your duties. If it should be, ask the security administrator.");

    public static Phrase SignInTitle { get; } = new("请先登录", "Sign in first");

    public static Phrase SignInText { get; } = new("您还没有登录，或者离开得太久，已自动退出。刚才填写的内容没有保存。", "You are not signed in, or were away for too long. What was typed just now is not saved.");

    public static Phrase StaleTitle { get; } = new("表单已经失效", "The form is out of date");

    public static Phrase StaleText { get; } = new(
        "页面打开后平台重新启动过，这次没有保存。请按浏览器的后退键，填的内容还在，刷新后再保存。",
        "The platform was started anew after the page was opened, and nothing was saved. Go back in the browser, where what you typed still is, and save again after reloading.");

    public static Phrase TooLargeTitle { get; } = new("文件太大", "The file is too large");

    public static Phrase TooLargeText { get; } = new("文件超过这个页面能收的大小，没有保存任何内容。请按后退键换一个文件。", "The file is larger than this page takes, and nothing was kept. Go back and choose another.");

    public static Phrase TooOftenTitle { get; } = new("试得太多，先等一会", "Too many tries; wait for a while");

    public static Phrase TooOftenText { get; } = new(
        "从这个网络地址登录失败的次数太多。请十五分钟后再试；忘了密码，请安全管理员重设。", "Signing in failed too often from this network address. Try again in a quarter of an hour; if the password is forgotten, ask the security administrator.");

    public static Phrase ErrorTitle { get; } = new("页面暂时打不开", "This page cannot be shown right now");

    public static Phrase ErrorText { get; } = new(
        "系统出了错，已经记录下来。请稍后再试；如果一直这样，请把下面的编号告诉项目办。",
        "Something went wrong and has been recorded. Please try again later; if it goes on, tell the project office the number below.");

    public static Phrase ErrorNumber { get; } = new("编号", "Number");

    public static Phrase BackHome { get; } = new("回到首页", "Back to the front page");

    public static Phrase Previous { get; } = new("上一页", "Previous");

    public static Phrase Next { get; } = new("下一页", "Next");

    public static Phrase Pages { get; } = new("翻页", "Pages");

    public static Phrase PageOf(long page, long pages) => new($"第 {page} 页，共 {pages} 页", $"Page {page} of {pages}");

    public static Phrase SortBy(Phrase column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new($"按{column.Zh}排序", $"Sort by {column.En}");
    }

    public static Phrase Columns { get; } = new("显示的列", "Columns");

    public static Phrase Show { get; } = new("按此显示", "Show these");

    public static Phrase InForce { get; } = new("已选条件", "Filtered by");

    public static Phrase Without(string label, string value) => new($"去掉条件：{label} {value}", $"Drop the condition: {label} {value}");

    public static Phrase ClearAll { get; } = new("清除条件", "Clear");

    public static Phrase Find { get; } = new("查找", "Find");

    public static Phrase Choose { get; } = new("请选择", "choose");

    public static Phrase Dismiss { get; } = new("关闭提示", "Dismiss");

    public static Phrase Loading { get; } = new("正在读取…", "Loading…");

    public static Phrase Where { get; } = new("位置", "Where");

    public static Phrase Found { get; } = new("现有内容", "Found");

    public static Phrase Blank { get; } = new("（空）", "(blank)");

    public static Phrase WhatIsWrong { get; } = new("问题", "What is wrong");

    public static Phrase Remedy { get; } = new("怎样改", "Remedy");

    public static Phrase Row(long row) => new($"第 {row} 行", $"row {row}");

    public static Phrase ProblemCount(int count) => new($"共 {count:#,0} 处", count == 1 ? "1 problem" : $"{count:#,0} problems");

    public static Phrase AndMore(int count) => new($"还有 {count:#,0} 处没有列出。", $"{count:#,0} more are not listed.");

    public static Phrase ChartTable { get; } = new("图中的数字", "The figures of the chart");

    public static Phrase ChartFault { get; } = new("图没有画出来，请看下面的数字，或刷新页面再试。", "The chart could not be drawn; see the figures below, or reload the page.");

    public static Phrase NoScriptChart { get; } = new("浏览器没有开启脚本，不画图；数字都在下面的表里。", "Scripts are off, so no chart is drawn; all figures are in the table below.");

    public static Phrase NoScriptMap { get; } = new("浏览器没有开启脚本，不显示地图；下面的表里有同样的内容。", "Scripts are off, so no map is shown; the table below says the same.");

    public static Phrase MapFault { get; } = new("地图上的点没有读到，请刷新页面再试；下面的表里有同样的内容。", "The points of the map could not be read; reload the page, or see the table below.");

    public static Phrase ZoomIn { get; } = new("放大", "Zoom in");

    public static Phrase ZoomOut { get; } = new("缩小", "Zoom out");

    public static Phrase Layers { get; } = new("图层", "Layers");

    public static Phrase Streets { get; } = new("天地图·矢量", "Tianditu, streets");

    public static Phrase Picture { get; } = new("天地图·影像", "Tianditu, imagery");

    public static Phrase TilesSource(string? approval) => approval is null
        ? new("底图：天地图（国家地理信息公共服务平台），审图号见天地图网站", "Base map: Tianditu; its approval number is on its site")
        : new($"底图：天地图，审图号：{approval}", $"Base map: Tianditu, approval {approval}");

    public static Phrase ClusterOf { get; } = new("{0} 个项目，点击放大", "{0} projects; click to zoom in");
}
