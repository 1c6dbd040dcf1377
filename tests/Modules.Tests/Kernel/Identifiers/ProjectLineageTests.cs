using CsCheck;
using Saima.Kernel.Identifiers;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Identifiers;

public sealed class ProjectLineageTests
{
    private static readonly DateOnly May = new(2023, 5, 1);

    [Fact]
    public void A_project_that_was_split_and_merged_again_is_carried_on_by_one()
    {
        var lineage = With(With(ProjectLineage.None, LineageKind.Split, May, ["A"], ["B", "C"]), LineageKind.Merge, May.AddDays(9), ["B", "C"], ["D"]);
        lineage.CarriedOnBy(new("A"), May.AddDays(-1)).ShouldBe([new ProjectId("A")]);
        lineage.CarriedOnBy(new("A"), May).ShouldBe([new("B"), new ProjectId("C")]);
        lineage.CarriedOnBy(new("A"), May.AddDays(9)).ShouldBe([new ProjectId("D")]);
        lineage.Origins(new("D")).ShouldBe([new("B"), new("C"), new ProjectId("A")]);
    }

    [Theory]
    [InlineData(LineageKind.Reapproval, "A", "B,C")]
    [InlineData(LineageKind.Split, "A", "B")]
    [InlineData(LineageKind.Merge, "A", "B")]
    [InlineData(LineageKind.Reapproval, "A", "A")]
    [InlineData(LineageKind.Split, "A", "B,B")]
    public void A_step_that_is_not_of_its_kind_is_refused(LineageKind kind, string from, string to) =>
        ProjectLineage.None.With(Step(kind, May, from.Split(','), to.Split(','))).Refusal!.Code.ShouldBe("PROJECT_LINEAGE");

    [Fact]
    public void A_project_ends_once_begins_once_and_goes_forward_in_time()
    {
        var lineage = With(ProjectLineage.None, LineageKind.Reapproval, May, ["A"], ["B"]);
        lineage.With(Step(LineageKind.Reapproval, May, ["A"], ["C"])).Refusal.ShouldNotBeNull();
        lineage.With(Step(LineageKind.Reapproval, May, ["C"], ["B"])).Refusal.ShouldNotBeNull();
        lineage.With(Step(LineageKind.Reapproval, May.AddDays(-1), ["B"], ["C"])).Refusal.ShouldNotBeNull();
        lineage.With(Step(LineageKind.Reapproval, May.AddDays(1), ["C"], ["A"])).Refusal.ShouldNotBeNull();
        lineage.With(Step(LineageKind.Reapproval, May, ["B"], ["A"])).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void Whatever_steps_are_tried_no_project_comes_from_itself() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 5].Array[3]).List[1, 12].Sample(tries =>
        {
            var lineage = ProjectLineage.None;
            foreach (var (kind, day, ids) in tries)
            {
                var names = ids.Select(id => $"P{id}").ToArray();
                var step = (LineageKind)kind switch
                {
                    LineageKind.Reapproval => Step(LineageKind.Reapproval, May.AddDays(day), names[..1], names[1..2]),
                    LineageKind.Split => Step(LineageKind.Split, May.AddDays(day), names[..1], names[1..]),
                    _ => Step(LineageKind.Merge, May.AddDays(day), names[..2], names[2..]),
                };
                lineage = lineage.With(step).Value ?? lineage;
            }

            return Enumerable.Range(0, 6).Select(id => new ProjectId($"P{id}")).All(id =>
                !lineage.Origins(id).Contains(id) && lineage.CarriedOnBy(id, DateOnly.MaxValue).Count > 0);
        });

    [Fact]
    public void A_project_has_one_national_code_a_day_and_may_have_others_later()
    {
        var june = May.AddMonths(1);
        var first = new ProjectIdentifier(IdentifierKind.NationalCode, "2304－330604－04－01－123451", null, May);
        var identifiers = ProjectIdentifiers.None.With(first).Value!;
        identifiers.With(new(IdentifierKind.NationalCode, "2310-330604-07-02-000018", May, null)).Refusal!.Code.ShouldBe("PROJECT_IDENTIFIER");
        identifiers = identifiers.With(new(IdentifierKind.NationalCode, "2310-330604-07-02-000018", May.AddDays(1), null)).Value!;
        identifiers = identifiers.With(new(IdentifierKind.ApprovalDocument, "虞发改〔2023〕12号", null, null)).Value!;
        identifiers.NationalCode(May)!.Text.ShouldBe("2304-330604-04-01-123451");
        identifiers.NationalCode(june)!.Text.ShouldBe("2310-330604-07-02-000018");
        identifiers.With(new(IdentifierKind.ApprovalDocument, "虞发改〔2023〕12号", june, null)).Refusal.ShouldNotBeNull();
        identifiers.With(new(IdentifierKind.ApprovalDocument, "虞发改〔2023〕13号", june, null)).Refusal.ShouldBeNull();
        identifiers.With(new(IdentifierKind.LandContract, "L1", june, May)).Refusal.ShouldNotBeNull();
        identifiers.With(new(IdentifierKind.LandContract, " ", null, null)).Refusal.ShouldNotBeNull();
        identifiers.With(new(IdentifierKind.NationalCode, "2304", null, null)).Refusal!.Code.ShouldBe("PROJECT_CODE_FORM");
    }

    private static LineageStep Step(LineageKind kind, DateOnly on, string[] from, string[] to) =>
        new(kind, on, [.. from.Select(id => new ProjectId(id))], [.. to.Select(id => new ProjectId(id))], "虞发改〔2023〕1号");

    private static ProjectLineage With(ProjectLineage lineage, LineageKind kind, DateOnly on, string[] from, string[] to) =>
        lineage.With(Step(kind, on, from, to)).Value!;
}
