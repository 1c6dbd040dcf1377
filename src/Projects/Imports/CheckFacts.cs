using System.Globalization;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Imports;

/// <summary>What a data package refuses, found while the source's sheet, row and heading are still known.</summary>
internal static class CheckFacts
{
    private static readonly string[] ProjectClasses = ["new", "continuing", "completing", "preparatory"];
    private static readonly string[] UnitClasses = ["platform", "subdistrict", "town", "township", "department"];
    private static readonly string[] Levels = ["L1", "L2", "L3", "L4"];

    private static readonly HashSet<(string, string)> MayBeNegative = [("reports", "invested")];

    public static void Run(Reading reading)
    {
        var units = reading.Table("units");
        var projects = reading.Table("projects");
        foreach (var table in reading.Tables)
        {
            foreach (var row in table.Rows)
            {
                Amounts(reading, table, row);
                Texts(reading, table, row);
                if (table != projects && row["project"] is { } project && !projects.Contains(project))
                {
                    Say(reading, table, row, "project", "UNKNOWN_PROJECT", $"没有编号为 {project} 的项目", $"there is no project {project}");
                }
            }
        }

        foreach (var row in projects.Rows)
        {
            if (row["unit"] is { } unit && !units.Contains(unit))
            {
                Say(reading, projects, row, "unit", "UNKNOWN_UNIT", $"单位表里没有 {unit}", $"there is no unit {unit}");
            }

            Word(reading, projects, row, "class", ProjectClasses);
            Order(reading, projects, row, "started_on", "included_on");
            Order(reading, projects, row, "started_on", "completed_on");
            Order(reading, projects, row, "suspended_from", "suspended_to");
        }

        foreach (var row in units.Rows)
        {
            Word(reading, units, row, "class", UnitClasses);
        }

        var issues = reading.Table("issues");
        foreach (var row in issues.Rows)
        {
            Word(reading, issues, row, "level", Levels);
            Order(reading, issues, row, "raised_on", "due_on");
            Order(reading, issues, row, "raised_on", "closed_on");
        }
    }

    private static void Amounts(Reading reading, MadeTable table, MadeRow row)
    {
        foreach (var field in table.Fields)
        {
            if (field.Type == ColumnType.Money && row[field.Name] is { } text && text.StartsWith('-') && !MayBeNegative.Contains((table.Name, field.Name)))
            {
                var wan = (decimal.Parse(text, CultureInfo.InvariantCulture) / 10_000).ToString(CultureInfo.InvariantCulture);
                Say(reading, table, row, field.Name, "NEGATIVE_AMOUNT", $"金额不能为负：{wan} 万元", $"an amount may not be negative: {wan} 万元");
            }
        }
    }

    /// <summary>As in a data package: whoever opens the register in a spreadsheet would run it.</summary>
    private static void Texts(Reading reading, MadeTable table, MadeRow row)
    {
        foreach (var field in table.Fields)
        {
            if (field.Type == ColumnType.Text && row[field.Name] is { } text && FormulaText.LooksLive(text))
            {
                Say(reading, table, row, field.Name, "FORMULA_TEXT", "以 =、+、-、@ 开头，表格软件会把它当成公式", "this begins with =, +, - or @ and a spreadsheet would take it for a formula");
            }
        }
    }

    private static void Word(Reading reading, MadeTable table, MadeRow row, string field, string[] words)
    {
        if (row[field] is { } word && !words.Contains(word))
        {
            Say(reading, table, row, field, "UNKNOWN_WORD", $"不认识“{word}”，应为 {string.Join('、', words)}", $"“{word}” is not one of {string.Join(", ", words)}");
        }
    }

    /// <summary>The later day needs the earlier one and may not lie before it.</summary>
    private static void Order(Reading reading, MadeTable table, MadeRow row, string earlier, string later)
    {
        if (row[later] is { } end && (row[earlier] is not { } start || string.CompareOrdinal(end, start) < 0))
        {
            Say(reading, table, row, later, "DATE_ORDER", row[earlier] is { } known ? $"{later} {end} 早于 {earlier} {known}" : $"有 {later} {end} 而没有 {earlier}",
                row[earlier] is { } day ? $"{later} {end} lies before {earlier} {day}" : $"{later} {end} without {earlier}");
        }
    }

    private static void Say(Reading reading, MadeTable table, MadeRow row, string field, string code, string zh, string en) => reading.Add(
        row.Origin, Severity.Error, code, FinishTables.Heading(reading, table, row, field), row[field], new Phrase($"{zh}（{table.Name}.{field}）。", $"{en} ({table.Name}.{field})."),
        new Phrase("改正该单元格，或在映射里说明如何处理。", "Mend the cell, or let the mapping say what to do with it."));
}
