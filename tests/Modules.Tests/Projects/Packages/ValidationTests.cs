using Saima.Kernel.Refusals;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Packages;

public sealed class ValidationTests
{
    [Fact]
    public void A_sound_package_has_no_problem()
    {
        using var text = new PackageText();
        var reading = text.Read();
        reading.Problems.ShouldBeEmpty();
        reading.Package!.Facts.ProjectCount.ShouldBe(2);
        reading.Package.Facts.TotalInvestment[0].ShouldBe(125_005_000);
        reading.Package.ReportInvested[1].ShouldBe(1_005_000);
    }

    [Theory]
    [InlineData("projects.csv", "P3,,,U1,,new,1,1,,,,,,,,,,", "MISSING_VALUE", "name", 4, "")]
    [InlineData("projects.csv", "P1,又一,,U1,,new,1,0,,,,,,,,,,", "DUPLICATE_KEY", "id", 4, "P1")]
    [InlineData("projects.csv", "P3,三,,U9,,new,1,1,,,,,,,,,,", "UNKNOWN_UNIT", "unit", 4, "U9")]
    [InlineData("projects.csv", "P3,三,,U1,,old,1,1,,,,,,,,,,", "BAD_WORD", "class", 4, "old")]
    [InlineData("projects.csv", "P3,三,,U1,,new,1e5,1,,,,,,,,,,", "BAD_NUMBER", "total_investment", 4, "1e5")]
    [InlineData("projects.csv", "P3,三,,U1,,new,NaN,1,,,,,,,,,,", "BAD_NUMBER", "total_investment", 4, "NaN")]
    [InlineData("projects.csv", "P3,三,,U1,,new,１２,1,,,,,,,,,,", "BAD_NUMBER", "total_investment", 4, "１２")]
    [InlineData("projects.csv", "P3,三,,U1,,new,\"1,200\",1,,,,,,,,,,", "BAD_NUMBER", "total_investment", 4, "1,200")]
    [InlineData("projects.csv", "P3,三,,U1,,new,1.00001,1,,,,,,,,,,", "BAD_NUMBER", "total_investment", 4, "1.00001")]
    [InlineData("projects.csv", "P3,三,,U1,,new,=1+1,1,,,,,,,,,,", "BAD_NUMBER", "total_investment", 4, "=1+1")]
    [InlineData("projects.csv", "P3,三,,U1,,new,99999999999999999999,1,,,,,,,,,,", "ABSURD_NUMBER", "total_investment", 4, "99999999999999999999")]
    [InlineData("projects.csv", "P3,三,,U1,,new,-1,1,,,,,,,,,,", "NEGATIVE_NUMBER", "total_investment", 4, "-1")]
    [InlineData("projects.csv", "P3,三,,U1,,new,1,-1,,,,,,,,,,", "NEGATIVE_NUMBER", "annual_plan", 4, "-1")]
    [InlineData("projects.csv", "P3,三,,U1,,new,1,1,-0.5,,,,,,,,,", "NEGATIVE_NUMBER", "opening_cumulative", 4, "-0.5")]
    [InlineData("projects.csv", "P3,三,,U1,,new,1,1,,2023-02-30,,,,,,,,", "BAD_DATE", "planned_start", 4, "2023-02-30")]
    [InlineData("projects.csv", "P3,三,,U1,,new,1,1,,9999-01-01,,,,,,,,", "BAD_DATE", "planned_start", 4, "9999-01-01")]
    [InlineData("plans.csv", "P9,2023-01,1", "UNKNOWN_PROJECT", "project", 5, "P9")]
    [InlineData("plans.csv", "P1,2023-13,1", "BAD_MONTH", "month", 5, "2023-13")]
    [InlineData("plans.csv", "P1,2023-1,1", "BAD_MONTH", "month", 5, "2023-1")]
    [InlineData("plans.csv", "P1,2023-03,-1", "NEGATIVE_NUMBER", "planned", 5, "-1")]
    [InlineData("reports.csv", "P1,2023-03,1,-1,2023-04-01,true,", "NEGATIVE_NUMBER", "ytd", 4, "-1")]
    [InlineData("reports.csv", "P1,2023-03,1,601.5,2023-04-01,yes,", "BAD_WORD", "verified", 4, "yes")]
    [InlineData("issues.csv", "P2,拆迁,L5,2023-01-01,2023-02-01,", "BAD_WORD", "level", 3, "L5")]
    [InlineData("holidays.csv", "2023-01-02,off", "DUPLICATE_KEY", "date", 4, null)]
    [InlineData("units.csv", "U3,三,village", "BAD_WORD", "class", 4, "village")]
    [InlineData("projects.csv", "P3,=1+1,,U1,,new,1,1,,,,,,,,,,", "FORMULA_TEXT", "name", 4, "=1+1")]
    [InlineData("projects.csv", "P3,三,,U1, ＠SUM(A1),new,1,1,,,,,,,,,,", "FORMULA_TEXT", "town", 4, " ＠SUM(A1)")]
    [InlineData("projects.csv", "+P3,三,,U1,,new,1,1,,,,,,,,,,", "FORMULA_TEXT", "id", 4, "+P3")]
    [InlineData("units.csv", "U3,-2+3,town", "FORMULA_TEXT", "name", 4, "-2+3")]
    [InlineData("reports.csv", "P1,2023-03,1,601.5,2023-04-01,true,=cmd|' /C calc'!A0", "FORMULA_TEXT", "progress", 4, "=cmd|' /C calc'!A0")]
    [InlineData("units.csv", "U3,三", "FIELD_COUNT", null, 4, "2")]
    public void An_error_is_told_with_its_place(string file, string row, string code, string? column, int line, string? value)
    {
        using var text = new PackageText();
        var reading = text.With(file, row).Read();
        reading.Package.ShouldBeNull();
        var problem = reading.Problems.First(p => p.Code == code);
        problem.Severity.ShouldBe(Severity.Error);
        (problem.File, problem.Row, problem.Column).ShouldBe((file, line, column));
        if (value is not null)
        {
            (problem.Value ?? "").ShouldBe(value);
        }

        problem.Message.Zh.ShouldNotBeEmpty();
        problem.Remedy.En.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("projects.csv", "P3,三,,U1,,new,1,0,,,,2023-01-01,,,,,,", "included_on")]
    [InlineData("projects.csv", "P3,三,,U1,,new,1,0,,,2023-02-01,2023-01-01,,,,,,", "included_on")]
    [InlineData("projects.csv", "P3,三,,U1,,new,1,0,,,,,,2023-01-01,,,,", "completed_on")]
    [InlineData("projects.csv", "P3,三,,U1,,new,1,0,,,2023-02-01,,,2023-01-01,,,,", "completed_on")]
    [InlineData("projects.csv", "P3,三,,U1,,new,1,0,,,,,,,,,2023-01-01,", "suspended_to")]
    [InlineData("projects.csv", "P3,三,,U1,,new,1,0,,,,,,,,2023-02-01,2023-01-01,", "suspended_to")]
    [InlineData("issues.csv", "P2,拆迁,L1,2023-03-01,2023-02-01,", "due_on")]
    [InlineData("issues.csv", "P2,拆迁,L1,2023-01-01,2023-02-01,2022-12-31", "closed_on")]
    public void A_date_before_the_one_it_follows_is_an_error(string file, string row, string column)
    {
        using var text = new PackageText();
        var reading = text.With(file, row).Read();
        reading.Package.ShouldBeNull();
        reading.Errors.ShouldHaveSingleItem().Column.ShouldBe(column);
    }

