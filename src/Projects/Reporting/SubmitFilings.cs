using System.Text.Json;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Projects.Deadlines;
using Saima.Projects.Sendings;
using Saima.Ui.Figures;

namespace Saima.Projects.Reporting;

/// <summary>A row of a sheet on its way in.</summary>
/// <param name="Row">Row of the sheet or of the workbook, from 1.</param>
/// <param name="Seen">Revision of the report that was on the screen, 0 for none; empty takes whatever there is.</param>
public sealed record FilingEntry(string Project, long Row, int? Seen, IReadOnlyDictionary<string, string> Texts);

/// <summary>The reports of one month of a unit, as they were typed.</summary>
/// <param name="File">What a problem names: the file, or empty for the page.</param>
public sealed record FilingSheetOrder(int Season, Month Month, string File, IReadOnlyList<FilingEntry> Entries)
{
    /// <summary>What the sender names it by, where it may come more than once.</summary>
    public Sending? Sending { get; init; }
}

/// <summary>What was submitted.</summary>
public sealed record FilingsSubmitted(int Submitted, int Unchanged, IReadOnlyList<Problem> Warnings);

/// <summary>Submits the reports of a sheet: all of them or none. A report that was returned or is not checked yet is replaced by its next version.</summary>
public static class SubmitFilings
{
    public static async Task<Outcome<FilingsSubmitted>> Run(SaimaDb db, TimeProvider time, Actor actor, FilingSheetOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        if (await Sending.Answered<FilingsSubmitted>(db, actor, order.Sending, cancel) is { } before)
        {
            return before;
        }

        // Of the same that came several times at once one is taken in; the others are answered as it was.
        var outcome = await Submit(db, time, actor, order, cancel);
        return outcome.Refusal is null ? outcome : await Sending.Answered<FilingsSubmitted>(db, actor, order.Sending, cancel) ?? outcome;
    }

    private static async Task<Outcome<FilingsSubmitted>> Submit(SaimaDb db, TimeProvider time, Actor actor, FilingSheetOrder order, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var today = Written.DayOf(now);
        await using var transaction = await FilingWriting.Begin(db, cancel);
        var window = (await FilingCalendars.Read(db, order.Season, cancel)).Of(order.Month);
        if (today < window.Opens)
        {
            return FilingRefusals.NotOpen(order.Month.ToString(), Written.Day(window.Opens));
        }

        var rows = (await FilingGrounds.Read(db, order.Season, order.Month, null, cancel, [.. order.Entries.Select(entry => entry.Project)])).ToDictionary(row => row.Ground.Project);
        var problems = new List<Problem>();
        var filled = new List<(FilingRow Row, FilingContent Content, FilingEntry Entry)>();
        foreach (var entry in order.Entries.Where(entry => !ReadFiling.IsBlank(entry.Texts)))
        {
            if (!rows.TryGetValue(entry.Project, out var row))
            {
                problems.Add(new(Severity.Error, "UNKNOWN_PROJECT", order.File, null, entry.Row, "project", entry.Project,
                    new($"{order.Season} 年度没有项目 {entry.Project}。", $"The books of {order.Season} have no project {entry.Project}."), new("用下载的表填报，不要改项目编号。", "Fill in the sheet as it was downloaded and leave the ids alone.")));
                continue;
            }

            if (!actor.Holds(Role.Reporter, row.Unit))
            {
                return FilingRefusals.NotYours(FilingAction.Submit, row.Unit);
            }

            if (entry.Seen is { } seen && seen != (row.Filing?.Revision ?? 0))
            {
                return FilingRefusals.Moved(entry.Project);
            }

            var reading = new ReadFiling(row.Ground, entry.Texts, order.File, entry.Row);
            filled.Add((row, reading.Run(), entry));
            problems.AddRange(reading.Problems);
        }

        if (problems.Any(problem => problem.Severity == Severity.Error))
        {
            return FilingRefusals.Faulty(problems);
        }

        if (filled.Count == 0)
        {
            return FilingRefusals.Nothing;
        }

        var lines = new List<LedgerLine>();
        var unchanged = 0;
        foreach (var (row, content, _) in filled)
        {
            var before = row.Filing is { } known ? FilingContent.Of(known) : null;
            if (before == content && row.Filing!.State is not FilingState.Returned)
            {
                unchanged++;
                continue;
            }

            var moved = FilingMachine.Move(row.Filing?.State ?? window.Without(today), row.Filing?.People ?? FilingPeople.None, FilingAction.Submit, actor.Id);
            if (moved.Refusal is { } refusal)
            {
                return refusal;
            }

            var filing = row.Filing ?? new MonthlyFiling { Season = order.Season, Project = row.Ground.Project, Month = row.Ground.Month, SubmittedBy = actor.Id };
            Fill(filing, content, row.Ground.LastMonth);
            (filing.SubmittedOn, filing.Late, filing.DeadlineVersion) = (today, window.IsLate(today), window.Version);
            lines.Add(FilingWriting.Step(db, filing, moved.Value!, new(FilingAction.Submit, actor, now, null, JsonSerializer.Serialize(content), before is null ? null : JsonSerializer.Serialize(before))));
        }

        var done = new FilingsSubmitted(lines.Count, unchanged, problems);
        Sending.Keep(db, actor, order.Sending, now, done);
        return (lines.Count > 0 || order.Sending is not null) && await FilingWriting.Save(db, lines, Finish, cancel) is { } lost ? lost : done;

        async Task Finish()
        {
            await AppendToLedger.Run(db, now, actor.Name, lines, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    private static void Fill(MonthlyFiling filing, FilingContent content, FilingContent? last)
    {
        (filing.Invested, filing.YearToDate) = (content.Invested, content.YearToDate);
        (filing.Building, filing.Installation, filing.Equipment, filing.Other) = (content.Building, content.Installation, content.Equipment, content.Other);
        (filing.Progress, filing.Milestones, filing.Problems, filing.NextSteps, filing.Correction) = (content.Progress, content.Milestones, content.Problems, content.NextSteps, content.Correction);
        filing.Carried = last is null ? null : content.CarriedFrom(last) is { Count: > 0 } carried ? string.Join(',', carried) : null;
    }
}
