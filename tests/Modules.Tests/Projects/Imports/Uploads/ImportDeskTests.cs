using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Ledger;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports.Uploads;

public sealed class ImportDeskTests
{
    private const string Sheet = "项目编号,项目名称,责任单位,属地,项目类别,总投资（万元）,年度计划投资（万元）,计划开工时间\n"
        + "示1,示例甲厂房,示例街道,示例街道,新开工,12000.5,3000,2023-02-01\n示2,示例乙道路,示例镇,示例镇,续建,8000,1500,2022-03-01\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_empty_register_is_filled_from_a_spreadsheet_seen_first_and_undone_as_one_correction(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var desk = new DeskVisit(site);
        SampleBoard.Links(await site.Client.GetStringAsync("/projects", Cancel)).ShouldContain("/import");

        var upload = await desk.DropText("台账.csv", Sheet);
        var seen = await desk.Text(upload);
        seen.ShouldContain("没有发现问题。");
        seen.ShouldContain("项目 2 2 0 0");
        seen.ShouldContain("示例甲厂房");
        (await data.Open().Set<RegisterChange>().CountAsync(Cancel)).ShouldBe(0);

        (await (await desk.Form(upload, "import")).Send(("by", "王五"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await desk.Import(upload);
        var done = await site.Client.GetStringAsync(upload, Cancel);
        SampleBoard.Text(done).ShouldContain("已写入登记簿。");
        SampleBoard.Links(done).ShouldContain("/changes/1");
        var change = await data.Open().Set<RegisterChange>().SingleAsync(Cancel);
        (change.By, change.Reason, change.Source, change.Season, change.Added).ShouldBe(("王五", "建账", "台账.csv", 2023, 4));
        (await data.Open().Set<ProjectFact>().SingleAsync(fact => fact.Project == "示1", Cancel)).TotalInvestment.ShouldBe(120_005_000);

        var page = await desk.Text("/changes/1");
        page.ShouldContain("项目（2 条）");
        (await (await desk.Form("/changes/1", "undo")).Send(("by", "赵六"), ("reason", "错了一列"))).Headers.Location!.PathAndQuery.ShouldBe("/changes/2?saved=undone");
        (await data.Open().Set<ProjectFact>().CountAsync(fact => fact.SupersededBy == null && !fact.Withdrawn, Cancel)).ShouldBe(0);
        (await desk.Text("/changes/1")).ShouldContain("已被变更 2 撤销");
        (await desk.Text("/changes")).ShouldContain("撤销变更 1");
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_column_nobody_knows_is_matched_by_hand_and_the_mapping_is_kept_for_the_next_file(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var desk = new DeskVisit(site);
        var strange = Sheet.Replace("年度计划投资（万元）", "今年的数", StringComparison.Ordinal);
        var upload = await desk.DropText("奇怪的表.csv", strange);
        (await desk.Text(upload)).ShouldContain("没有认出必需的列 annual_plan");
        (await desk.Text(upload)).ShouldContain("还有错误，改好后才能导入。");

        await desk.Send(upload, "columns", ("c-annual_plan", "今年的数"));
        var seen = await desk.Text(upload);
        seen.ShouldContain("没有发现问题。");
        (await site.Client.GetStringAsync(upload + "/mapping.json", Cancel)).ShouldContain("今年的数");

        var kept = await (await desk.Form(upload, "keep")).Send(("name", "示例台账"));
        SampleBoard.Text(await kept.Content.ReadAsStringAsync(Cancel)).ShouldContain("映射已存为“示例台账”。");
        var next = await desk.DropText("下个月.csv", strange.Replace("1500", "1600", StringComparison.Ordinal));
        await desk.Send(next, "shelf", ("shelved", "示例台账"));
        (await desk.Text(next)).ShouldContain("正在使用映射“示例台账”。");
        await desk.Import(next);
        (await data.Open().Set<ProjectFact>().SingleAsync(fact => fact.Project == "示2", Cancel)).AnnualPlan.ShouldBe(16_000_000);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_the_desk_exported_comes_back_in_and_only_what_was_corrected_is_written(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var desk = new DeskVisit(site);
        foreach (var language in new[] { "zh-Hans", "en" })
        {
            var list = await desk.Drop("saima-projects-2023.xlsx", await site.Client.GetByteArrayAsync("/projects/2023.xlsx?lang=" + language, Cancel));
            var same = await desk.Text(list);
            same.ShouldContain("没有发现问题。", customMessage: language);
            same.ShouldContain("项目 90 0 0 90", customMessage: language);
            var whole = await desk.Drop("saima-register-2023.xlsx", await site.Client.GetByteArrayAsync("/import/season/2023.xlsx?lang=" + language, Cancel));
            (await desk.Text(whole)).ShouldContain("项目 90 0 0 90", customMessage: language);
        }

        var text = "项目编号,项目名称,责任单位,项目类别,总投资（万元）,年度计划（万元）\nP038,示例·医院门诊楼,示例卫健局,新开工,1,2\n";
        var before = await data.Open().Set<ProjectFact>().SingleAsync(fact => fact.Project == "P038" && fact.SupersededBy == null, Cancel);
        var unit = await data.Open().Set<UnitFact>().SingleAsync(fact => fact.Code == before.Unit, Cancel);
        var part = await desk.DropText("一行.csv", text.Replace("示例卫健局", unit.Name, StringComparison.Ordinal));
        await desk.Import(part);
        var after = await data.Open().Set<ProjectFact>().SingleAsync(fact => fact.Project == "P038" && fact.SupersededBy == null, Cancel);
        // What the file does not speak of stays as the register has it.
        (after.AnnualPlan, after.PlannedStart, after.Town, after.OpeningCumulative, after.Unit).ShouldBe((20_000, before.PlannedStart, before.Town, before.OpeningCumulative, before.Unit));
        (await data.Open().Set<UnitFact>().CountAsync(fact => fact.SupersededBy == null && fact.Class != unit.Class && fact.Code == unit.Code, Cancel)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Bad_files_are_answered_by_a_sentence_and_change_nothing(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var desk = new DeskVisit(site);
        (await desk.TurnedAway("合同.pdf", [1, 2, 3])).ShouldContain("“合同.pdf”不是表格，也不是数据包。");
        (await desk.TurnedAway("空.csv", [])).ShouldContain("“空.csv”是空文件。");
        (await desk.TurnedAway("台账.csv", [65], "去年")).ShouldContain("“去年”不是年度。");
        (await desk.Text(await desk.Drop("坏.zip", "PK\u0003\u0004 broken"u8.ToArray()))).ShouldContain("处错误");
        (await desk.Text(await desk.Drop("坏.xlsx", "PK\u0003\u0004 broken"u8.ToArray()))).ShouldContain("读不出来");
        (await desk.Text(await desk.Drop("旧.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0]))).ShouldContain("旧的 .xls");

        var live = await desk.DropText("公式.csv", Sheet.Replace("示例乙道路", "=HYPERLINK(1)", StringComparison.Ordinal));
        var page = await desk.Text(live);
        page.ShouldContain("1 处错误，0 处提醒");
        page.ShouldContain("第 3 行 · 项目名称");
        page.ShouldContain("表格软件会把它当成公式");
        page.ShouldContain("还有错误，改好后才能导入。");
        using var annotated = await site.Client.GetAsync(live + "/annotated.xlsx", Cancel);
        annotated.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await annotated.Content.ReadAsByteArrayAsync(Cancel))[..2].ShouldBe("PK"u8.ToArray());

        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Sheet);
        (await desk.Text(await desk.Drop("国标.csv", gb))).ShouldContain("示例甲厂房");
        (await data.Open().Set<RegisterChange>().CountAsync(Cancel)).ShouldBe(0);

        var dropped = await desk.Form(live, "remove");
        (await dropped.Send()).Headers.Location!.PathAndQuery.ShouldBe("/import");
        (await site.Client.GetAsync(live, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_second_import_of_the_season_gets_one_clear_answer_and_a_cancelled_one_writes_nothing(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var desk = new DeskVisit(site);
        var (first, second) = (await desk.DropText("甲.csv", Sheet), await desk.DropText("乙.csv", Sheet));
        var (one, other) = (await desk.Form(first, "import"), await desk.Form(second, "import"));
        await using (await Held(data))
        {
            (await one.Send(("reason", "建账"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            var told = await other.Send(("reason", "也建账"));
            told.StatusCode.ShouldBe(HttpStatusCode.OK);
            SampleBoard.Text(await told.Content.ReadAsStringAsync(Cancel)).ShouldContain("测试项目办 正在导入 2023 年度的“甲.csv”，这一次没有写入。");
            (await site.Client.GetStringAsync(first, Cancel)).ShouldContain("<noscript><meta http-equiv=\"refresh\"");
            if (kind == "postgres")
            {
                (await (await desk.Form(first, "cancel")).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
                (await desk.Text(first)).ShouldContain("导入已取消，登记簿没有变。");
            }
        }

        await desk.Rest(first);
        (await data.Open().Set<RegisterChange>().CountAsync(Cancel)).ShouldBe(kind == "postgres" ? 0 : 1);
        await desk.Import(second);
        (await desk.Text(second)).ShouldContain(kind == "postgres" ? "已写入登记簿。" : "登记簿里已经全部有了");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_upload_outlives_a_restart_and_says_what_became_of_its_work(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var folder = Directory.CreateTempSubdirectory("saima-data-").FullName;
        try
        {
            string upload;
            await using (var site = await Site.Start(data, folder: folder))
            {
                upload = await new DeskVisit(site).DropText("台账.csv", Sheet);
            }

            var file = Path.Combine(folder, "uploads", Guid.Parse(upload.Split('/')[^1]).ToString("N"), "upload.json");
            // Killed while it was read.
            await File.WriteAllTextAsync(file, Regex.Replace(await File.ReadAllTextAsync(file, Cancel), "\"Read\"", "\"Reading\""), Cancel);
            await using (var site = await Site.Start(data, folder: folder))
            {
                var desk = new DeskVisit(site);
                (await desk.Text(upload)).ShouldContain("上一次读取被中断了");
                await desk.Send(upload, "again");
                (await desk.Text(upload)).ShouldContain("没有发现问题。");
                var ready = await File.ReadAllTextAsync(file, Cancel);
                await desk.Import(upload);
                // Killed between the register's commit and the note that it is done; and killed before the commit.
                var done = await File.ReadAllTextAsync(file, Cancel);
                await File.WriteAllTextAsync(file, done.Replace("\"Done\"", "\"Importing\"", StringComparison.Ordinal), Cancel);
                (await desk.Text(upload)).ShouldContain("已写入登记簿。");
                await File.WriteAllTextAsync(file, ready.Replace("\"Read\"", "\"Importing\"", StringComparison.Ordinal).Replace("\"by\":null", "\"by\":\"别人\"", StringComparison.Ordinal), Cancel);
                (await desk.Text(upload)).ShouldContain("上一次导入被中断了");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Somebody who writes to the register and takes their time.</summary>
    private static async Task<IAsyncDisposable> Held(TestDatabase data)
    {
        var db = data.Open();
        var transaction = await db.Database.BeginTransactionAsync(Cancel);
        await db.Database.ExecuteSqlRawAsync(data.Address.IsPostgres ? "LOCK TABLE projects_change IN EXCLUSIVE MODE" : "UPDATE projects_change SET reason = reason", Cancel);
        return transaction;
    }
}
