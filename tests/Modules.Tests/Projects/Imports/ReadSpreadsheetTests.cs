using Saima.Kernel.Refusals;
using Saima.Projects.Imports;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

public sealed class ReadSpreadsheetTests
{
    [Fact]
    public void A_districts_register_becomes_projects_plans_reports_and_milestones()
    {
        var reading = Register.Read(Register.Sheet());
        reading.Problems.ShouldBeEmpty();
        var first = reading.Table("projects").Rows[0];
        first["name"].ShouldBe("示例甲厂房");
        first["total_investment"].ShouldBe("120005000");
        first["planned_start"].ShouldBe("2023-02-01");
        first["started_on"].ShouldBe("2023-02-10");
        first["class"].ShouldBe("new");
        reading.Table("projects").Rows[1]["total_investment"].ShouldBe("80000000");
        PackageText.Of(reading.Table("projects"), first)[6].ShouldBe("12000.5");
        reading.Table("plans").Rows.Select(row => $"{row["project"]} {row["month"]} {row["planned"]}").ShouldBe(
            ["示1 2023-01 1000000", "示1 2023-02 2000000", "示1 2023-03 3000000", "示1 2023-04 4000000", "示2 2023-01 500000", "示2 2023-02 500000", "示2 2023-04 1500000"]);
        var report = reading.Table("reports").Rows[0];
        report["month"].ShouldBe("2023-04");
        report["submitted_on"].ShouldBe("2023-05-04");
        report["ytd"].ShouldBe("10100000");
        report["verified"].ShouldBe("true");
        reading.Table("reports").Rows.Count.ShouldBe(2);
        reading.Table("milestones").Rows.ShouldHaveSingleItem()["planned_on"].ShouldBe("2023-09-30");
        reading.Table("units").Rows.Select(row => row["class"]).ShouldBe(["subdistrict", "town", "platform"]);
    }

    [Fact]
    public void Totals_and_notes_are_set_aside_and_counted()
    {
        var reading = Register.Read(Register.Sheet());
        reading.RowsRead.ShouldBe(5);
        reading.RowsUsed.ShouldBe(3);
        reading.SetAside.Select(pair => (pair.Reason.En, pair.Rows)).ShouldBe([("a note", 1L), ("a total", 1L)], ignoreOrder: true);
    }

    [Fact]
    public void Every_problem_is_named_by_sheet_row_and_column_all_at_once()
    {
        var reading = Register.Read(
            Register.Sheet("4|示4|示例丁||续建|示例镇||多少|1.00005||||十|1|1||也许|2023-13-01||||||", "5|示1|示例甲厂房||续建|示例镇||1|1|||||||||||||||", "6||示例戊||续建|示例镇||1|1|||||||||||||||"));
        reading.Problems.ShouldAllBe(problem => problem.Sheet == "重大项目" && problem.File == "台账.xlsx" && problem.Severity == Severity.Error);
        reading.Problems.Select(problem => (problem.Row, problem.Column, problem.Code, problem.Value)).ShouldBe(
            [
                (9L, "总投资（万元）", "BAD_NUMBER", "多少"),
                (9L, "年度计划投资 (万元)", "FRACTION_OF_YUAN", "1.00005"),
                (9L, "月度计划投资 / 4月", "BAD_NUMBER", "十"),
                (9L, "是否核验", "BAD_FLAG", "也许"),
                (9L, "开工 / 计划", "BAD_DATE", "2023-13-01"),
                (10L, "id", "REPEATED_ROW", "示1"),
                (11L, "id", "MISSING_KEY", null),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_heading_in_another_unit_than_the_mapping_is_refused()
    {
        var rows = Register.Head.Select(row => row.Replace("总投资（万元）", "总投资（亿元）", StringComparison.Ordinal)).Concat(Register.Body).ToArray();
        var problem = Register.Read(Sheets.Of("表", rows)).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("UNIT_DIFFERS");
        problem.Row.ShouldBe(4);
    }

    [Fact]
    public void A_missing_column_and_two_that_both_fit_are_named()
    {
        var rows = Register.Head.Select(row => row.Replace("责任单位", "谁", StringComparison.Ordinal).Replace("备注", "项目名称", StringComparison.Ordinal)).Concat(Register.Body).ToArray();
        var codes = Register.Read(Sheets.Of("表", rows)).Problems.Select(problem => problem.Code).ToList();
        codes.ShouldContain("MISSING_COLUMN");
        codes.ShouldContain("AMBIGUOUS_COLUMN");
    }

    [Fact]
    public void A_sheet_without_the_mapped_headings_is_a_problem_and_not_an_empty_import() =>
        Register.Read(Sheets.Of("别的", "甲|乙", "1|2")).Problems.ShouldHaveSingleItem().Code.ShouldBe("NO_HEADER");

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var stop = new CancellationTokenSource();
        var rows = Enumerable.Range(1, 100_000).Select(number =>
        {
            if (number == 10_000)
            {
                stop.Cancel();
            }

            return $"{number}|示{number}|示例{number}||续建|示例镇||1|1|||||||||||||||";
        });
        var sheet = new SourceSheet("台账.xlsx", "表", true, Register.Head.Concat(rows).Select((row, index) => new SourceRow(index + 1, row.Split('|'))));
        Should.Throw<OperationCanceledException>(() => ReadSpreadsheet.Run([sheet], Register.Mapping(), null, null, stop.Token));
    }
}
