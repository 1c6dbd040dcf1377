namespace Saima.Projects.Reporting;

/// <summary>What a monthly report says; amounts are 元.</summary>
public sealed record FilingContent(
    long Invested, long YearToDate, long Building, long Installation, long Equipment, long Other, string? Progress, string? Milestones, string? Problems, string? NextSteps, string? Correction)
{
    /// <summary>The texts that say what they said the month before, word for word.</summary>
    public IReadOnlyList<string> CarriedFrom(FilingContent last)
    {
        ArgumentNullException.ThrowIfNull(last);
        (string Field, string? Now, string? Before)[] texts = [("progress", Progress, last.Progress), ("problems", Problems, last.Problems), ("next_steps", NextSteps, last.NextSteps)];
        return [.. texts.Where(text => text.Now is not null && text.Now.ReplaceLineEndings() == text.Before?.ReplaceLineEndings()).Select(text => text.Field)];
    }

    public static FilingContent Of(MonthlyFiling filing)
    {
        ArgumentNullException.ThrowIfNull(filing);
        return new(
            filing.Invested, filing.YearToDate, filing.Building, filing.Installation, filing.Equipment, filing.Other,
            filing.Progress, filing.Milestones, filing.Problems, filing.NextSteps, filing.Correction);
    }
}

/// <summary>What a report is checked against.</summary>
/// <param name="Before">Year to date of the month before, 元; empty in January and where no report came.</param>
/// <param name="Open">Milestones that are not reached yet, by name.</param>
public sealed record FilingGround(
    string Project, string Name, int Month, long TotalInvestment, long OpeningCumulative, long? Before, FilingContent? LastMonth, IReadOnlySet<string> Open);
