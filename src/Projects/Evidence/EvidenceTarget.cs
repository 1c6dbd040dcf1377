using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Projects.Register;
using Saima.Projects.Reporting;

namespace Saima.Projects.Evidence;

/// <summary>Something of a project that evidence can prove.</summary>
public sealed record EvidenceTarget(EvidencePurpose Purpose, string About)
{
    /// <summary>As a form and an address say it: <c>report:2023-08</c>, <c>milestone:结顶</c>, <c>start</c>.</summary>
    public string Key => About.Length == 0 ? Purpose.ToString().ToLowerInvariant() : $"{Purpose.ToString().ToLowerInvariant()}:{About}";

    public Phrase Title => Purpose == EvidencePurpose.Report && Month.TryParse(About, out var month) ? FilingWords.TitleOf(month)
        : Purpose == EvidencePurpose.Milestone ? new($"节点：{About}", $"Milestone: {About}")
        : EvidenceWords.Of(Purpose);

    public static EvidenceTarget? Parse(string? key)
    {
        var parts = (key ?? "").Split(':', 2);
        return Enum.TryParse<EvidencePurpose>(parts[0], ignoreCase: true, out var purpose) && Enum.IsDefined(purpose) && char.IsAsciiLetter(parts[0].FirstOrDefault())
            ? new(purpose, parts.Length == 2 ? parts[1].Trim() : "")
            : null;
    }

    /// <summary>Everything of the project that can be proved: its months that began, its milestones, start, inclusion and completion.</summary>
    public static async Task<IReadOnlyList<EvidenceTarget>> All(SaimaDb db, int season, string project, DateOnly today, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var milestones = await db.Set<MilestoneFact>().AsNoTracking().Where(fact => fact.Season == season && fact.Project == project && fact.SupersededBy == null && !fact.Withdrawn)
            .OrderBy(fact => fact.PlannedOn).ThenBy(fact => fact.Name).Select(fact => fact.Name).ToListAsync(cancel);
        return
        [
            .. Enumerable.Range(1, 12).Select(number => new Month(season, 13 - number)).Where(month => month.FirstDay <= today).Select(month => new EvidenceTarget(EvidencePurpose.Report, month.ToString())),
            .. milestones.Select(name => new EvidenceTarget(EvidencePurpose.Milestone, name)),
            new(EvidencePurpose.Start, ""), new(EvidencePurpose.Inclusion, ""), new(EvidencePurpose.Completion, ""),
        ];
    }
}
