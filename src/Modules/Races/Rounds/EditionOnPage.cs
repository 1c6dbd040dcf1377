using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Rounds;

/// <summary>One page of an edition as it was settled, and what it changed.</summary>
/// <param name="Before">The edition it is compared with; empty for the first.</param>
public sealed record EditionOnPage(SettledRound Edition, SettledRound? Before, RuleSet Rules, IReadOnlyList<EditionChange>? Changes, IReadOnlyList<StandingRow> Rows, int Page, int Pages)
{
    private const int PageSize = 100;

    /// <param name="only">The editions that may be seen, each compared with the one before it among them; empty for all.</param>
    public static async Task<EditionOnPage?> Read(SaimaDb db, (int Season, int Round, int Edition) which, string? pageNumber, IReadOnlyList<long>? only, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var editions = db.Set<SettledRound>().AsNoTracking().Where(one => one.Season == which.Season && one.Round == which.Round && (only == null || only.Contains(one.Id)));
        if (await editions.SingleOrDefaultAsync(one => one.Edition == which.Edition, cancel) is not { } found)
        {
            return null;
        }

        var rules = RuleSetDocument.Parse(Encoding.UTF8.GetBytes(found.RuleSetDocument), "rules.json").Value ?? throw new InvalidOperationException($"The rule set stored with round {found.Id} cannot be read.");
        var before = await editions.Where(one => one.Edition < which.Edition).OrderByDescending(one => one.Edition).FirstOrDefaultAsync(cancel);
        var changes = before is null ? null : await EditionChanges.Read(db, before.Id, found.Id, cancel);
        var pages = Math.Max(1, (found.Projects + PageSize - 1) / PageSize);
        var page = int.TryParse(pageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        var rows = await db.Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == found.Id).OrderBy(row => row.Position).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new(found, before, rules.Rules, changes, rows, page, pages);
    }
}
