using Saima.Engines.Scoring;

namespace Saima.Projects.Samples.Shangyu;

/// <summary>The tables of the sample while its stories are told into them.</summary>
internal sealed class ShangyuRows
{
    private const int NoDate = CsvBytes.NoDate;
    private const int District = 330604;
    private const long Yuan = 10_000;

    public Dictionary<string, CsvBytes> Tables { get; } = PackageDescriptor.TableNames.ToDictionary(name => name, _ => new CsvBytes(), StringComparer.Ordinal);

    /// <summary>Tells an invented project.</summary>
    public void Tell(Story story, int number, (string Code, string Name, UnitClass Class) unit, int surplus)
    {
        var dates = new StoryDates(story, number);
        var annualPlan = story.Aside == Aside.NoAnnualPlan ? 0 : (30 + (number * 53 % 271)) * 100L;
        if (story.Class == ProjectClass.Preparatory)
        {
            annualPlan /= 10;
            annualPlan = annualPlan / 100 * 100;
        }

        var money = new StoryMoney(story, number, annualPlan, dates.PlanFrom, surplus);
        Project(story, number, unit, dates, annualPlan);
        if (annualPlan > 0 && story.Aside != Aside.NoPlanRows)
        {
            for (var month = 0; month < 12; month++)
            {
                Row("plans", number).Month(Month(month)).Money(money.Planned[month] * Yuan).EndRow();
            }
        }

        Reports(story, number, money, dates);
        Milestones(story, number, dates);
        Issues(story, number);
        for (var round = 0; round < 6; round++)
        {
            if (story.Rounds[round] == 'F' || (round == 3 && story.Aside == Aside.OtherFinding))
            {
                Row("findings", number).Text(story.Rounds[round] == 'F' ? "falsification" : "omission").Date(ShangyuCalendar.CutOff(round) - 20).EndRow();
            }
        }
    }

    public CsvBytes Row(string table, int number) => Tables[table].Id((byte)'P', number, 3);

    public static int Month(int month) => (12 * ShangyuCalendar.Season) + month;

    private void Project(Story story, int number, (string Code, string Name, UnitClass Class) unit, StoryDates dates, long annualPlan)
    {
        Span<byte> code = stackalloc byte[24];
        NationalCode.Write(code, Month(-1 - (number % 18)), District, number % 3 == 0 ? 7 : 4, number % 3 == 0 ? 2 : 1, number * 7919 % 100_000);
        var total = Math.Max(annualPlan, 3000) * (2 + (number % 4));
        var opening = story.Class is ProjectClass.Continuing or ProjectClass.Completing ? total / 10 * 3 : 0;
        var town = unit.Class is UnitClass.Subdistrict or UnitClass.Town or UnitClass.Township ? unit.Name : "";
        Row("projects", number).Text(story.Name).Text(code).Text(unit.Code).Text(town).Text(SampleWords.Classes[(int)story.Class])
            .Money(total * Yuan).Money(annualPlan * Yuan).Money(opening * Yuan)
            .Date(dates.PlannedStart).Date(dates.StartedOn).Date(dates.IncludedOn).Date(dates.PlannedCompletion).Date(dates.CompletedOn)
            .Date(dates.ListedOn).Date(dates.SuspendedFrom).Date(dates.SuspendedTo)
            .Text(dates.SuspendedFrom == NoDate ? "" : "示例：上位规划调整").EndRow();
    }

    private void Reports(Story story, int number, StoryMoney money, StoryDates dates)
    {
        long before = 0;
        for (var month = 1; month <= 12; month++)
        {
            var letter = month % 2 == 0 ? story.Rounds[(month / 2) - 1] : 'R';
            if (letter == 'r')
            {
                continue;
            }

            var ytd = money.Ytd[month - 1];
            var end = ShangyuCalendar.MonthEnd(month);
            var progress = dates.StartedOn == NoDate || dates.StartedOn > end ? "前期手续办理" : dates.CompletedOn != NoDate && dates.CompletedOn <= end ? "竣工" : "施工中";
            Row("reports", number).Month(Month(month - 1)).Money((ytd - before) * Yuan).Money(ytd * Yuan)
                .Date(end + (letter == 'l' ? 25 : 2 + (number % 3))).Truth(letter != 'u').Text("示例：" + progress).EndRow();
            before = ytd;
        }
    }

    private void Milestones(Story story, int number, StoryDates dates)
    {
        if (story.Class == ProjectClass.Preparatory)
        {
            Milestone(number, "示例节点：可行性研究报告", ShangyuCalendar.Day(6, 20), ShangyuCalendar.Day(6, 20) - (number % 9));
            return;
        }

        (string Name, int Month)[] due = [("示例节点：基础工程", 3), ("示例节点：主体结构", 7), ("示例节点：设备安装", 11)];
        foreach (var (name, month) in due)
        {
            var planned = ShangyuCalendar.Day(month, 12 + (number % 10));
            if (dates.StartedOn != NoDate && planned - 60 > dates.StartedOn)
            {
                Milestone(number, name, planned, planned - 1 - (number % 9));
            }
        }

        var slipped = story.Rounds.IndexOf('s');
        if (slipped >= 0)
        {
            var last = Math.Max(slipped, story.Rounds.LastIndexOf('S'));
            Milestone(number, "示例节点：管线迁改", ShangyuCalendar.CutOff(slipped) - 45, last == 5 ? NoDate : ShangyuCalendar.CutOff(last) + 10);
        }
    }

    private void Milestone(int number, string name, int planned, int achieved) => Row("milestones", number).Text(name).Date(planned).Date(achieved).EndRow();

    private void Issues(Story story, int number)
    {
        if (number % 6 == 0)
        {
            Issue(number, "示例问题：用水接入", "L2", ShangyuCalendar.Day(4, 10), ShangyuCalendar.Day(5, 20), ShangyuCalendar.Day(5, 12));
        }

        if (story.Aside == Aside.OverdueMinorIssue)
        {
            Issue(number, "示例问题：围挡破损", "L1", ShangyuCalendar.Day(5, 10), ShangyuCalendar.Day(6, 10), NoDate);
        }

        var overdue = story.Rounds.IndexOf('i');
        if (overdue >= 0)
        {
            var cutOff = ShangyuCalendar.CutOff(overdue);
            Issue(number, "示例问题：用地指标", number % 2 == 0 ? "L3" : "L4", cutOff - 50, cutOff - 12, overdue == 5 ? NoDate : cutOff + 15);
        }
    }

    private void Issue(int number, string title, string level, int raised, int due, int closed) =>
        Row("issues", number).Text(title).Text(level).Date(raised).Date(due).Date(closed).EndRow();
}
