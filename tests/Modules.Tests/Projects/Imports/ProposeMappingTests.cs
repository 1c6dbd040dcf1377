using Saima.Projects.Imports;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

public sealed class ProposeMappingTests
{
    [Fact]
    public void A_districts_register_is_understood_by_its_headings_alone()
    {
        var proposal = ProposeMapping.Run([Sheets.Of("填表说明", "请勿改动表头"), Register.Sheet()], 2023).Value.ShouldNotBeNull();
        proposal.Sheet.ShouldBe("重大项目");
        proposal.Header.FirstRow.ShouldBe(3);
        proposal.Header.LastRow.ShouldBe(4);
        proposal.Recognised.Select(pair => pair.Column).ShouldBe(
            [
                "seq", "id", "name", "code", "class", "unit", "town", "total_investment", "annual_plan", "month_plan", "month_plan", "month_plan", "month_plan", "invested", "ytd",
                "progress", "verified", "planned_start", "started_on", "included_on", "milestone", "milestone_planned", "milestone_achieved",
            ],
            ignoreOrder: true);
        proposal.Unknown.ShouldBe(["备注"]);
        proposal.Mapping.Money.Unit.ShouldBe("万元");
    }

    [Fact]
    public void The_proposed_mapping_reads_the_register_it_was_proposed_for_and_survives_its_file()
    {
        var proposal = ProposeMapping.Run([Register.Sheet()], 2023).Value.ShouldNotBeNull();
        var kept = MappingFile.Parse(MappingFile.Write(proposal.Mapping), "proposed.json");
        kept.Refusal.ShouldBeNull();
        var reading = ReadSpreadsheet.Run([Register.Sheet()], kept.Value!, null, null, TestContext.Current.CancellationToken);
        reading.Problems.ShouldBeEmpty();
        reading.Table("projects").Rows.Count.ShouldBe(3);
        reading.Table("plans").Rows.Count.ShouldBe(7);
        reading.Table("reports").Rows.Select(row => row["month"]).ShouldBe(["2023-04", "2023-04"]);
    }

    [Fact]
    public void A_sheet_of_which_nothing_is_known_is_refused_with_a_sentence() =>
        ProposeMapping.Run([Sheets.Of("表", "甲|乙", "1|2")], 2023).Refusal.ShouldNotBeNull().Code.ShouldBe("NOTHING_RECOGNISED");
}
