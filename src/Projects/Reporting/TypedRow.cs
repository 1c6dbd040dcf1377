using Microsoft.AspNetCore.Http;
using Saima.Kernel.Money;
using Saima.Kernel.Refusals;
using Saima.Projects.Deadlines;

namespace Saima.Projects.Reporting;

/// <summary>A project in the sheet of a unit, with what is typed into its fields.</summary>
public sealed record TypedRow(FilingRow Row, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>What is wrong with a field, by field.</summary>
    public IReadOnlyDictionary<string, Problem> Faults { get; init; } = new Dictionary<string, Problem>();

    public string Project => Row.Ground.Project;

    /// <summary>A report that nobody checks at the moment can be typed.</summary>
    public static bool IsOpen(FilingRow row, DateOnly today, FilingCalendar window)
    {
        ArgumentNullException.ThrowIfNull(row);
        return FilingMachine.Next(row.StateOn(today, window), FilingAction.Submit) is not null;
    }

    /// <summary>As it was submitted, else empty.</summary>
    public static TypedRow Of(FilingRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row, row.Filing is { } filing ? TextsOf(FilingContent.Of(filing)) : new Dictionary<string, string>());
    }

    /// <summary>What last month said of what may be taken over with a click.</summary>
    public string? LastMonth(string field) => field switch
    {
        "problems" => Row.Ground.LastMonth?.Problems,
        "next_steps" => Row.Ground.LastMonth?.NextSteps,
        _ => null,
    };

    /// <summary>As it was typed, row by row; what the form does not hold stays as it was.</summary>
    public static IReadOnlyList<TypedRow> Typed(IReadOnlyList<FilingRow> rows, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(form);
        return [.. rows.Select(row => form.ContainsKey(Name(row, "seen"))
            ? Of(row) with { Texts = ReadFiling.Fields.ToDictionary(field => field, field => form[Name(row, field)].ToString()) }
            : Of(row))];
    }

    /// <summary>Name of a field in the form.</summary>
    public static string Name(FilingRow row, string field)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"{row.Ground.Project}.{field}";
    }

    /// <summary>A report as it is typed.</summary>
    public static IReadOnlyDictionary<string, string> TextsOf(FilingContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new Dictionary<string, string>
        {
            ["invested"] = FormatMoney.Exact(content.Invested),
            ["year_to_date"] = FormatMoney.Exact(content.YearToDate),
            ["building"] = FormatMoney.Exact(content.Building),
            ["installation"] = FormatMoney.Exact(content.Installation),
            ["equipment"] = FormatMoney.Exact(content.Equipment),
            ["other"] = FormatMoney.Exact(content.Other),
            ["progress"] = content.Progress ?? "",
            ["milestones"] = content.Milestones ?? "",
            ["problems"] = content.Problems ?? "",
            ["next_steps"] = content.NextSteps ?? "",
            ["correction"] = content.Correction ?? "",
        };
    }
}
