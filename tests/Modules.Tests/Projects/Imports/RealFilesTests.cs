using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.RuleSets;
using Saima.Projects.Imports;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

/// <summary>Files that nobody here wrote, read by the shipped mappings and settled. They are not part of the checkout.</summary>
public sealed class RealFilesTests
{
    [Fact]
    public void New_Yorks_phases_become_projects_with_milestones_and_a_round_is_settled()
    {
        var reading = Read("nyc-sca/Capital_Project_Schedules_and_Budgets.csv", "nyc-sca.json");
        reading.RowsRead.ShouldBe(13_153);
        (reading.RowsUsed + reading.SetAside.Sum(pair => pair.Rows)).ShouldBe(13_153);
        reading.Problems.ShouldBeEmpty();
        Counts(reading).ShouldBe("units 32, projects 6884, plans 836, reports 6884, milestones 5730");
        Flags(reading, new RoundFrame(2025, 3, new DateOnly(2025, 7, 7).DayNumber)).ShouldBe("None 6073, Yellow 56, Snail 755");
    }

    [Theory]
    [InlineData("cali-2024/EJECUCION_FEBRERO_2024.csv", "cali-2024-budget.json", 1, 4377, "units 27, projects 606, reports 606", "None 212, Yellow 394")]
    [InlineData("cali-2024/plan-accion-2024-03.xlsx", "cali-2024.json", 2, 2472, "units 27, projects 607, reports 607, milestones 537", "Yellow 297, Snail 310")]
    [InlineData("cali-2024/plan-accion-2024-06.xlsx", "cali-2024.json", 3, 2567, "units 27, projects 634, reports 634, milestones 707", "None 321, Yellow 82, Snail 231")]
    public void Calis_quarters_are_read_by_one_mapping_though_their_layout_drifts(string file, string mapping, int round, long rows, string tables, string flags)
    {
        var reading = Read(file, mapping);
        reading.RowsRead.ShouldBe(rows);
        (reading.RowsUsed + reading.SetAside.Sum(pair => pair.Rows)).ShouldBe(rows);
        reading.Problems.ShouldAllBe(problem => problem.Severity == Severity.Warning);
        Counts(reading).ShouldBe(tables);
        var cutOff = new DateOnly(2024, 2 * round, DateTime.DaysInMonth(2024, 2 * round));
        Flags(reading, new RoundFrame(2024, round, cutOff.AddDays(7).DayNumber)).ShouldBe(flags);
    }

    private static Reading Read(string file, string mapping)
    {
        if (Checkout.Shared(file) is not { } path)
        {
            Assert.Skip($"{file} does not lie beside this checkout (set SAIMA_SHARED_DATA to its folder), so the shipped mapping {mapping} was not tried on it.");
            throw new InvalidOperationException();
        }

        return ReadSpreadsheet.Run(SourceFile.Open(path, TestContext.Current.CancellationToken), MappingFile.Read(Checkout.Sample(mapping)).Value!, null, null, TestContext.Current.CancellationToken);
    }

    private static string Counts(Reading reading) =>
        string.Join(", ", reading.Tables.Where(table => table.Rows.Count > 0).Select(table => $"{table.Name} {table.Rows.Count}"));

    private static string Flags(Reading reading, RoundFrame frame) =>
        string.Join(", ", FactsOf.Flags(reading, RuleSetDocument.Default.Rules, frame).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"));
}
