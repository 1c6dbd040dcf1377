using Saima.Engines.Scoring;

namespace Saima.Projects.Samples;

/// <summary>
/// Draws one project of a season from its own random stream. The shares are chosen so that every lane, flag and reason occurs
/// and about half of the projects meet their plan; see the README of this folder.
/// </summary>
internal sealed class DrawProject
{
    private const int NoDate = CsvBytes.NoDate;

    // Investment follows the building season: little around the Spring Festival.
    private static readonly int[] Season = [5, 4, 8, 9, 9, 10, 9, 9, 10, 9, 9, 9];

    private readonly ulong seed;
    private readonly int season;
    private readonly bool dirt;
    private readonly int newYear;
    private readonly int yearEnd;
    private readonly int[] monthEnd = new int[12];
    private readonly long[] cumulative = new long[12];

    public DrawProject(ulong seed, int season, bool dirt)
    {
        (this.seed, this.season, this.dirt) = (seed, season, dirt);
        newYear = new DateOnly(season, 1, 1).DayNumber;
        yearEnd = new DateOnly(season, 12, 31).DayNumber;
        for (var month = 0; month < 12; month++)
        {
            monthEnd[month] = new DateOnly(season, month + 1, DateTime.DaysInMonth(season, month + 1)).DayNumber;
        }
    }

    public void Draw(SampleProject project, long number)
    {
        var random = SplitMix64.Of(seed, number);
        (project.Number, project.FirstMonth) = (number, 12 * season);
        project.Theme = random.Below(SampleWords.Themes.Length);
        project.Kind = random.Below(SampleWords.Kinds.Length);
        project.Unit = random.Below(SampleWords.Units.Length);
        var sort = random.Below(1000);
        project.Class = sort < 400 ? ProjectClass.New : sort < 750 ? ProjectClass.Continuing : sort < 900 ? ProjectClass.Completing : ProjectClass.Preparatory;
        DrawDates(project, ref random);
        DrawMoney(project, ref random, out var quantum);
        DrawReports(project, ref random, quantum);
        DrawMilestones(project, ref random);
        DrawIssuesAndFindings(project, ref random);
        project.WrongCheckDigit = false;
        if (dirt && random.Chance(20))
        {
            Soil(project, ref random);
        }
    }

    private void DrawDates(SampleProject project, ref SplitMix64 random)
    {
        var start = project.Class switch
        {
            ProjectClass.New => newYear + random.Below(random.Chance(650) ? 180 : 365),
            ProjectClass.Preparatory => random.Chance(500) ? NoDate : newYear + random.Between(300, 700),
            _ => newYear - random.Between(20, 900),
        };
        var late = random.Below(1000);
        var started = start == NoDate || late >= 950 && project.Class == ProjectClass.New || project.Class == ProjectClass.Preparatory
            ? NoDate
            : late < 800 ? start - random.Below(15) : start + random.Between(1, 150);
        project.PlannedStart = start;
        project.StartedOn = started == NoDate || started > yearEnd ? NoDate : started;
        var lag = random.Below(1000);
        project.IncludedOn = project.StartedOn == NoDate || lag >= 980 && project.Class == ProjectClass.New
            ? NoDate
            : Past(project.StartedOn + (lag < 850 ? random.Between(3, 25) : random.Between(26, 130)));
        project.PlannedCompletion = project.Class switch
        {
            ProjectClass.Completing => newYear + random.Between(60, 364),
            ProjectClass.Preparatory => random.Chance(600) ? NoDate : newYear + random.Between(1200, 2000),
            _ => yearEnd + random.Between(30, 1100),
        };
        project.CompletedOn = project.Class == ProjectClass.Completing && project.StartedOn != NoDate && random.Chance(750)
            ? Past(Math.Max(project.StartedOn, project.PlannedCompletion + random.Between(-30, 20)))
            : NoDate;
        project.ListedOn = random.Chance(850) ? NoDate : newYear + random.Between(-200, 364);
        (project.SuspendedFrom, project.SuspendedTo) = (NoDate, NoDate);
        if (random.Chance(15))
        {
            project.SuspendedFrom = newYear + random.Below(365);
            project.SuspendedTo = random.Chance(300) ? NoDate : project.SuspendedFrom + random.Between(30, 150);
        }

        project.HasCode = random.Chance(930);
        // No code twice among the first 2,400,000 projects: 7919 has no factor in common with 100,000.
        project.CodeMonth = project.FirstMonth - 1 - (int)(project.Number / 100_000 % 24);
        project.CodeNumber = (int)(project.Number * 7919 % 100_000);
    }

    private int Past(int day) => day > yearEnd ? NoDate : day;

