using Saima.Engines.Scoring;

namespace Saima.Projects.Samples.Shangyu;

/// <summary>Start, inclusion, completion, listing and suspension of a story, such that each round turns out as told.</summary>
internal sealed class StoryDates
{
    private const int NoDate = CsvBytes.NoDate;

    public StoryDates(Story story, int number)
    {
        var rounds = story.Rounds;
        var first = rounds.AsSpan().IndexOfAnyExcept('.');
        ListedOn = first == 0 ? NoDate : rounds[first] == 'e' ? ShangyuCalendar.CutOff(first) - 12 : ShangyuCalendar.CutOff(first - 1) + 8;
        Start(story, number);
        Complete(story, number);
        var suspended = rounds.IndexOf('x');
        if (suspended >= 0)
        {
            SuspendedFrom = ShangyuCalendar.CutOff(suspended - 1) + 15;
            var last = rounds.LastIndexOf('x');
            SuspendedTo = last == 5 ? NoDate : ShangyuCalendar.CutOff(last) + 10;
        }
    }

    public int ListedOn { get; }

    public int PlannedStart { get; private set; } = NoDate;

    /// <summary>Month of the planned start, or 1 if it was before the season.</summary>
    public int PlanFrom { get; private set; } = 1;

    public int StartedOn { get; private set; } = NoDate;

    public int IncludedOn { get; private set; } = NoDate;

    public int PlannedCompletion { get; private set; } = NoDate;

    public int CompletedOn { get; private set; } = NoDate;

    public int SuspendedFrom { get; } = NoDate;

    public int SuspendedTo { get; } = NoDate;

    private void Start(Story story, int number)
    {
        var rounds = story.Rounds;
        if (story.Class == ProjectClass.Preparatory)
        {
            PlannedStart = ShangyuCalendar.Day(12, 31) + 60 + (number % 90);
            return;
        }

        if (!story.Has("wmcg"))
        {
            var ago = story.Class == ProjectClass.New ? -5 : 120 + (number * 11 % 300);
            PlannedStart = ShangyuCalendar.Day(1, 1) - ago;
            StartedOn = PlannedStart - 2;
            IncludedOn = StartedOn + 21;
            return;
        }

        var missed = rounds.IndexOf('m');
        var begun = rounds.AsSpan().IndexOfAny("cg");
        var after = Math.Max(rounds.LastIndexOfAny(['m', 'M']), rounds.LastIndexOf('w')) + 1;
        PlanFrom = missed >= 0 ? 2 * (missed + 1) : begun >= 0 && rounds[begun] == 'g' ? 2 * (begun + 1) : (2 * after) + 1;
        PlannedStart = ShangyuCalendar.Day(PlanFrom, 18);
        if (after == 6)
        {
            return;
        }

        // A start in the second month of a round lags nothing at its cut-off, one in the first lags a month.
        var month = begun >= 0 && rounds[begun] == 'g' ? 2 * (begun + 1) : (2 * after) + 1;
        StartedOn = ShangyuCalendar.Day(month, 16);
        var waiting = rounds.LastIndexOfAny(['c', 'C', 'g']);
        IncludedOn = waiting < 0 ? StartedOn + 20 : waiting == 5 ? NoDate : ShangyuCalendar.CutOff(waiting) + 18;
    }

    private void Complete(Story story, int number)
    {
        if (story.Class == ProjectClass.Preparatory)
        {
            return;
        }

        PlannedCompletion = story.Class == ProjectClass.Completing
            ? ShangyuCalendar.Day(12, 1 + (number % 28))
            : ShangyuCalendar.Day(12, 31) + 150 + (number * 17 % 600);
        CompletedOn = story.Class == ProjectClass.Completing && story.Rounds[5] == 'R' ? PlannedCompletion - 3 : NoDate;
    }
}
