using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Standings;
using static Saima.Modules.Races.Circulars.TemplateField;

namespace Saima.Modules.Races.Circulars;

/// <summary>A project in an earlier edition.</summary>
public sealed record EarlierRound(int Season, int Round, Flag Flag, int? Rank, long? Score, long? Deviation);

/// <summary>What a brief of one project says.</summary>
public sealed record ProjectFigures(EditionFigures Edition, StandingRow Row, IReadOnlyList<EarlierRound> Earlier)
{
    public Explanation Why { get; } = RaceExplanation.Explain(RoundRows.Metrics(Row), Edition.Rules);

    /// <summary>Conditions of the honour that do not hold, in words.</summary>
    public IEnumerable<string> Lacking => Row.Flag is Flag.Red or Flag.Exempt ? [] : Why.Rows.Where(one => one.Flag == Flag.Red)
        .SelectMany(one => one.When.Kind == "all" ? one.When.Parts! : [one.When]).Where(one => !one.Holds).Select(one => ConditionWords.Of(one).Zh);
}

/// <summary>What a brief of one unit says.</summary>
public sealed record UnitFigures(EditionFigures Edition, UnitRow Unit, IReadOnlyList<StandingRow> Rows)
{
    /// <summary>Those behind first.</summary>
    public IEnumerable<StandingRow> WorstFirst => Rows.OrderByDescending(row => row.Flag == Flag.Snail).ThenByDescending(row => row.Flag == Flag.Yellow).ThenBy(row => row.Score ?? long.MaxValue).ThenBy(row => row.Position);
}

/// <summary>Reads briefs and says what their templates can name.</summary>
public static class BriefFigures
{
    public static IReadOnlyList<TemplateField> Project { get; } =
    [
        .. RoundFields.Round.Select(field => field with { Read = from => field.Read(((ProjectFigures)from).Edition) }),
        .. RoundFields.Project.Select(field => field with { Read = from => field.Read(new RowFigures(((ProjectFigures)from).Edition, ((ProjectFigures)from).Row)) }),
        Of<ProjectFigures>("参赛数", "赛道内排名的项目个数", "ranked projects of the lane", one => one.Edition.Rows.Count(row => row.Lane == one.Row.Lane && row.Rank != null)),
        Of<ProjectFigures>("年度完成率", "完成投资占年度计划", "done of the annual plan", one => PaperText.Percent(one.Row.YearToDate, one.Row.AnnualPlan)),
        Of<ProjectFigures>("差距数", "离红旗还差几项", "conditions the red flag lacks", one => one.Lacking.Count()),
        ListOf<ProjectFigures>("离红旗还差", "离红旗还差的条件", "conditions the red flag lacks", one => one.Lacking, [Of<string>("条件", "条件，中文句子", "the condition in words", one => one)]),
    ];

    public static IReadOnlyList<TemplateField> Unit { get; } =
    [
        .. RoundFields.Round.Select(field => field with { Read = from => field.Read(((UnitFigures)from).Edition) }),
        .. RoundFields.Unit.Select(field => field with { Read = from => field.Read(((UnitFigures)from).Unit) }),
        Of<UnitFigures>("同类数", "同类参加排名的单位个数", "ranked units of its class", one => one.Edition.Units.Count(unit => unit.Class == one.Unit.Class && unit.Rank != null)),
        Of<UnitFigures>("年度计划", "年度计划投资合计", "annual plans in all", one => PaperText.Large(one.Rows.Sum(row => row.AnnualPlan))),
        Of<UnitFigures>("完成投资", "本年累计完成投资合计", "done this year in all", one => PaperText.Large(one.Rows.Sum(row => row.YearToDate))),
        Of<UnitFigures>("年度完成率", "完成投资占年度计划", "done of the annual plans", one => PaperText.Percent(one.Rows.Sum(row => row.YearToDate), one.Rows.Sum(row => row.AnnualPlan))),
        ListOf<UnitFigures>("项目", "本单位的项目，落后的在前", "projects of the unit, those behind first", one => one.WorstFirst.Select(row => new RowFigures(one.Edition, row)), RoundFields.Project),
    ];

    public static IReadOnlyList<TemplateField> Of(TemplateKind kind) => kind switch
    {
        TemplateKind.Project => Project,
        TemplateKind.Unit => Unit,
        _ => RoundFields.All,
    };

    public static UnitFigures? OfUnit(EditionFigures figures, string unit)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return figures.Units.FirstOrDefault(one => one.Unit == unit) is { } found ? new(figures, found, [.. figures.Rows.Where(row => row.Unit == unit)]) : null;
    }

    /// <summary>The given projects with the rounds of their season up to this one, each in the edition that is the latest now; one query.</summary>
    public static async Task<IReadOnlyList<ProjectFigures>> OfProjects(SaimaDb db, EditionFigures figures, IReadOnlyCollection<string> projects, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(figures);
        var head = figures.Head;
        var before = await db.Set<SettledRound>().AsNoTracking().Where(one => one.Season == head.Season && one.Round < head.Round && one.SettledAt <= head.SettledAt)
            .Select(one => new { one.Id, one.Round, one.Edition }).ToListAsync(cancel);
        var rounds = before.GroupBy(one => one.Round).Select(editions => editions.MaxBy(one => one.Edition)!).ToDictionary(one => one.Id, one => one.Round);
        var ids = rounds.Keys.ToList();
        var wanted = projects.Count == 1 ? projects.First() : null;
        var rows = await db.Set<StandingRow>().AsNoTracking().Where(row => ids.Contains(row.RoundId) && (wanted == null || row.Project == wanted))
            .Select(row => new { row.RoundId, row.Project, row.Flag, row.Rank, row.Score, row.Deviation }).ToListAsync(cancel);
        var earlier = rows.ToLookup(row => row.Project, row => new EarlierRound(head.Season, rounds[row.RoundId], row.Flag, row.Rank, row.Score, row.Deviation), StringComparer.Ordinal);
        var asked = projects.ToHashSet(StringComparer.Ordinal);
        return [.. figures.Rows.Where(row => asked.Contains(row.Project)).Select(row => new ProjectFigures(figures, row, [.. earlier[row.Project].OrderBy(one => one.Round)]))];
    }
}