    private void DrawMoney(SampleProject project, ref SplitMix64 random, out long quantum)
    {
        var precision = random.Below(1000);
        quantum = precision < 850 ? 10_000 : precision < 950 ? 100 : 1;
        var total = (500L << random.Below(9)) * random.Between(1000, 1999) / 1000 * (random.Chance(5) ? 20 : 1);
        project.TotalInvestment = (total * 10_000) + (quantum == 10_000 ? 0 : quantum * random.Below(9000));
        var share = project.Class == ProjectClass.Preparatory ? random.Below(6) : random.Between(8, 60);
        project.AnnualPlan = project.TotalInvestment / 100 * share / quantum * quantum;
        project.Opening = project.Class is ProjectClass.Continuing or ProjectClass.Completing
            ? project.TotalInvestment / 100 * random.Between(5, 40) / quantum * quantum
            : 0;

        var first = project.Class == ProjectClass.New ? DateOnly.FromDayNumber(Math.Max(project.PlannedStart, newYear)).Month - 1 : 0;
        var weights = 0;
        for (var month = first; month < 12; month++)
        {
            weights += Season[month];
        }

        long sum = 0;
        project.Plans = random.Chance(10) ? 0 : 12;
        for (var month = 0; month < 12; month++)
        {
            var amount = month < first ? 0 : month == 11 ? project.AnnualPlan - sum : project.AnnualPlan / weights * Season[month] / quantum * quantum;
            project.Planned[month] = amount;
            sum += amount;
            cumulative[month] = project.Plans == 0 ? project.AnnualPlan * (month + 1) / 12 : sum;
        }
    }

    private void DrawReports(SampleProject project, ref SplitMix64 random, long quantum)
    {
        var luck = random.Below(1000);
        var pace = luck < 350 ? 1000 : luck < 700 ? random.Between(1000, 1150) : luck < 880 ? random.Between(880, 999) : random.Between(350, 880);
        var noise = luck < 350 ? 0 : 15;
        var missing = random.Chance(12) ? random.Below(12) : -1;
        var reports = 0;
        if (missing >= 0 || random.Chance(3))
        {
            // December before keeps the rows at twelve a project and shows that another year is not counted.
            Report(project, ref random, reports++, -1, 0, project.Opening / 12 / quantum * quantum);
        }

        long ytd = 0;
        for (var month = 0; month < 12; month++)
        {
            var target = cumulative[month] / 1000 * (pace + random.Between(-noise, noise));
            var active = project.StartedOn != NoDate && project.StartedOn <= monthEnd[month] || project.Class == ProjectClass.Preparatory;
            var next = !active ? ytd : pace == 1000 ? cumulative[month] : Math.Max(ytd, target / quantum * quantum);
            next = Math.Max(ytd, next);
            if (month == missing)
            {
                continue;
            }

            Report(project, ref random, reports++, month, next - ytd, next);
            ytd = next;
        }

        project.Reports = reports;
    }

    private void Report(SampleProject project, ref SplitMix64 random, int row, int month, long invested, long ytd)
    {
        project.ReportMonth[row] = (12 * season) + month;
        project.Invested[row] = month < 0 ? ytd : invested;
        project.Ytd[row] = ytd;
        project.SubmittedOn[row] = (month < 0 ? newYear - 1 : monthEnd[month]) + (random.Chance(960) ? random.Between(1, 5) : random.Between(6, 30));
        project.Verified[row] = random.Chance(960);
        project.Progress[row] = random.Below(SampleWords.Progress.Length);
    }

    private void DrawMilestones(SampleProject project, ref SplitMix64 random)
    {
        var share = random.Below(1000);
        project.Milestones = share < 20 ? 3 : share < 40 ? 5 : 4;
        var behind = random.Chance(120);
        for (var row = 0; row < project.Milestones; row++)
        {
            var planned = newYear + (row * 300 / project.Milestones) + random.Below(80);
            var late = behind && random.Chance(500);
            project.MilestonePlanned[row] = planned;
            project.MilestoneAchieved[row] = late ? random.Chance(200) ? NoDate : Past(planned + random.Between(10, 150)) : Math.Min(planned - random.Below(20), yearEnd);
        }
    }

    private void DrawIssuesAndFindings(SampleProject project, ref SplitMix64 random)
    {
        project.Issues = random.Chance(100) ? random.Between(1, SampleProject.MostIssues) : 0;
        for (var row = 0; row < project.Issues; row++)
        {
            var raised = newYear + random.Below(330);
            var due = raised + random.Between(10, 60);
            project.IssueLevel[row] = random.Between(1, 4);
            project.IssueRaised[row] = raised;
            project.IssueDue[row] = due;
            project.IssueClosed[row] = random.Chance(850) ? raised + random.Below(due - raised) : random.Chance(700) ? Past(due + random.Between(1, 60)) : NoDate;
        }

        project.FindingKind = random.Chance(4) ? random.Below(SampleWords.FindingKinds.Length) : -1;
        project.FindingOn = newYear + random.Below(365);
    }

    private static void Soil(SampleProject project, ref SplitMix64 random)
    {
        switch (random.Below(4))
        {
            case 0:
                project.HasCode = true;
                project.WrongCheckDigit = true;
                break;
            case 1 when project.Reports > 1:
                project.Invested[project.Reports - 1] = -project.Invested[project.Reports - 1] - 10_000;
                break;
            case 2 when project.Plans > 0:
                project.Planned[5] += 10_000;
                break;
            default:
                project.Ytd[project.Reports - 1] += 10_000;
                break;
        }
    }
}
