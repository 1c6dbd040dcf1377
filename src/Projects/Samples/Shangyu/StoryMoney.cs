namespace Saima.Projects.Samples.Shangyu;

/// <summary>Plan and year to date of a story by month, 万元, such that each round turns out as told. An annual plan is a multiple of 100 万元.</summary>
internal sealed class StoryMoney
{
    // Per cent of the annual plan by month.
    private static readonly int[][] Profiles =
    [
        [7, 8, 8, 9, 9, 9, 8, 9, 8, 9, 8, 8],
        [6, 8, 9, 9, 9, 10, 8, 8, 9, 8, 8, 8],
        [8, 8, 9, 9, 8, 9, 8, 8, 8, 9, 8, 8],
    ];

    private readonly Story story;
    private readonly int surplus;

    public StoryMoney(Story story, int number, long annualPlan, int startMonth, int surplus)
    {
        (this.story, this.surplus, AnnualPlan) = (story, surplus, annualPlan);
        var profile = startMonth > 1 ? From(startMonth) : Profiles[number % Profiles.Length];
        Planned = [.. profile.Select(share => annualPlan / 100 * share)];
        FillYtd();
    }

    public long AnnualPlan { get; }

    /// <summary>By month from January.</summary>
    public long[] Planned { get; }

    /// <summary>By month from January.</summary>
    public long[] Ytd { get; } = new long[12];

    private static int[] From(int startMonth)
    {
        var profile = new int[12];
        var rest = 100;
        for (var month = startMonth; month <= 12; month++)
        {
            var share = month == 12 ? rest : month < startMonth + 2 ? 4 : 92 / Math.Max(1, 11 - startMonth);
            profile[month - 1] = share;
            rest -= share;
        }

        return profile;
    }

    private long PlannedBy(int month) => story.Aside == Aside.NoPlanRows
        ? ((AnnualPlan * month) + 11) / 12
        : Planned.Take(month).Sum();

    private void FillYtd()
    {
        long before = 0;
        var points = 0;
        var annualHundredth = AnnualPlan / 100;
        for (var round = 0; round < 6; round++)
        {
            var month = 2 * (round + 1);
            var letter = story.Rounds[round];
            points = Points(letter, points, round == 0 ? '.' : story.Rounds[round - 1]);
            if (letter is 'b' or 'B' && annualHundredth > 0)
            {
                // No further behind than a round without any investment leads to.
                points = Math.Max(points, (int)((before - PlannedBy(month)) / annualHundredth));
            }

            var even = letter switch
            {
                'x' or 'm' or 'M' or 'w' => before,
                'r' => PlannedBy(month - 1),
                _ => Math.Max(0, PlannedBy(month) + (annualHundredth * points)),
            };
            if (even < before)
            {
                throw new InvalidOperationException($"{story.Name}: round {round + 1} would need a negative month.");
            }

            Ytd[month - 1] = even;
            Ytd[month - 2] = letter == 'r' ? even : before + ((even - before) / 2);
            before = even;
        }
    }

    // Percentage points ahead of the plan. Yellow after yellow rises by four, or falls by two where the story says so.
    private int Points(char letter, int before, char previous) => letter switch
    {
        'R' => surplus,
        'n' or 'g' or 'c' => letter == 'n' ? -5 : -2,
        'b' => previous is 'b' or 'T' ? before + 4 : -22,
        'B' => -35,
        'T' => before - 2,
        _ => 0,
    };
}