    [Theory]
    [InlineData("projects.csv", "2311-330109-04-01-789813", "2311-330109-04-01-789814", "code", 2)]
    [InlineData("projects.csv", "2024-06-30", "2021-06-30", "planned_completion", 3)]
    [InlineData("plans.csv", "P2,2023-01,600", "P2,2023-01,599.9999", null, null)]
    [InlineData("reports.csv", "100.5,600.5", "-1,499", "invested", 3)]
    [InlineData("reports.csv", "100.5,600.5", "100.5,600.4", "ytd", 3)]
    public void A_warning_is_told_and_the_package_is_read(string file, string from, string to, string? column, int? row)
    {
        using var text = new PackageText();
        var reading = text.Replace(file, from, to).Read();
        reading.Package.ShouldNotBeNull();
        var problem = reading.Problems.ShouldHaveSingleItem();
        problem.Severity.ShouldBe(Severity.Warning);
        if (column is not null)
        {
            (problem.Column, problem.Row).ShouldBe((column, row));
        }
    }

    [Fact]
    public void All_problems_are_told_in_one_go()
    {
        using var text = new PackageText();
        text.With("projects.csv", "P3,,,U9,,old,x,-1,,2023-02-30,,,,,,,,").With("plans.csv", "P9,2023-00,y");
        text.Read().Errors.Select(p => p.Code).ShouldBe(
            ["UNKNOWN_PROJECT", "BAD_MONTH", "BAD_NUMBER", "MISSING_VALUE", "UNKNOWN_UNIT", "BAD_WORD", "BAD_NUMBER", "NEGATIVE_NUMBER", "BAD_DATE"], ignoreOrder: true);
    }

    [Fact]
    public void A_thousand_problems_of_a_kind_are_listed_and_the_rest_is_counted()
    {
        using var text = new PackageText();
        text.Files["plans.csv"] += string.Concat(Enumerable.Range(0, 1500).Select(i => $"X{i},2023-01,1\n"));
        var unknown = text.Read().Problems.Where(p => p.Code == "UNKNOWN_PROJECT").ToList();
        unknown.Count.ShouldBe(1001);
        unknown.ShouldContain(p => p.Row == null && p.Message.En.Contains("500", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("projects.csv", "MISSING_TABLE")]
    [InlineData("units.csv", "MISSING_TABLE")]
    public void Projects_and_units_must_be_present(string file, string code)
    {
        using var text = new PackageText();
        text.Files.Remove(file);
        text.Read().Errors.ShouldContain(p => p.Code == code);
    }

    [Fact]
    public void Every_other_table_may_be_absent()
    {
        using var text = new PackageText();
        foreach (var file in text.Files.Keys.Where(name => name is not ("projects.csv" or "units.csv")).ToList())
        {
            text.Files.Remove(file);
        }

        text.Read().Problems.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_column_is_a_warning_and_a_missing_one_an_error()
    {
        using var text = new PackageText();
        text.Replace("units.csv", "code,name,class", "code,name,class,phone").Replace("units.csv", "platform", "platform,1").Replace("units.csv", ",town", ",town,2");
        text.Read().Problems.ShouldHaveSingleItem().Code.ShouldBe("UNKNOWN_COLUMN");
        text.Replace("units.csv", "code,name", "code,title");
        text.Read().Errors.ShouldContain(p => p.Code == "MISSING_COLUMN" && p.Column == "name" && p.Row == 1);
    }
}
