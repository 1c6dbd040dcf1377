using System.Globalization;
using System.Text.Json;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Inspections;

/// <summary>One claim as somebody found it.</summary>
/// <param name="Result">Empty if it was not looked at.</param>
public sealed record FoundLine(FindingResult? Result, string? Found, string? Statement);

/// <summary>What somebody found.</summary>
/// <param name="Seen">Revision that was on the screen.</param>
/// <param name="Lines">By the keys of the claims.</param>
/// <param name="Summary">In all, if there is more to say.</param>
public sealed record InspectionReport(long Id, int Seen, Func<string, FoundLine> Lines, string? Summary);

/// <summary>Hands in the findings of an inspection: every claim that was looked at, at least one; all faults are told at once.</summary>
public static class ReportInspection
{
    public static async Task<Outcome<Inspection>> Run(SaimaDb db, TimeProvider time, Actor actor, InspectionReport report, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(report);
        var found = await TakeStep.Find(db, report.Id, report.Seen, InspectionAction.Report, actor, cancel);
        if (found.Refusal is { } refused)
        {
            return refused;
        }

        var inspection = found.Value!;
        var problems = new List<Problem>();
        var findings = new List<InspectionFinding>();
        var at = 0;
        foreach (var claim in InspectedClaim.Read(inspection))
        {
            at++;
            if (report.Lines(claim.Item) is { Result: { } result } line && Finding(inspection, claim, line, result, at, problems.Add) is { } finding)
            {
                findings.Add(finding);
            }
        }

        if (problems.Count > 0)
        {
            return InspectionRefusals.Faulty(problems);
        }

        if (findings.Count == 0)
        {
            return InspectionRefusals.NothingFound;
        }

        var step = new InspectionStep { Action = InspectionAction.Report, Person = actor.Id, By = actor.Name, Note = TakeStep.Tidy(report.Summary) };
        return await TakeStep.Run(db, time, actor, inspection, step, findings,
            row => (row.ReportedBy, row.ReportedName, row.ReportedAt) = (actor.Id, actor.Name, time.GetUtcNow().ToUniversalTime()),
            JsonSerializer.Serialize(new { findings = findings.Select(one => new { item = one.Item, claimed = one.Claimed, found = one.Found, result = one.Result.ToString() }) }), cancel);
    }

    private static InspectionFinding? Finding(Inspection inspection, InspectedClaim claim, FoundLine line, FindingResult result, int row, Action<Problem> problems)
    {
        var statement = TakeStep.Tidy(line.Statement);
        var form = result == FindingResult.Consistent ? claim.Value : result == FindingResult.NotPossible ? "" : claim.Form(line.Found ?? "");
        if (form is null)
        {
            problems(Fault("found", line.Found, claim.IsAmount ? new("不是金额。", "This is no amount.") : new("不是日期，或者太长。", "This is no day, or too long."), claim.IsAmount ? new("写万元的数，例如 1234.5。", "Write the number of 10,000 yuan, e.g. 1234.5.") : new("日期写成 2023-08-31，没有发生就留空；文字不超过 200 字。", "Write a day as 2023-08-31, or nothing if it has not happened; at most 200 characters of text.")));
            return null;
        }

        if (result is FindingResult.Deviation && form == claim.Value)
        {
            problems(Fault("found", line.Found, new("与申报的一样，不是不符。", "This is what was claimed, so nothing differs."), new("写上查到的，或改选“属实”。", "Say what was found, or choose “as claimed”.")));
            return null;
        }

        if (result != FindingResult.Consistent && statement is null)
        {
            problems(Fault("statement", "", new("没有写明依据。", "It is not said what this rests on."), new("写上看到了什么、凭什么这样认定。", "Say what was seen and why it is taken so.")));
            return null;
        }

        if (statement?.Length > InspectionRefusals.Longest)
        {
            problems(Fault("statement", statement[..40], new("依据太长。", "This is too long."), new("不超过 200 字，其余放进照片和文件。", "At most 200 characters; the rest belongs into photos and documents.")));
            return null;
        }

        return new()
        {
            InspectionId = inspection.Id,
            Report = inspection.Revision + 1,
            Item = claim.Item,
            Claimed = claim.Value,
            Found = form,
            Result = result,
            Statement = statement,
        };

        Problem Fault(string field, string? value, Phrase message, Phrase remedy) =>
            new(Severity.Error, "FINDING", claim.Title.Zh, null, row, field + row.ToString(CultureInfo.InvariantCulture), value is { Length: > 40 } ? value[..40] : value, new($"{claim.Title.Zh}：{message.Zh}", $"{claim.Title.En}: {message.En}"), remedy);
    }
}
