namespace Saima.Engines.Forecasting;

/// <summary>
/// Earned schedule: at what time of its plan a project stands, read off its planned S-curve.
/// Source: W. Lipke, “Schedule is Different”, The Measurable News, Summer 2003; PMI, Practice Standard for Earned Value Management, 2nd ed., app. D.
/// </summary>
public static class EarnedSchedule
{
    /// <summary>Reads how far a project is in the time of its own plan.</summary>
    /// <param name="planned">Planned value at the end of each period, cumulative, in the smallest unit of money; never falling; at least one period.</param>
    /// <param name="earned">Value earned by now, cumulative, in the same unit.</param>
    /// <param name="elapsed">AT, periods elapsed by now; from 1 to any number.</param>
    /// <returns>
    /// The reading, in periods. <c>ES = C + (EV − PV_C) / (PV_{C+1} − PV_C)</c>, where C counts the periods whose planned value is reached;
    /// once the whole plan is earned ES is the length of the plan, however much more is earned.
    /// </returns>
    /// <exception cref="ArgumentException">No periods, or a plan that falls.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="elapsed"/> is below 1.</exception>
    public static ScheduleReading Read(IReadOnlyList<long> planned, long earned, int elapsed)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentOutOfRangeException.ThrowIfLessThan(elapsed, 1);
        if (planned.Count == 0)
        {
            throw new ArgumentException("A plan has at least one period.", nameof(planned));
        }

        for (var period = 1; period < planned.Count; period++)
        {
            if (planned[period] < planned[period - 1])
            {
                throw new ArgumentException("A cumulative plan never falls.", nameof(planned));
            }
        }

        if (planned[^1] <= 0)
        {
            return new(planned.Count, elapsed, null, null, null);
        }

        var reached = 0;
        while (reached < planned.Count && planned[reached] <= earned)
        {
            reached++;
        }

        var before = reached == 0 ? 0 : planned[reached - 1];
        var schedule = reached == planned.Count ? planned.Count
            : reached + (Math.Max(0, earned - (decimal)before) / (planned[reached] - before));
        var index = schedule / elapsed;
        return new(planned.Count, elapsed, schedule, index, index == 0 ? null : planned.Count / index);
    }
}

/// <summary>A reading of the schedule, all of it in periods of the plan.</summary>
/// <param name="Duration">PD, periods of the plan.</param>
/// <param name="Elapsed">AT, periods elapsed.</param>
/// <param name="Schedule">ES, earned schedule, from 0 to PD; undefined if nothing is planned.</param>
/// <param name="Index">SPI(t) = ES / AT; below 1 the project is behind; undefined with ES.</param>
/// <param name="Estimate">IEAC(t) = PD / SPI(t), the duration to expect if it goes on like this; undefined if nothing is earned.</param>
public sealed record ScheduleReading(int Duration, int Elapsed, decimal? Schedule, decimal? Index, decimal? Estimate)
{
    /// <summary>SV(t) = ES − AT; below 0 the project is that many periods behind.</summary>
    public decimal? Variance => Schedule - Elapsed;
}
