using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Modules.Races.Rounds;
using Saima.Ui.Flags;

namespace Saima.Modules.Races.Standings;

/// <summary>The standings as an Excel workbook in the language of the reader; texts are never live.</summary>
public static class StandingsWorkbook
{
    public static void Write(IReadOnlyList<StandingRow> rows, IReadOnlyList<UnitRow> units, RuleSet rules, Stream target)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(rules);
        using var workbook = new WorkbookWriter(target);
        var names = units.ToDictionary(unit => unit.Unit, unit => unit.Name);
        workbook.BeginSheet(In(BoardWords.Standings),
        [
            new(In(BoardWords.Lane), 12), new(In(BoardWords.Rank), 6), new(In(BoardWords.ProjectId), 12), new(In(BoardWords.Project), 44), new(In(BoardWords.Unit), 20),
            new(In(BoardWords.Flag), 8), new(In(BoardWords.Why), 60), new(In(BoardWords.Score), 9), .. rules.Measures.Select(measure => new SheetColumn(In(RuleWording.Of(measure.Title)), 12)),
            new(With(BoardWords.AnnualWan, BoardWords.TenThousandYuan), 18), new(With(BoardWords.PlannedWan, BoardWords.TenThousandYuan), 18), new(With(BoardWords.YearToDate, BoardWords.TenThousandYuan), 18), new(With(BoardWords.Deviation, BoardWords.PercentagePoints), 18),
        ]);
        foreach (var row in rows)
        {
            workbook.BeginRow();
            workbook.Text(RuleWording.Lane(rules, row.Lane));
            Number(workbook, row.Rank);
            workbook.Text(row.Project);
            workbook.Text(row.Name);
            workbook.Text(names.GetValueOrDefault(row.Unit, row.Unit));
            workbook.Text(In(FlagWords.Of(Numbers.Code(row.Flag))));
            workbook.Text(RuleWording.Reasons(rules, row.Reasons));
            Millionths(workbook, row.Score);
            foreach (var points in RoundRows.Points(row))
            {
                Millionths(workbook, points);
            }

            workbook.Money(row.AnnualPlan);
            workbook.Money(row.PlannedCumulative);
            workbook.Money(row.YearToDate);
            Millionths(workbook, row.Deviation);
            workbook.EndRow();
        }

        Units(workbook, units);
    }

    private static void Units(WorkbookWriter workbook, IReadOnlyList<UnitRow> units)
    {
        workbook.BeginSheet(In(BoardWords.ByUnit),
        [
            new(In(BoardWords.ClassOfUnit), 10), new(In(BoardWords.Rank), 6), new(In(BoardWords.Unit), 24), new(In(BoardWords.Score), 9), new(In(BoardWords.Projects), 10),
            .. FlagWords.Codes.Select(code => new SheetColumn(In(FlagWords.Of(code)), 8)),
        ]);
        foreach (var unit in units)
        {
            workbook.BeginRow();
            workbook.Text(In(BoardWords.Class(unit.Class)));
            Number(workbook, unit.Rank);
            workbook.Text(unit.Name);
            Millionths(workbook, unit.Score);
            foreach (var count in new[] { unit.Projects, unit.Red, unit.Yellow, unit.Snail, unit.None, unit.Exempt })
            {
                workbook.Number(count);
            }

            workbook.EndRow();
        }
    }

    private static void Number(WorkbookWriter workbook, int? number)
    {
        if (number is { } value)
        {
            workbook.Number(value);
        }
        else
        {
            workbook.Blank();
        }
    }

    private static void Millionths(WorkbookWriter workbook, long? millionths)
    {
        if (millionths is { } value)
        {
            workbook.Number(Math.Round(value / 1_000_000m, 2, MidpointRounding.AwayFromZero));
        }
        else
        {
            workbook.Blank();
        }
    }

    private static string With(Phrase heading, Phrase unit) => In(new($"{heading.Zh}（{unit.Zh}）", $"{heading.En} ({unit.En})"));

    private static string In(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
}
