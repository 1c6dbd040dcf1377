using System.Globalization;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;

namespace Saima.Modules.Races.Seasons;

/// <summary>What makes a calendar impossible: days out of order, days nobody works, a round settled after the next one.</summary>
public static class CalendarOrder
{
    public static IReadOnlyList<Problem> Check(int season, IReadOnlyList<RoundPlan> rounds, WorkingCalendar days)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        ArgumentNullException.ThrowIfNull(days);
        var problems = new List<Problem>();
        RoundPlan? before = null;
        foreach (var plan in rounds.OrderBy(plan => plan.Round))
        {
            var last = (Day: RoundPlan.CutOff(season, plan.Round), Name: SeasonWords.CutOff);
            foreach (var (day, name, field) in new[]
            {
                (plan.Deadline, SeasonWords.Deadline, "deadline"), (plan.Settling, SeasonWords.Settling, "settling"),
                (plan.ObjectionUntil, SeasonWords.Objection, "objection"), (plan.Publication, SeasonWords.Publication, "publication"),
            })
            {
                if (day <= last.Day)
                {
                    problems.Add(Fault(plan.Round, field, day, "CALENDAR_ORDER",
                        new($"{name.Zh}须晚于{last.Name.Zh}（{last.Day:yyyy-MM-dd}）", $"{name.En} comes after {last.Name.En} ({last.Day:yyyy-MM-dd})"), days.WorkingDayAfter(last.Day, 1)));
                }
                else if (!days.IsWorkingDay(day))
                {
                    problems.Add(Fault(plan.Round, field, day, "CALENDAR_DAY_OFF", new($"{name.Zh}不是工作日", $"{name.En} is no working day"), days.WorkingDayAfter(day, 1)));
                }

                last = (day, name);
            }

            if (plan.ObjectionDays is < RoundPlan.FewestObjectionDays or > RoundPlan.MostObjectionDays)
            {
                problems.Add(new(
                    Severity.Error, "OBJECTION_DAYS", string.Create(CultureInfo.InvariantCulture, $"R{plan.Round}"), null, null, "days", plan.ObjectionDays.ToString(CultureInfo.InvariantCulture),
                    new($"第 {plan.Round} 轮：异议期须为 3 至 5 个工作日", $"Round {plan.Round}: the window of objections is three to five working days"), new("填 3、4 或 5", "Give 3, 4 or 5")));
            }

            if (before is not null && plan.Settling <= before.Settling)
            {
                problems.Add(Fault(plan.Round, "settling", plan.Settling, "CALENDAR_ROUNDS", new($"须晚于第 {before.Round} 轮的结算日", $"it comes after the settling of round {before.Round}"), days.WorkingDayAfter(before.Settling, 1)));
            }

            before = plan;
        }

        return problems;
    }

    private static Problem Fault(int round, string field, DateOnly day, string code, Phrase message, DateOnly instead) => new(
        Severity.Error, code, string.Create(CultureInfo.InvariantCulture, $"R{round}"), null, null, field, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        new(
            string.Create(CultureInfo.InvariantCulture, $"第 {round} 轮：{message.Zh}"),
            string.Create(CultureInfo.InvariantCulture, $"Round {round}: {message.En}")),
        new($"最早可填 {instead:yyyy-MM-dd}", $"The earliest is {instead:yyyy-MM-dd}"));
}
