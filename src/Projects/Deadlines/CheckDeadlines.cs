using System.Globalization;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;

namespace Saima.Projects.Deadlines;

/// <summary>Deadlines as they were typed, by field.</summary>
public sealed record TypedDeadlines(IReadOnlyDictionary<string, string> Texts)
{
    public string this[string field] => Texts.GetValueOrDefault(field, "").Trim();

    public static TypedDeadlines Of(FilingDeadlines deadlines)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        var texts = new Dictionary<string, string>
        {
            ["from"] = Text(deadlines.FromMonth),
            ["opening"] = Text(deadlines.OpeningDay),
            ["report"] = Text(deadlines.ReportDays),
            ["check"] = Text(deadlines.CheckDays),
            ["accept"] = Text(deadlines.AcceptDays),
        };
        foreach (var days in deadlines.Own())
        {
            (texts[Opens(days.Month)], texts[Closes(days.Month)]) = (Day(days.Opens), Day(days.Closes));
        }

        return new(texts);
    }

    public static string Opens(int month) => string.Create(CultureInfo.InvariantCulture, $"opens-{month}");

    public static string Closes(int month) => string.Create(CultureInfo.InvariantCulture, $"closes-{month}");

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Reads typed deadlines and says everything that is wrong with them.</summary>
public static class CheckDeadlines
{
    public static (FilingDeadlines Deadlines, IReadOnlyList<Problem> Problems) Run(int season, TypedDeadlines typed, WorkingCalendar days)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(days);
        var problems = new List<Problem>();
        var read = new FilingDeadlines
        {
            Season = season,
            FromMonth = Number("from", DeadlineWords.From, 1, 12),
            OpeningDay = Number("opening", DeadlineWords.Opening, 1, FilingDeadlines.LatestOpening),
            ReportDays = Number("report", DeadlineWords.Report, 1, FilingDeadlines.MostDays),
            CheckDays = Number("check", DeadlineWords.Check, 0, FilingDeadlines.MostDays),
            AcceptDays = Number("accept", DeadlineWords.Accept, 0, FilingDeadlines.MostDays),
            Document = typed["document"],
            KeptBy = "",
        };
        if (read.Document.Length is 0 or > 200)
        {
            problems.Add(Fault("document", read.Document, new("没有写明依据，或者超过 200 字", "It is not said what they rest on, or with more than 200 characters"), new("填文号或会议名称。", "Give the document's number or the meeting.")));
        }

        var own = new List<MonthDays>();
        for (var month = 1; month <= 12; month++)
        {
            if (typed[TypedDeadlines.Opens(month)] is not "" || typed[TypedDeadlines.Closes(month)] is not "")
            {
                own.Add(Own(new(season, month)));
            }
        }

        read.OwnDays = FilingDeadlines.Text(own);
        return (read, problems);

        MonthDays Own(Month month)
        {
            var (first, last) = (Date(TypedDeadlines.Opens(month.Number), month), Date(TypedDeadlines.Closes(month.Number), month));
            if (first is { } opens && last is { } closes)
            {
                if (opens < month.FirstDay || opens > month.LastDay.AddDays(FilingDeadlines.MostDays))
                {
                    problems.Add(Fault(TypedDeadlines.Opens(month.Number), TypedDeadlines.Day(opens), DeadlineWords.OpensAt(month), DeadlineWords.Between(month.FirstDay, month.LastDay.AddDays(FilingDeadlines.MostDays))));
                }

                if (closes <= opens || closes > month.LastDay.AddDays(2 * FilingDeadlines.MostDays))
                {
                    problems.Add(Fault(TypedDeadlines.Closes(month.Number), TypedDeadlines.Day(closes), DeadlineWords.ClosesAt(month), DeadlineWords.Between(opens.AddDays(1), month.LastDay.AddDays(2 * FilingDeadlines.MostDays))));
                }
                else if (!days.IsWorkingDay(closes))
                {
                    problems.Add(Fault(TypedDeadlines.Closes(month.Number), TypedDeadlines.Day(closes), DeadlineWords.DayOff(month), DeadlineWords.NextWorkingDay(days.WorkingDayAfter(closes, 1))));
                }
            }

            return new(month.Number, first ?? default, last ?? default);
        }

        DateOnly? Date(string field, Month month)
        {
            if (DateOnly.TryParseExact(typed[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            problems.Add(Fault(field, typed[field], DeadlineWords.DayMissing(month), DeadlineWords.BothDays));
            return null;
        }

        int Number(string field, Phrase name, int least, int most)
        {
            if (int.TryParse(typed[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            problems.Add(Fault(field, typed[field], new($"{name.Zh}应为 {least} 到 {most} 的整数", $"{name.En} is a whole number from {least} to {most}"), new("改正后再保存。", "Correct it and save again.")));
            return least;
        }
    }

    private static Problem Fault(string field, string value, Phrase message, Phrase remedy) => new(Severity.Error, "DEADLINE", "", null, null, field, value, message, remedy);
}
